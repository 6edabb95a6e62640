/// One name in a legend.
struct LegendEntry: Sendable, Hashable {
  /// What stands before the name.
  enum Sample: Sendable, Hashable {
    case line(SeriesStyle)
    case marker(SeriesStyle, Double)
    case lineAndMarker(SeriesStyle)
    case rail(SeriesStyle)
    case reference
    case span
    case missing

    /// A dashed line as a solid one with a marker.
    var marked: Sample {
      guard case .line(var style) = self else { return self }
      style.dash = .solid
      return .lineAndMarker(style)
    }
  }

  var name: String
  var sample: Sample

  /// The names of a figure's series in the order of their first mark, each once.
  static func series(of figure: Figure) -> [LegendEntry] {
    var entries: [LegendEntry] = []
    func add(_ name: String?, _ sample: Sample) {
      guard let name, !name.isEmpty else { return }
      guard let index = entries.firstIndex(where: { $0.name == name }) else {
        entries.append(LegendEntry(name: name, sample: sample))
        return
      }
      switch (entries[index].sample, sample) {
      case (.line(var style), .marker(let other, _)), (.marker(let other, _), .line(var style)):
        style.marker = other.marker
        entries[index].sample = .lineAndMarker(style)
      default: break
      }
    }
    for mark in figure.panels.flatMap(\.marks) {
      switch mark {
      case .line(let line): add(line.name, .line(line.style))
      case .points(let points): add(points.name, .marker(points.style, points.size))
      case .cells(let mark) where mark.cells.contains { $0.filling == .missing }:
        add(mark.missingName, .missing)
      case .band, .reference, .segments, .cells, .contours, .parallel: break
      }
    }
    for row in figure.panels.flatMap({ $0.rail?.rows ?? [] }) { add(row.name, .rail(row.style)) }
    return entries
  }
}

/// A legend's entries in rows, without a place yet.
struct LegendLayout {
  /// An entry's place from the legend's upper left corner.
  struct Item {
    var entry: LegendEntry
    var text: String
    var x: Double
    var y: Double
  }

  private(set) var items: [Item] = []
  private(set) var width = 0.0
  private(set) var height = 0.0
  let lineHeight: Double

  /// Entries in rows of at most `width` points, as many in a row as fit; in one column if
  /// `isColumn`. Samples of one column line up; each column is as wide as its widest entry, so
  /// that one long name does not force all others into rows of their own.
  init(
    _ entries: [LegendEntry], font: Font, ruler: TextRuler, width limit: Double, isColumn: Bool
  ) {
    lineHeight = ruler.lineHeight(font) * 1.15
    let room = max(8, limit - Spacing.sample - Spacing.sampleName)
    let texts = entries.map { ruler.shortened($0.name, font, width: room) }
    let widths = texts.map {
      Spacing.sample + Spacing.sampleName + ruler.extents($0, font).width
    }
    var rows = isColumn ? entries.count : min(1, entries.count)
    var columns = Self.columns(widths, rows: rows)
    while rows < entries.count, Self.width(of: columns) > limit {
      rows += 1
      columns = Self.columns(widths, rows: rows)
    }
    var x = 0.0
    for (index, text) in texts.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns.count)
      if column == 0 { x = 0 }
      items.append(Item(entry: entries[index], text: text, x: x, y: Double(row) * lineHeight))
      width = max(width, x + widths[index])
      x += columns[column] + Spacing.entries
    }
    height = Double(rows) * lineHeight
  }

  /// The widths of as many columns as so many rows need.
  private static func columns(_ widths: [Double], rows: Int) -> [Double] {
    guard rows > 0 else { return [] }
    let count = (widths.count + rows - 1) / rows
    return (0..<count).map { column in
      stride(from: column, to: widths.count, by: count).map { widths[$0] }.max() ?? 0
    }
  }

  private static func width(of columns: [Double]) -> Double {
    columns.reduce(0, +) + Double(max(0, columns.count - 1)) * Spacing.entries
  }
}
