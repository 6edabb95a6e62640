import Diagnostics
import Testing

@Suite struct ShellWordTests {
  @Test(
    "a text is one word for the shell",
    arguments: [
      ("reports/a-b_c.1", "reports/a-b_c.1"), ("", "''"), ("a b", "'a b'"), ("$(id)", "'$(id)'"),
      ("it's", #"'it'\''s'"#), ("'\u{301};id", "''\\''\u{301};id'"), ("~", "'~'"),
      ("a\nb", "'a\nb'"),
    ])
  func word(text: String, expected: String) {
    #expect(text.shellWord.utf8.elementsEqual(expected.utf8))
  }
}
