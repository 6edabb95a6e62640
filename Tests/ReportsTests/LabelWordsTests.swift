import Plotting
import Testing

@testable import Reports

/// Labels with mathematics where they are not drawn.
@Suite struct LabelWordsTests {
  private func label() throws -> String { try LabelText.marked("decay $\\beta_2$") }

  @Test func captionsShowFormulas() throws {
    let words: [Inline] = [.strong([.text(try label())]), .text("of $x$")]
    #expect(
      LabelWords.inlines(words) == [
        .strong([.text("decay "), .math("\\beta_2")]), .text("of $x$"),
      ])
    #expect(
      MarkdownWriter().markdown(LabelWords.inlines([.text(try label())])) == "decay $`\\beta_2`$")
  }

  @Test func tablesHoldPlainCharacters() throws {
    let bytes = Array("epoch,\(try label())\n1,2\n".utf8)
    #expect(LabelWords.data(bytes) == Array("epoch,decay β₂\n1,2\n".utf8))
    #expect(LabelWords.data(Array("a,b\n".utf8)) == Array("a,b\n".utf8))
  }
}
