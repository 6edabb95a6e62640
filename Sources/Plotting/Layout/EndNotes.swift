/// What stands right of a panel at the ends of its curves.
struct EndNotes {
  /// One note.
  struct Item {
    var text: String
    /// The height of its middle above the panel's lower border, in points.
    var height: Double
    /// The curve whose note it is; nil where several end there.
    var style: SeriesStyle?
  }

  private(set) var items: [Item] = []
  private(set) var width = 0.0

  /// The notes of curves that end at the right border of a panel `height` points high: those that end at
  /// one place share a note that says how many they are, the others are moved apart. None where there is
  /// no room for all.
  init(_ curves: [PanelData.Curve], height: Double, font: Font, ruler: TextRuler) {
    var ends: [(note: String, y: Double, style: SeriesStyle)] = []
    for curve in curves {
      guard let note = curve.mark.endNote,
        let end = zip(curve.x, curve.y).reversed().first(where: { $0.isFinite && $1.isFinite }),
        end.0 >= 0.98, end.0 <= 1 + 1e-9, end.1 >= 0, end.1 <= 1
      else { continue }
      ends.append((note, end.1 * height, curve.mark.style))
    }
    ends.sort { $0.y < $1.y }
    var groups: [[(note: String, y: Double, style: SeriesStyle)]] = []
    for end in ends {
      if let last = groups.last?.last, end.y - last.y < Self.apart {
        groups[groups.count - 1].append(end)
      } else {
        groups.append([end])
      }
    }
    let line = ruler.lineHeight(font)
    guard !groups.isEmpty, Double(groups.count) * line <= height + line else { return }
    items = groups.map { group in
      let isOne = Set(group.map(\.note)).count == 1
      let count = "\(group.count) curves"
      let text =
        group.count == 1 ? group[0].note : isOne ? "\(group[0].note) (\(count))" : count
      return Item(
        text: text, height: group[0].y, style: group.count == 1 ? group[0].style : nil)
    }
    spread(line: line, height: height)
    width = items.map { ruler.extents($0.text, font).width }.max() ?? 0
  }

  /// Curves nearer than this in points are seen as one.
  private static let apart = 1.0

  /// Moves notes up where they would touch, then down from the top where they left the panel.
  private mutating func spread(line: Double, height: Double) {
    for index in items.indices.dropFirst() {
      items[index].height = max(items[index].height, items[index - 1].height + line)
    }
    var ceiling = height + line / 2
    for index in items.indices.reversed() {
      items[index].height = min(items[index].height, ceiling - line / 2)
      ceiling = items[index].height - line / 2
    }
  }
}

extension Painter {
  /// Writes notes right of the panel at `frame`.
  mutating func paint(_ notes: EndNotes, frame: Rectangle) {
    let font = style.tickFont
    for note in notes.items {
      write(
        note.text, font, note.style.map(style.textColor) ?? style.ink,
        at: Point(
          x: frame.maxX + Spacing.lineEnd, y: frame.maxY - note.height + 0.36 * font.size))
    }
  }
}

extension FigureStyle {
  /// The colour of a series as text has it: dark enough on paper, light enough on a dark page to be read.
  func textColor(of series: SeriesStyle) -> Color {
    let color = color(of: series)
    return color.contrast(to: background) < 4.5 ? color.at(lightness: isDark ? 72 : 45) : color
  }
}
