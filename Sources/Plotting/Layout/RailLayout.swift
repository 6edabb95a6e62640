/// A rail of a given width: where its crosses stand, and what is written at them.
struct RailLayout {
  /// A cross and its words, as distances from the left of the panel and the top of the rail.
  struct Item {
    var row: Int
    var x: Double
    var y: Double
    var text: String
    /// The start of the baseline.
    var textX: Double
    var textY: Double
  }

  /// How words are written, from the form that says most to the one that takes least room.
  private enum Form: CaseIterable {
    case wordsBeside
    case wordsBelow
    case fractionBeside
    case fractionBelow
    case numberBeside
    case numberBelow
    case nothing

    var isBelow: Bool { [.wordsBelow, .fractionBelow, .numberBelow].contains(self) }

    func text(_ share: Rail.Share) -> String {
      switch self {
      case .wordsBeside, .wordsBelow: "\(share.count) of \(share.total)"
      case .fractionBeside, .fractionBelow: "\(share.count)/\(share.total)"
      case .numberBeside, .numberBelow: "\(share.count)"
      case .nothing: ""
      }
    }
  }

  /// What a cross and its words take of a line.
  private struct Span {
    var start: Double
    var end: Double
    var hasText: Bool
  }

  private(set) var items: [Item] = []
  let height: Double

  /// From a cross to the words beside it.
  private static let gap = 2.0

  /// The crosses within the axis, with the words of the first form in which none touch.
  init(_ rail: Rail, scale: Scale, width: Double, style: FigureStyle, ruler: TextRuler) {
    let font = style.tickFont
    let line = ruler.lineHeight(font)
    let reach = style.markerRadius + 0.5 * style.lineWidth
    let isWritten = rail.rows.contains { row in
      row.x.indices.contains { (row.share($0)?.count ?? 0) > 0 }
    }
    func made(_ form: Form) -> (items: [Item], isApart: Bool, height: Double) {
      let hasWords = isWritten && form != .nothing
      let rowHeight =
        !hasWords ? style.railRow : form.isBelow ? style.railRow + line : max(style.railRow, line)
      var items: [Item] = []
      var spans: [Int: [Span]] = [:]
      for (number, row) in rail.rows.enumerated() {
        let lane = rail.isOneLine ? 0 : number
        let top = 1 + Double(lane) * rowHeight
        for index in row.x.indices {
          let place = scale.position(row.x[index])
          guard place >= -1e-9, place <= 1 + 1e-9 else { continue }
          let share = row.share(index)
          guard share.map({ $0.count > 0 }) ?? true else { continue }
          let x = place * width
          let text = share.map(form.text) ?? ""
          let extent = text.isEmpty ? 0 : ruler.extents(text, font).width
          var item = Item(
            row: number, x: x, y: top + (form.isBelow ? style.railRow : rowHeight) / 2, text: text,
            textX: 0, textY: 0)
          if form.isBelow {
            item.textX = min(max(x - extent / 2, 0), max(0, width - extent))
            item.textY = top + style.railRow + 0.5 * line + 0.36 * font.size
            if !text.isEmpty {
              spans[lane, default: []].append(
                Span(start: item.textX, end: item.textX + extent, hasText: true))
            }
          } else {
            let isRight = x + reach + Self.gap + extent <= width
            item.textX = isRight ? x + reach + Self.gap : x - reach - Self.gap - extent
            item.textY = item.y + 0.36 * font.size
            let ends = text.isEmpty ? [] : [item.textX, item.textX + extent]
            spans[lane, default: []].append(
              Span(
                start: ends.reduce(x - reach, min), end: ends.reduce(x + reach, max),
                hasText: !text.isEmpty))
          }
          items.append(item)
        }
      }
      let isApart = spans.values.allSatisfy { lane in
        let sorted = lane.sorted { $0.start < $1.start }
        // Crosses may touch: runs that diverged one after the other.
        return zip(sorted, sorted.dropFirst()).allSatisfy {
          !($0.hasText || $1.hasText) || $0.end + 1.5 * Self.gap <= $1.start
        } && sorted.allSatisfy { $0.start >= -reach - 1 && $0.end <= width + reach + 1 }
      }
      let rows = Double(rail.lineCount) * rowHeight + 2
      return (items, isApart || !hasWords, max(line, rows))
    }
    var result = made(.nothing)
    if isWritten, let first = Form.allCases.lazy.map(made).first(where: \.isApart) {
      result = first
    }
    // A single row is centred in a rail that its own name makes higher.
    let rows = result.height - Double(rail.lineCount) * style.railRow - 2
    let lift = isWritten || rail.lineCount != 1 ? 0 : max(0, rows) / 2
    items = result.items.map { item in
      var item = item
      item.y += lift
      return item
    }
    height = result.height
  }
}
