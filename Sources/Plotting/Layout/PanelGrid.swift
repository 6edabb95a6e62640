/// Panels of one size in rows and columns, with the room that each row and column needs around.
struct PanelGrid {
  private let figure: Figure
  private let data: [PanelData]
  private let ruler: TextRuler
  private let columns: Int
  private let reserve: FigureLayout.Reserve
  private let canvas: Double
  private let header: Double
  private let room: Room

  /// The room left and right of each column, above and below each row.
  private var left: [Double]
  private var right: [Double]
  private var above: [Double]
  private var below: [Double]
  private var parts: [PanelPart] = []
  /// The labels of all panels together, below and left of them.
  private let common: CommonLabels
  private var xLane = CommonLabels.Lane()
  private var yLane = CommonLabels.Lane()

  let rows: Int
  private(set) var panelWidth = 0.0
  private(set) var panelHeight = 0.0

  /// Lower panels have no room for three ticks.
  private static let leastPanelHeight = 54.0

  /// Panels whose height is given in lines may be lower. On a canvas that is too low for them they
  /// keep a line for each name: a row without its name says nothing.
  private var leastHeight: Double {
    let isLines = figure.panels.allSatisfy { if case .lines = $0.shape { true } else { false } }
    guard isLines else { return Self.leastPanelHeight }
    if figure.height == nil { return 12 }
    return figure.panels.map { heightOfNames(beside: $0, atMost: 1) }
      .reduce(Self.leastPanelHeight, max)
  }

  private func height(of panel: Panel) -> Double {
    switch panel.shape {
    case .ratio(let ratio): return panelWidth * min(10, max(0.1, ratio))
    case .lines(let count):
      let usual = max(1, min(count, 1000)) * ruler.lineHeight(figure.style.labelFont)
      return max(usual, heightOfNames(beside: panel))
    }
  }

  /// The height in which names at whole numbers of a vertical axis have as many lines as they need,
  /// or `limit` lines; 0 where the usual height is enough.
  private func heightOfNames(beside panel: Panel, atMost limit: Int? = nil) -> Double {
    let font = figure.style.tickFont
    let names = ((panel.y.names ?? []) + panel.rightNames).map(\.text)
    let wished = names.map { ruler.lines($0, font, width: nameRoom).count }.max() ?? 1
    let lines = min(wished, limit ?? wished)
    let isNeeded = lines > 1 || (limit != nil && !names.isEmpty)
    guard isNeeded, let lower = panel.y.lower, let upper = panel.y.upper else { return 0 }
    let line = names.map { ruler.extents($0, font).height }.reduce(ruler.lineHeight(font), max)
    // A tenth of a line parts a name from the next.
    return min(1000, upper - lower) * (Double(lines) + 0.1) * line
  }

  /// How far names beside a panel may reach.
  private var nameRoom: Double { room.nameShare * canvas / Double(columns) }

  /// What names and colour bars may take of a narrow canvas.
  enum Room {
    case usual
    case little
    case least

    /// The share of a column's width for names beside a panel.
    var nameShare: Double {
      switch self {
      case .usual: 0.36
      case .little: 0.22
      case .least: 0.12
      }
    }
  }

  init(
    _ figure: Figure, data: [PanelData], ruler: TextRuler, columns: Int, canvas: Double,
    header: Double, reserve: FigureLayout.Reserve, room: Room
  ) {
    self.room = room
    self.figure = figure
    self.data = data
    self.ruler = ruler
    self.columns = columns
    self.reserve = reserve
    self.canvas = canvas
    self.header = header
    common = CommonLabels(figure)
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
    let room = left.reduce(0, +) + right.reduce(0, +) + gaps + 2 * Spacing.canvas + yLane.depth
    panelWidth = max(12, (canvas - room) / Double(columns))
    panelHeight = max(leastHeight, naturalHeight)
    if hasSpareRoom {
      panelWidth = min(panelWidth, panelHeight)
      panelHeight = max(leastHeight, panelWidth)
    }
    parts = figure.panels.indices.map(part)
    let lanes = (xLane.depth, yLane.depth)
    xLane = lane(isComplete ? common.x : nil, length: width - left[0] - (right.last ?? 0))
    let ends = min(above.first ?? 0, below.last ?? 0)
    yLane = lane(hasCommonY ? common.y : nil, length: frames + 2 * ends)
    var isEnough = lanes == (xLane.depth, yLane.depth)
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
      widen(&left[column], to: part.left)
      widen(&right[column], to: max(part.right, isLast ? reserve.lineEnds : 0))
      widen(&above[row], to: max(part.above, headingLift(row) + part.headingDepth))
      widen(&below[row], to: part.below)
    }
    return isEnough
  }

  private func lane(_ label: String?, length: Double) -> CommonLabels.Lane {
    CommonLabels.lane(label, length: length, font: figure.style.labelFont, ruler: ruler)
  }

  private var naturalHeight: Double {
    guard let height = figure.height, rows > 0 else {
      return figure.panels.map(height).max() ?? 0.618 * panelWidth
    }
    let footer = reserve.footer > 0 ? Spacing.legend + reserve.footer : 0
    let room =
      header + above.reduce(0, +) + below.reduce(0, +) + Double(rows - 1) * Spacing.rows
      + 2 * Spacing.canvas + footer + xLane.depth
    return (height * 72 - room) / Double(rows)
  }

  private func part(_ index: Int) -> PanelPart {
    let panel = figure.panels[index]
    let column = index % columns
    let isLowest = index + columns >= figure.panels.count
    var repeats = PanelPart.Repeats()
    repeats.yTicks = column > 0 && figure.shareYRange(index - 1, index)
    repeats.yLabel =
      hasCommonY || common.y != nil && column > 0
      || (repeats.yTicks && figure.panels[index - 1].y.label == panel.y.label)
    repeats.xTicks = figure.hasSharedX && !isLowest
    repeats.xLabel =
      common.x != nil
      ? isComplete || !isLowest
      : (repeats.xTicks && figure.panels[index + columns].x.label == panel.x.label)
    let hasLetter = figure.style.panelLetterSize != nil && figure.panels.count > 1
    return PanelPart(
      panel, data: data[index], width: panelWidth, height: panelHeight,
      nameRoom: nameRoom, hasBarLabel: room != .least,
      repeats: repeats,
      letter: hasLetter ? Self.letter(index) : nil, style: figure.style, ruler: ruler)
  }

  /// Whether the label that all y axes have in common stands once, in the middle of all rows. There it would
  /// seem to be that of the middle one of an odd number, or of an empty place: it then stands at each row,
  /// if it fits.
  private var hasCommonY: Bool {
    guard let label = common.y else { return false }
    let isBetweenRows = rows == 1 || rows.isMultiple(of: 2) && isComplete
    return isBetweenRows || ruler.extents(label, figure.style.labelFont).width > panelHeight
  }

  /// Whether the last row is full. Where it is not, a label in common would stand far from the
  /// panels above the empty place: the lowest panel of each column has its own.
  private var isComplete: Bool { figure.panels.count.isMultiple(of: columns) }

  /// How far above a row's panels their headings begin: all at the height of the highest.
  private func headingLift(_ row: Int) -> Double {
    parts.indices.filter { $0 / columns == row }.map { parts[$0].headingLift }.max() ?? 0
  }

  /// a, b, …, z, aa, ab, …
  private static func letter(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(97 + index % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }

  /// The height of all rows with the room around them, and a label below them.
  var height: Double {
    above.reduce(0, +) + below.reduce(0, +) + Double(rows) * panelHeight
      + Double(max(0, rows - 1)) * Spacing.rows + xLane.depth
  }

  /// The width of all columns with the room around them.
  private var width: Double {
    left.reduce(0, +) + right.reduce(0, +) + Double(columns) * panelWidth
      + Double(columns - 1) * Spacing.columns
  }

  /// From the top of the first row's panels to the bottom of the last row's.
  private var frames: Double {
    height - xLane.depth - (above.first ?? 0) - (below.last ?? 0)
  }

  /// The labels of all panels together when the first row's room begins at `top`.
  func labels(top: Double) -> (x: FigureLayout.CommonLabel, y: FigureLayout.CommonLabel) {
    let along = start + (left[0] + width - (right.last ?? 0)) / 2
    let up = top + (above.first ?? 0) + frames / 2
    return (
      FigureLayout.CommonLabel(
        lines: xLane.lines, middle: along, start: top + height - xLane.depth + Spacing.axisLabel),
      FigureLayout.CommonLabel(lines: yLane.lines, middle: up, start: start - yLane.depth)
    )
  }

  /// Whether square panels may be too small for a canvas of a given height.
  private var hasSpareRoom: Bool {
    figure.height != nil && figure.panels.allSatisfy(\.isSquare)
  }

  /// Where the first column's room begins: panels that leave some of the canvas's width stand in
  /// its middle.
  private var start: Double {
    let least = Spacing.canvas + yLane.depth
    return hasSpareRoom ? least + max(0, canvas - Spacing.canvas - least - width) / 2 : least
  }

  /// The panels' places when the first row's room begins at `top`.
  func places(top: Double) -> [FigureLayout.PanelPlace] {
    var places: [FigureLayout.PanelPlace] = []
    var y = top
    for row in 0..<rows {
      var x = start
      y += above[row]
      for column in 0..<columns {
        x += left[column]
        let index = row * columns + column
        if index < parts.count {
          let part = parts[index]
          places.append(
            part.place(
              frame: Rectangle(x: x, y: y, width: panelWidth, height: panelHeight),
              left: x - left[column], headingLift: headingLift(row)))
        }
        x += panelWidth + right[column] + Spacing.columns
      }
      y += panelHeight + below[row] + Spacing.rows
    }
    return places
  }
}
