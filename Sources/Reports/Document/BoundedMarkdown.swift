/// Markdown for a page that drops whole what is too long: the summary of a job, a comment.
enum BoundedMarkdown {
  /// The most UTF-16 units: such pages take about 65,000.
  static let greatestLength = 60_000

  /// Blocks as Markdown: tables lose their last rows where all of them are too long, then the last blocks
  /// go, and in both cases it is said.
  ///
  /// - Parameters:
  ///   - rest: where the rest is, such as "in the report".
  ///   - names: the names that stand apart from text of another direction.
  static func text(
    _ blocks: [Block], rest: String, isolating names: IsolatedNames = .none
  ) -> String {
    let writer = MarkdownWriter(isolating: names)
    for rows in [Int.max, 300, 100, 30, 10] {
      let text = writer.markdown(Document(blocks.flatMap { $0.shortened(to: rows) }))
      if text.utf16.count <= greatestLength { return text }
    }
    let note = Block.paragraph([.text("What does not fit here is \(rest).")])
    let shown = blocks.flatMap { $0.shortened(to: 10) }
    func text(first count: Int) -> String {
      writer.markdown(Document(shown.prefix(count) + [note]))
    }
    // More blocks are longer; written anew for each of thousands, this would take minutes.
    var (fitting, tooMany) = (0, shown.count)
    while tooMany - fitting > 1 {
      let middle = (fitting + tooMany) / 2
      if text(first: middle).utf16.count > greatestLength {
        tooMany = middle
      } else {
        fitting = middle
      }
    }
    return text(first: fitting)
  }
}

extension Block {
  /// A table with its first rows, and how many more there are.
  fileprivate func shortened(to rows: Int) -> [Block] {
    switch self {
    case .grid(var grid):
      // The heading is the first row.
      let more = grid.rows.count - 1 - rows
      guard more > 0 else { return [self] }
      grid.rows = Array(grid.rows.prefix(rows + 1))
      return [.grid(grid), Self.more(more)]
    case .table(var table):
      let more = table.rows.count - rows
      guard more > 0 else { return [self] }
      table.rows = Array(table.rows.prefix(rows))
      return [.table(table), Self.more(more)]
    case .list(let points):
      let more = points.count - rows
      guard more > 0 else { return [self] }
      return [.list(Array(points.prefix(rows)) + [[.text("and \(more) more.")]])]
    default: return [self]
    }
  }

  private static func more(_ count: Int) -> Block {
    .paragraph([.text("and \(count == 1 ? "one more row" : "\(count) more rows").")])
  }
}
