import Testing

@testable import Reports

@Suite struct AuthoredMarkdownTests {
  static let harmless = [
    "Some *emphasis*, **strong**, `code <b>` and a [link](https://example.com/a?b=c).",
    "- one\n- two\n\n1. a\n2. b", "```swift\nlet x = a < b\n```",
    "See [the other](../other/report.md) and [this](#answer).",
    "Inline math $`a_b`$ and\n\n```math\na < b\n```",
  ]

  @Test(arguments: harmless)
  func whatAuthorsNeedStays(_ text: String) {
    #expect(safeMarkdown(text) == text)
  }

  static let hostile = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a <b onclick=x>b</b>",
    "[x](javascript:alert(1))", "[x]( javascript:alert(1))", "[x](JaVaScRiPt:alert(1))",
    "[x](<javascript:alert(1)>)", "[x](java&#115;cript:alert(1))", "[x](data:text/html,x)",
    "[x](vbscript:x)", "[x][1]\n\n[1]: javascript:alert(1)", "[x][1]\n\n[1]:\njavascript:alert(1)",
    "<javascript:alert(1)>", "`unclosed <script>alert(1)</script>", "``a` <script>x</script>",
    "\\<script>alert(1)</script>", "\\\\<script>alert(1)</script>", "<!-- x -->", "<?php x ?>",
    "![x](javascript:alert(1))", "[a\\](b)](javascript:alert(1))", "[x](file:///etc/passwd)",
    "> <script>alert(1)</script>", "- <script>alert(1)</script>", "[x](\\javascript:alert(1))",
    "`a\n\n<script>alert(1)</script>`", "[x](java\nscript:alert(1))", "[`x`](javascript:y)",
    "~~~\n<b>\n~~~\n<script>x</script>", "<a href=\"javascript:x\">", "[x](&#x6A;avascript:x)",
  ]

  @Test(
    .enabled(if: MarkdownReader.isInstalled, "cmark-gfm is not installed"), arguments: hostile)
  func nothingHarmfulIsLeft(_ text: String) throws {
    let html = try MarkdownReader.html(safeMarkdown(text)).lowercased()
    for tag in [
      "<script", "<img src=x", "<b ", "<!--", "<?php", "onclick=\"", "<a href=\"javascript",
    ] {
      #expect(!html.contains(tag), "\(html)")
    }
    for scheme in ["javascript:", "data:", "vbscript:", "file:"] {
      #expect(!html.contains("href=\"\(scheme)") && !html.contains("src=\"\(scheme)"), "\(html)")
    }
  }

  /// Each text, and how it is written again.
  static let rewritten: [(String, String)] = [
    ("```\ncode", "```\ncode\n```"),
    ("~~~~\ncode\n~~~", "```\ncode\n~~~\n```"),
    ("~~~\n```\n~~~", "````\n```\n````"),
    ("- ```\n  x\n  ```\n<img src=x> y", "- ```\n  x\n  ```\n\n\\<img src=x\\> y"),
    ("1. a\n\n   > - ~~~\n   >   b", "1. a\n\n   > - ```\n   >   b\n   >   ```"),
    ("* a\n* b\n\n- c", "- a\n- b\n\n* c"),
    ("3) a\n4) b", "3. a\n4. b"),
    ("- [x] done\n- [ ] open", "- [x] done\n- [ ] open"),
    ("a  \nb\\\nc\nd", "a\\\nb\\\nc\nd"),
    ("Title\n=====\n\ntext\n\n***", "# Title\n\ntext\n\n---"),
    ("| a | b |\n|:-|-:|\n| 1 | *x* |", "| a | b |\n| :-- | --: |\n| 1 | *x* |"),
    ("~~old~~ __new__ _so_", "~~old~~ **new** *so*"),
    ("![a *b*](c.png)", "![a *b*](c.png)"),
    ("https://e.com/a_b", "[https\\://e.com/a_b](https://e.com/a_b)"),
    ("$`\\href{javascript:x}{y} a_b`$ and `\\href`", "$`{javascript:x}{y} a_b`$ and `\\href`"),
    ("```math\n\\htmlClass{x}{y} \\hr\\hrefef{z}\n```", "```math\n{x}{y} \\hr\\hrefef{z}\n```"),
    ("a\u{202E}b\u{0007}c", "a\u{FFFD}b\u{FFFD}c"),
    ("    indented <b>", "```\nindented <b>\n```"),
    ("```<b onclick=x>\na\n```", "```b\na\n```"),
    ("[x](a%20b(c).md \"t\")", "[x](a%20b%28c%29.md)"),
    ("one\r\ntwo", "one\ntwo"),
  ]

  @Test(arguments: rewritten)
  func whatIsReadIsWrittenAgain(_ text: String, _ expected: String) {
    #expect(safeMarkdown(text) == expected)
  }

  private static let fragments = [
    "```\n", "~~~ x\n", "- ", "1. ", "> ", "    ", "\t", "\n", "\n\n", "| a | b |\n|---|---|\n",
    "| c |\n", "<script>", "<b onclick=x>", "<!-- ", "-->", "<details>\n", "[x](", "javascript:y)",
    "](data:z)", "![", "[1]: vbscript:x\n", "[1]", "<https://a.b>", "www.a.b", "a@b.c", "&#x6A;",
    "&lt;", "\\", "`", "``", "$`", "`$", "*", "**", "_", "~~", "# ", "---\n", "===\n", "word ", "7",
    "é", "\u{202E}", "[ ] ", "[x] ", "+ ", "<", ">", "|", "(", ")", "\"", "file:///x",
  ]

  private static func document(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...30, using: &generator)).map { _ in
      fragments[Int.random(in: 0..<fragments.count, using: &generator)]
    }.joined()
  }

  /// GitHub's reader finds no HTML, no unsafe link, and after it a table is a table.
  @Test(.enabled(if: MarkdownReader.isInstalled, "cmark-gfm is not installed"))
  func nothingOfRandomDocumentsIsHarmful() throws {
    var generator = SeededGenerator(state: 8)
    for _ in 0..<300 {
      let text = Self.document(&generator)
      let html = try MarkdownReader.html(
        safeMarkdown(text) + "\n\n| p | q |\n| - | - |\n| r | s |\n")
      for tag in ["<script", "<b ", "<!--", "<details"] {
        #expect(!html.contains(tag), "\(text.debugDescription): \(html)")
      }
      for scheme in ["javascript:", "data:", "vbscript:", "file:"] {
        #expect(!html.contains("href=\"\(scheme)") && !html.contains("src=\"\(scheme)"), "\(html)")
      }
      #expect(html.hasSuffix("<td>s</td>\n</tr>\n</tbody>\n</table>\n"), "\(text.debugDescription)")
    }
  }

  @Test(arguments: ["> ", "- ", "*a ", "[", "![a](", "`", "1. "])
  func deepNestingEnds(_ mark: String) {
    let text = String(repeating: mark, count: 20_000) + "end"
    #expect(safeMarkdown(text).contains("end"))
  }
}

/// What a report holds of an author's Markdown.
private func safeMarkdown(_ text: String) -> String {
  String(MarkdownWriter().markdown(Document(AuthoredMarkdown.blocks(of: text))).dropLast())
}
