import Diagnostics
import Testing

/// What faults look like on a terminal, whole.
struct RenderingTests {
  /// The fault at the first `needle` in `text`.
  func fault(
    _ needle: String, in text: String, message: String = "m", help: String? = nil
  ) throws -> Diagnostic {
    let range = try #require(text.firstRange(of: needle))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let source = SourceText(name: "a.json", bytes: Array(text.utf8))
    return source.diagnostic(
      at: start..<start + needle.utf8.count, message: message, help: help)
  }

  @Test("the example of the specification")
  func example() throws {
    let text = String(repeating: "\n", count: 13) + "      \"beta_1\": 0.9\n"
    let found = try fault(
      "\"beta_1\"", in: text, message: "unknown key 'beta_1' for optimizer 'adam'",
      help: "did you mean 'beta1'? expected: beta1, beta2, epsilon, ...")
    #expect(
      found.rendered() == """
        a.json:14:7: error: unknown key 'beta_1' for optimizer 'adam'
           14 |       "beta_1": 0.9
              |       ^^^^^^^^ did you mean 'beta1'? expected: beta1, beta2, epsilon, ...
        """)
  }

  @Test("without a place, without help, with both missing")
  func withoutPlace() {
    let missing = Diagnostic(file: "a.json", message: "no such file", help: "check the path")
    #expect(missing.rendered() == "a.json: error: no such file\n      check the path")
    #expect(Diagnostic(file: "a", message: "m").rendered() == "a: error: m")
    let placed = Diagnostic(file: "a", place: Place(line: 2, column: 3), message: "m")
    #expect(placed.rendered() == "a:2:3: error: m")
  }

  @Test("carets stand below tabs, wide and combined characters")
  func alignment() throws {
    let tabs = try fault("x", in: "\t\tx")
    #expect(tabs.place == Place(line: 1, column: 3))
    #expect(tabs.rendered().hasSuffix("    1 |         x\n      |         ^"))
    let wide = try fault("x", in: "\"학습\": x")
    #expect(wide.place == Place(line: 1, column: 7))
    #expect(wide.rendered().hasSuffix("    1 | \"학습\": x\n      |         ^"))
    let combined = try fault("x", in: "e\u{301}e\u{301} x")
    #expect(combined.place == Place(line: 1, column: 4))
    #expect(combined.rendered().hasSuffix("x\n      |    ^"))
    let marked = try fault("학습", in: "학습 x")
    #expect(marked.place == Place(line: 1, column: 1, length: 2))
    #expect(marked.rendered().hasSuffix("      | ^^^^"))
  }

  @Test("nothing that a terminal would act on gets through")
  func hostileText() throws {
    let text = "\u{1B}[31m\u{202E}x\u{7}\u{9B}\u{2028}"
    let found = try fault("x", in: text, message: "key '\(text)'", help: "h\u{1B}\nh")
    let rendered = found.rendered()
    #expect(
      rendered == """
        a.json:1:7: error: key '<U+001B>[31m<U+202E>x<U+0007><U+009B><U+2028>'
            1 | <U+001B>[31m<U+202E>x<U+0007><U+009B><U+2028>
              |                     ^ h<U+001B><U+000A>h
        """)
    let named = Diagnostic(file: "a\u{1B}b\nc", message: "m").rendered()
    #expect(named == "a<U+001B>b<U+000A>c: error: m")
  }

  @Test("a long line is cut around the place")
  func longLine() throws {
    let text = String(repeating: "a", count: 300) + "x" + String(repeating: "b", count: 300)
    let lines = try fault("x", in: text).rendered().split(separator: "\n")
    #expect(
      lines[1] == "    1 | …" + String(repeating: "a", count: 60) + "x"
        + String(repeating: "b", count: 38) + "…")
    #expect(lines[2] == "      | " + String(repeating: " ", count: 61) + "^")
  }

  @Test("a line of a megabyte is neither copied nor counted whole")
  func hugeLine() throws {
    let text = String(repeating: "a", count: 1 << 20) + "x" + String(repeating: "b", count: 1 << 20)
    let found = try fault("x", in: text)
    #expect(found.place == Place(line: 1, column: (1 << 20) + 1))
    #expect((found.sourceLine?.count ?? 0) < 5_000)
    let lines = found.rendered().split(separator: "\n")
    #expect(
      lines[1] == "    1 | …" + String(repeating: "a", count: 60) + "x"
        + String(repeating: "b", count: 38) + "…")
    #expect(lines[2] == "      | " + String(repeating: " ", count: 61) + "^")
  }

  @Test("colour is added only when asked for, and never around the source")
  func colour() {
    let fault = Diagnostic(
      file: "a", place: Place(line: 1, column: 1), message: "m", sourceLine: "x")
    #expect(
      fault.rendered(colour: true)
        == "\u{1B}[1ma:1:1:\u{1B}[0m \u{1B}[1;31merror:\u{1B}[0m m\n    1 | x\n      | "
        + "\u{1B}[1;31m^\u{1B}[0m")
    #expect(!fault.rendered().contains("\u{1B}"))
  }
}
