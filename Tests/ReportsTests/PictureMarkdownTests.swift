import Testing

@testable import Reports

/// Pictures that pages show in light and dark, and that converters of Markdown keep.
@Suite struct PictureMarkdownTests {
  private func written(_ text: String, formats: [String] = ["svg", "png"]) -> String {
    MarkdownWriter().markdown(
      Document([
        .figure(
          FigureReference(
            number: 1, id: "a", formats: formats, hasDarkVersion: true, alternativeText: text,
            caption: ["c"]))
      ]))
  }

  @Test func aPictureOfTwoColoursIsMarkdownInsideHTML() {
    #expect(
      written("Loss [1, 2)").contains(
        "\n\n<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"figures/a-dark.svg\">"
          + "![Loss \\[1, 2)](figures/a.svg)</picture>\n\n"))
  }

  /// The element must be whole, in one paragraph, with the picture directly below it: browsers pass over the
  /// source of a picture farther down. The reader that leaves HTML out finds the picture all the same.
  @Test(
    .enabled(if: MarkdownReader.isInstalled, "cmark-gfm is not installed"),
    arguments: MarkdownEscapingTests.hostile.filter { !$0.hasPrefix(" ") })
  func readersOfHTMLChooseAndOthersKeepIt(_ text: String) throws {
    let markdown = written(text)
    let html = MarkdownEscapingTests.seen(try MarkdownReader.html(markdown))
    let shown = MarkdownEscapingTests.seen(MarkdownReader.escaped(text))
    #expect(
      html.contains(
        "<p><picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"figures/a-dark.svg\">"
          + "<img src=\"figures/a.svg\" alt=\"\(shown)\" /></picture></p>"), "\(html)")
    let plain = MarkdownEscapingTests.seen(try MarkdownReader.html(markdown, keepsHTML: false))
    #expect(plain.contains("<img src=\"figures/a.svg\" alt=\"\(shown)\" />"), "\(plain)")
  }

  @Test func aSummaryIsHTML() {
    let text = MarkdownWriter().markdown(
      Document([
        .details(
          summary: ["a_b* <i> & ", .strong(["x"]), .code("y<")], [.paragraph(["*"])])
      ]))
    #expect(
      text == "<details>\n<summary>a_b* &lt;i&gt; &amp; <strong>x</strong><code>y&lt;</code>"
        + "</summary>\n\n\\*\n\n</details>\n")
  }
}
