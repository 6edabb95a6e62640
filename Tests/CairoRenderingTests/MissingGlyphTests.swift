import Plotting
import Testing

@testable import CairoRendering

/// What is said of text that no installed font has.
@Suite struct MissingGlyphTests {
  private func missing(_ titles: [String]) throws -> [MissingScript] {
    let panels = titles.map { title in
      Panel(
        title: title, x: Axis("x"), y: Axis("y"),
        marks: [.line(LineMark("l", x: [1, 2], y: [1, 2], style: SeriesStyle(index: 0)))])
    }
    let drawing = try CairoRenderer().drawing(of: Figure(id: "f", panels: panels))
    return CairoRenderer.missingScripts(in: drawing)
  }

  /// No font of Debian's has characters for private use, nor most systems one for Linear A.
  @Test func theFirstTextOfEachScriptIsNamedOnce() throws {
    let found = try missing(["a\u{F8F0}", "plain", "b\u{F8F1}\u{F8F2}"])
    #expect(found.map(\.name) == ["characters for private use"])
    #expect(found.first?.text == "a\u{F8F0}")
  }

  @Test func whatTheDefaultFontHasIsNoFault() throws {
    #expect(try missing(["abc", "é ä ß", "αβγ θ −1 × 10⁻³", "Москва", "∞ ≤ ±"]) == [])
  }

  @Test(arguments: [
    ("나", "Hangul", "fonts-noto-cjk"), ("漢", "Han", "fonts-noto-cjk"),
    ("か", "Hiragana", "fonts-noto-cjk"), ("カ", "Katakana", "fonts-noto-cjk"),
    ("न", "Devanagari", "fonts-noto-core"), ("ไ", "Thai", "fonts-noto-core"),
    ("א", "Hebrew", "fonts-noto-core"), ("ن", "Arabic", "fonts-noto-core"),
    ("\u{10600}", "Linear A", "fonts-noto-core"), ("😀", "emoji", "fonts-noto-color-emoji"),
    ("ᚠ", "the script 'Runr'", "fonts-noto-core"), ("⟰", "some symbols", "fonts-noto-core"),
  ])
  func scriptsHaveNamesAndPackages(text: String, name: String, package: String) throws {
    let script = Script(of: try #require(text.unicodeScalars.first))
    #expect(script == Script(name: name, package: package))
  }

  @Test func theMessageSaysWhatToDo() {
    #expect(
      MissingScript(name: "Hangul", text: "나담", package: "fonts-noto-cjk", figure: "f").message
        == "No installed font has Hangul, as in '나담' of figure 'f': it is drawn as boxes."
        + " On Debian: apt install fonts-noto-cjk")
  }
}
