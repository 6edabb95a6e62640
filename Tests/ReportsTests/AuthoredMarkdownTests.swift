import Testing

@testable import Reports

@Suite struct AuthoredMarkdownTests {
  static let harmless = [
    "Some *emphasis*, **strong**, `code <b>` and a [link](https://example.com/a?b=c).",
    "- one\n- two\n\n1. a\n2. b", "```swift\nlet x = a < b\n```", "A [mail](mailto:a@b.c).",
    "See [the other](../other/report.md) and [this](#answer).", "[x][1]\n\n[1]: https://e.com",
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

  @Test func anOpenFenceIsClosed() {
    #expect(safeMarkdown("```\ncode") == "```\ncode\n```")
    #expect(safeMarkdown("~~~~\ncode\n~~~") == "~~~~\ncode\n~~~\n~~~~")
  }
}
