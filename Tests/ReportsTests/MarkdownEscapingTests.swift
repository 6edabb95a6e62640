import Testing

@testable import Reports

@Suite struct MarkdownEscapingTests {
  static let hostile = [
    "<script>alert(1)</script>", "[click](javascript:alert(1))", "![x](http://e.com/x.png)",
    "a | b", "| a |", "**bold** and _em_ and `code`", "https://example.com", "www.example.com",
    "me@example.com", "# heading", "- item", "+ item", "1. item", "12) item", "> quote", "---",
    "===", "[x]: http://example.com", "[^1] and [^1]: note", "[ ] task", "~~gone~~",
    "$x$ and $$y$$",
    "&amp; &lt; &#65; &copy", "a\\*b", "\\", "``` fence", "~~~ fence", "    code",
    "<!-- hidden -->",
    "ends with a mark !", "!", "]", "[", "a_b_c", "_a_", "$`x`$", ":smile:", "{{ a }}", "@user",
    "line\nbreak", "tab\tstop", "x<br>y", "<http://e.com>", "http:/not", "ftp://example.com/",
    "Ünïcode 한국어 العربية 🎈", "0.5 [0.4, 0.6]", "a][b](c)", "mailto:a@b.c",
    "#12", "see #12 and GH-34", "=1+1", "a#1", "gh-1",
  ]

  /// What a reader sees of a text: white space folded, the comment after an @ and the marks around
  /// right-to-left words not shown.
  static func seen(_ html: String) -> String {
    MarkdownWriter.unmarked(html.replacing("<!-- -->", with: "")).split(
      whereSeparator: \.isWhitespace
    )
    .joined(separator: " ")
  }

  @Test(
    .enabled(if: MarkdownReader.isInstalled, "cmark-gfm is not installed"), arguments: hostile)
  func textIsShownAsItIs(_ text: String) throws {
    let document = Document([.paragraph([.text(text)])])
    let html = try MarkdownReader.html(MarkdownWriter().markdown(document))
    #expect(Self.seen(html) == "<p>\(Self.seen(MarkdownReader.escaped(text)))</p>")
  }

  @Test(
    .enabled(if: MarkdownReader.isInstalled, "cmark-gfm is not installed"), arguments: hostile)
  func textIsShownAsItIsInATable(_ text: String) throws {
    let table = Table(
      number: 1, kind: "k", caption: ["c"], columns: [.init([.text(text)]), .init(["b"])],
      rows: [[[.text(text)], [.code(text)]]])
    let html = Self.seen(
      try MarkdownReader.html(MarkdownWriter().markdown(Document([.table(table)]))))
    let plain = Self.seen(MarkdownReader.escaped(text))
    #expect(html.contains("<th align=\"left\">\(plain)</th>"))
    #expect(html.contains("<td align=\"left\">\(plain)</td>"))
    #expect(html.components(separatedBy: "<td").count == 3)
  }

  /// A bracket in a name ends neither a picture's text nor a link's.
  @Test(
    .enabled(if: MarkdownReader.isInstalled, "cmark-gfm is not installed"),
    arguments: hostile.filter { !$0.hasPrefix(" ") } + [
      "Adam, β₂ in [0.9, 1)", "a [b", "a] b", "a [x](y) [c", "a [1, 2] and [3", "a \\[b",
    ])
  func textIsShownAsItIsInBrackets(_ text: String) throws {
    let figure = FigureReference(
      number: 1, id: "a", formats: ["svg"], hasDarkVersion: false, alternativeText: text,
      caption: ["c"])
    let document = Document([
      .figure(figure), .paragraph([.link([.strong([.text(text)]), " of", .text(text)], to: "t")]),
    ])
    let html = Self.seen(try MarkdownReader.html(MarkdownWriter().markdown(document)))
    let plain = Self.seen(MarkdownReader.escaped(text))
    #expect(html.contains("<img src=\"figures/a.svg\" alt=\"\(plain)\" />"))
    #expect(html.contains("<p><a href=\"t\"><strong>\(plain)</strong> of\(plain)</a></p>"))
  }

  @Test func balancedBracketsKeepTheirLookInBracketsToo() {
    let text = "54.9 [52.4, 56.4] and [1]"
    #expect(escapedMarkdown(text, isInBrackets: true) == text)
    #expect(escapedMarkdown("in [0.9, 1)", isInBrackets: true) == #"in \[0.9, 1)"#)
  }

  @Test(.enabled(if: MarkdownReader.isInstalled, "cmark-gfm is not installed"))
  func randomMarksAreShownAsTheyAre() throws {
    let marks = Array("\\`*_{}[]()<>#+-.!|~$&:@=\"'ab1 /wW")
    var generator = SeededGenerator(state: 1)
    let texts = (0..<2000).map { _ in
      let length = Int.random(in: 1...12, using: &generator)
      let body = (0..<length).map { _ in marks.randomElement(using: &generator) ?? "a" }
      return "x" + String(body) + "x"
    }
    let blocks = texts.flatMap { [Block.paragraph([.text($0)]), .list([[.strong([.text($0)])]])] }
    let html = try MarkdownReader.html(MarkdownWriter().markdown(Document(blocks)))
    let expected = texts.map { text in
      let shown = MarkdownReader.escaped(text)
      return "<p>\(shown)</p> <ul> <li><strong>\(shown)</strong></li> </ul>"
    }
    #expect(Self.seen(html) == Self.seen(expected.joined(separator: " ")))
  }

  @Test func plainTextKeepsItsLook() {
    let text = "RMSE 54.9 [52.4, 56.4], 20 of 20 seeds; breast_cancer (n = 569): p < 0.05? 50 %"
    #expect(escapedMarkdown(text) == text.replacing("<", with: "\\<"))
  }

  @Test func controlCharactersAreMadeVisible() {
    #expect(escapedMarkdown("a\u{202E}b\u{0}c\u{1B}[1m") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}[1m")
  }
}
