import Diagnostics
import Testing

/// Text that is shown instead of acted on.
struct VisibleTextTests {
  @Test(
    "what a terminal would act on is written out",
    arguments: [
      ("abc", "abc"), ("a\tb", "a<U+0009>b"), ("\u{7F}", "<U+007F>"), ("\u{85}", "<U+0085>"),
      ("\u{200F}", "<U+200F>"), ("\u{2066}", "<U+2066>"), ("\u{FEFF}", "<U+FEFF>"),
      ("\u{E0041}", "<U+E0041>"), ("\r\n", "<U+000D><U+000A>"), ("👩‍🔬", "👩‍🔬"), ("학습 é ℵ", "학습 é ℵ"),
    ])
  func visible(text: String, shown: String) {
    #expect(text.visible == shown)
  }

  @Test("quoted text is cut")
  func quoted() {
    #expect("a\u{1B}".quoted == "'a<U+001B>'")
    #expect(String(repeating: "x", count: 60).quoted == "'\(String(repeating: "x", count: 60))'")
    #expect(String(repeating: "x", count: 61).quoted == "'\(String(repeating: "x", count: 60))…'")
  }
}
