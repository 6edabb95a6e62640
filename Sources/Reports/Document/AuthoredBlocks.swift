/// How blocks that only authors write are written as Markdown.
extension MarkdownWriter {
  /// A list; of two in a row one takes the other mark.
  func items(_ list: ItemList, usesOtherMark: Bool) -> String {
    let texts = list.items.enumerated().map { index, item -> String in
      let mark =
        list.start.map { "\($0 + index)\(usesOtherMark ? ")" : ".") " }
        ?? (usesOtherMark ? "* " : "- ")
      let box = item.isDone.map { $0 ? "[x] " : "[ ] " } ?? ""
      let body = markdown(item.blocks, isTight: list.isTight)
      return indented(
        box + body, first: mark, others: String(repeating: " ", count: mark.count))
    }
    return texts.joined(separator: list.isTight ? "\n" : "\n\n")
  }

  /// Text whose lines begin with something, but for those that are empty.
  func indented(_ text: String, first: String, others: String) -> String {
    let lines = text.split(separator: "\n" as Character, omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      let start = index == 0 ? first : others
      return line.isEmpty ? start.droppingLastSpaces : start + line
    }.joined(separator: "\n")
  }

  /// A fence of backticks that no line of `text` closes.
  func fence(around text: String) -> String {
    var longest = 0
    for line in text.split(separator: "\n" as Character) {
      let content = line.drop { $0 == " " || $0 == "\t" }
      longest = max(longest, content.prefix { $0 == "`" }.count)
    }
    return String(repeating: "`", count: max(3, longest + 1))
  }

  /// A table without caption.
  func markdown(_ grid: Grid) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rows = grid.rows.map { row in line(row.map { markdown($0, inTable: true) }) }
    let rule = grid.alignments.map { alignment in
      switch alignment {
      case .none: "---"
      case .left: ":--"
      case .center: ":-:"
      case .right: "--:"
      }
    }
    return (rows.prefix(1) + [line(rule)] + rows.dropFirst()).joined(separator: "\n")
  }

  /// The blocks of a point; in a tight list without empty lines where they need none.
  private func markdown(_ blocks: [Block], isTight: Bool) -> String {
    guard isTight, let first = blocks.first else { return markdown(blocks) }
    return blocks.dropFirst().reduce(markdown([first])) { text, block in
      text + (block.canFollowAtOnce ? "\n" : "\n\n") + markdown([block])
    }
  }
}

extension Block {
  /// Whether it and another block are lists with bullets, or lists with numbers.
  func isList(like other: Block) -> Bool { hasNumbers != nil && hasNumbers == other.hasNumbers }

  /// Whether it is a list with numbers; nil for what is no list.
  private var hasNumbers: Bool? {
    switch self {
    case .items(let list): list.start != nil
    case .list: false
    default: nil
    }
  }

  /// Whether it may stand in the line after a paragraph.
  fileprivate var canFollowAtOnce: Bool {
    switch self {
    case .items(let list): list.start ?? 1 == 1 && !list.items.isEmpty
    case .code, .math, .quote: true
    default: false
    }
  }
}

extension String {
  fileprivate var droppingLastSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
