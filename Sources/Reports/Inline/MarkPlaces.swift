/// Where the marks of a text came out, once it was read as Markdown.
struct MarkPlaces {
  /// Those in running text.
  private(set) var prose: Set<Int> = []
  /// Those of them that stand in the text of a link or of an image.
  private(set) var linked: Set<Int> = []
  /// Those in code and formulas, which stay as they were written.
  private(set) var code: Set<Int> = []
  /// Those in the address of a link or of an image.
  private(set) var addresses: Set<Int> = []

  /// How the address of a link shows a mark.
  private static let escapedMark = String(PlaceholderText.mark).utf8.map { byte in
    "%" + String(byte, radix: 16, uppercase: true)
  }.joined()

  /// The marks in blocks of an author's.
  init(in blocks: [Block]) { for block in blocks { visit(block) } }

  private mutating func visit(_ block: Block) {
    switch block {
    case .heading(_, let inlines), .paragraph(let inlines): visit(inlines)
    case .list(let points): for point in points { visit(point) }
    case .items(let list): for item in list.items { for block in item.blocks { visit(block) } }
    case .quote(let blocks): for block in blocks { visit(block) }
    case .grid(let grid): for cell in grid.rows.joined() { visit(cell) }
    case .math(let text), .code(let text, _): code.formUnion(Self.marks(in: text))
    case .details(let summary, let blocks):
      visit(summary)
      for block in blocks { visit(block) }
    // Nobody but the report itself makes these.
    case .table, .figure, .rule: break
    }
  }

  private mutating func visit(_ inlines: [Inline], isLinked: Bool = false) {
    for inline in inlines {
      switch inline {
      case .text(let text), .prose(let text):
        let marks = Self.marks(in: text)
        prose.formUnion(marks)
        if isLinked { linked.formUnion(marks) }
      case .code(let text), .math(let text): code.formUnion(Self.marks(in: text))
      case .strong(let inner), .emphasis(let inner), .struck(let inner), .citation(let inner, _):
        visit(inner, isLinked: isLinked)
      case .link(let inner, let target), .image(let inner, let target):
        visit(inner, isLinked: true)
        let marked = target.replacing(Self.escapedMark, with: String(PlaceholderText.mark))
        addresses.formUnion(Self.marks(in: marked))
      case .lineBreak, .reference, .anchor: break
      }
    }
  }

  private static func marks(in text: String) -> [Int] {
    guard text.unicodeScalars.contains(PlaceholderText.mark) else { return [] }
    return PlaceholderText.filled(text, plain: { _ in nil }, piece: { [$0] }).compactMap { $0 }
  }
}
