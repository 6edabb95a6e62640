/// Panels of one size in rows and columns, with the room that each row and column needs around.
struct PanelGrid {
  private let figure: Figure
  private let data: [PanelData]
  private let ruler: TextRuler
  private let columns: Int
  private let reserve: FigureLayout.Reserve
  private let canvas: Double
  private let header: Double

  /// The room left and right of each column, above and below each row.
  private var left: [Double]
  private var right: [Double]
  private var above: [Double]
  private var below: [Double]
  private var parts: [Part] = []

  let rows: Int
  private(set) var panelWidth = 0.0
  private(set) var panelHeight = 0.0

  /// Lower panels have no room for three ticks.
  private static let leastPanelHeight = 54.0

  private struct Part {
    var x: AxisLayout
    var y: AxisLayout
    var titleLines: [String]
  }

  init(
    _ figure: Figure, data: [PanelData], ruler: TextRuler, columns: Int, canvas: Double,
    header: Double, reserve: FigureLayout.Reserve
  ) {
    self.figure = figure
    self.data = data
    self.ruler = ruler
    self.columns = columns
    self.reserve = reserve
    self.canvas = canvas
    self.header = header
    rows = (figure.panels.count + columns - 1) / columns
    left = Array(repeating: 0, count: columns)
    right = left
    above = Array(repeating: 0, count: rows)
    below = above
    // The first pass measures with panels as large as they could be, the second with the room
    // found. Room never shrinks, so that a third pass is only needed where fewer ticks give
    // wider labels.
    for _ in 0..<8 where measure() == false {}
  }

  /// Lays out every panel at the present size; says whether the room was enough.
  private mutating func measure() -> Bool {
    let gaps = Double(columns - 1) * Spacing.columns
    let room = left.reduce(0, +) + right.reduce(0, +) + gaps + 2 * Spacing.canvas
    panelWidth = max(12, (canvas - room) / Double(columns))
    panelHeight = max(Self.leastPanelHeight, naturalHeight)
    parts = figure.panels.indices.map(part)
    var isEnough = true
    func widen(_ present: inout Double, to needed: Double) {
      if needed > present + 1e-9 {
        present = needed
        isEnough = false
      }
    }
    for (index, part) in parts.enumerated() {
      let column = index % columns
      let row = index / columns
      let isLast = index == parts.count - 1
      let titleHeight = Double(part.titleLines.count) * lineHeight(figure.style.panelTitleFont)
      let top = part.y.overhangAtEnd
      widen(&left[column], to: max(part.y.depth, part.x.overhangAtStart))
      widen(
        &right[column],
        to: max(part.x.overhangAtEnd, isLast ? reserve.lineEnds : 0))
      widen(
        &above[row],
        to: max(top, part.titleLines.isEmpty ? 0 : titleHeight + Spacing.heading))
      widen(&below[row], to: max(part.x.depth, part.y.overhangAtStart))
    }
    return isEnough
  }

  private func lineHeight(_ font: Font) -> Double { ruler.lineHeight(font) }

  private var naturalHeight: Double {
    guard let height = figure.height, rows > 0 else { return 0.618 * panelWidth }
    let footer = reserve.footer > 0 ? Spacing.legend + reserve.footer : 0
    let room =
      header + above.reduce(0, +) + below.reduce(0, +) + Double(rows - 1) * Spacing.rows
      + 2 * Spacing.canvas + footer
    return (height * 72 - room) / Double(rows)
  }

  private func part(_ index: Int) -> Part {
    let panel = figure.panels[index]
    let column = index % columns
    let isLowest = index + columns >= figure.panels.count
    let isRepeatedY =
      figure.hasSharedY && column > 0 && figure.panels[index - 1].y.label == panel.y.label
    let isRepeatedX =
      figure.hasSharedX && !isLowest && figure.panels[index + columns].x.label == panel.x.label
    let titleLines =
      panel.title.map { ruler.lines($0, figure.style.panelTitleFont, width: panelWidth) } ?? []
    let x = AxisLayout(
      panel.x, scale: data[index].x, orientation: .horizontal, length: panelWidth,
      style: figure.style, ruler: ruler, hasTickLabels: !(figure.hasSharedX && !isLowest),
      hasLabel: !isRepeatedX)
    func y(labelOverhang: Double) -> AxisLayout {
      AxisLayout(
        panel.y, scale: data[index].y, orientation: .vertical, length: panelHeight,
        style: figure.style, ruler: ruler, hasTickLabels: !(figure.hasSharedY && column > 0),
        hasLabel: !isRepeatedY, labelOverhang: labelOverhang)
    }
    // Beside heading and tick labels of the x axis there is room for a long y label.
    let title = Double(titleLines.count) * lineHeight(figure.style.panelTitleFont)
    let beside = y(
      labelOverhang: min(title > 0 ? title + Spacing.heading : 0, x.tickDepth))
    return Part(
      x: x, y: x.overhangAtStart <= beside.tickDepth ? beside : y(labelOverhang: 0),
      titleLines: titleLines)
  }

  /// The height of all rows with the room around them.
  var height: Double {
    above.reduce(0, +) + below.reduce(0, +) + Double(rows) * panelHeight
      + Double(max(0, rows - 1)) * Spacing.rows
  }

  /// The panels' places when the first row's room begins at `top`.
  func places(top: Double) -> [FigureLayout.PanelPlace] {
    var places: [FigureLayout.PanelPlace] = []
    var y = top
    for row in 0..<rows {
      var x = Spacing.canvas
      y += above[row]
      for column in 0..<columns {
        x += left[column]
        let index = row * columns + column
        if index < parts.count {
          let part = parts[index]
          places.append(
            FigureLayout.PanelPlace(
              frame: Rectangle(x: x, y: y, width: panelWidth, height: panelHeight), x: part.x,
              y: part.y, titleLines: part.titleLines))
        }
        x += panelWidth + right[column] + Spacing.columns
      }
      y += panelHeight + below[row] + Spacing.rows
    }
    return places
  }
}
