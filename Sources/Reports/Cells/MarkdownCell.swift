import SpecLanguage

/// Markdown of the author's.
struct MarkdownCell: ComposedCell {
  static let key = "markdown"
  let text: String

  static func asked(of keys: Keys) -> MarkdownCell? {
    keys.required(key, .text, "text, Markdown").map(MarkdownCell.init)
  }

  func blocks(in composer: inout ReportComposer) -> [Block] { AuthoredMarkdown.blocks(of: text) }
}
