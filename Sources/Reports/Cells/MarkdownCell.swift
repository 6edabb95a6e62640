import SpecLanguage
import Specs

/// Markdown of the author's, with numbers of the report, references and citations in it.
struct MarkdownCell: ComposedCell, TextualCell {
  static let key = "markdown"
  let content: AuthoredText

  var text: AuthoredText? { content }

  static func asked(of keys: Keys) -> MarkdownCell? {
    keys.required(
      key, .markdown,
      "text, Markdown; {{ problem/optimizer/quantity/statistic }} is a number, {{ @id }} a reference, "
        + "{{ cite:key }} a citation"
    ).map(MarkdownCell.init)
  }

  func blocks(in composer: inout ReportComposer) -> [Block] { composer.blocks(of: content) }
}
