import TestSupport
import Testing

@testable import Reports

/// TeX of bibliographies as a reader sees it.
@Suite struct TeXTextTests {
  @Test func textAndPeopleAreThoseOfPylatexencAndPybtex() throws {
    let rows = try References().rows("tex_text.txt")
    #expect(rows.count > 40)
    for row in rows {
      let shown = row[0] == "text" ? TeXText.plain(row[1]) : AuthorNames(row[1]).text
      // The bytes, since equal texts may be composed or not.
      #expect(Array(shown.utf8) == Array(row[2].utf8), "\(row[1]): \(shown)")
    }
  }

  @Test(arguments: [
    ("a\\", "a"), ("\\\"", ""), ("\\\"{}o", "o"), ("}}{{x", "x"), ("\\unknown{x}", "x"),
    ("\\'{\\'{\\'x", "x\u{301}\u{301}\u{301}"), ("----", "—-"), ("\\url{a_b}", "a_b"),
  ])
  func whatIsBrokenIsReadAsFarAsItGoes(_ tex: String, _ expected: String) {
    #expect(TeXText.plain(tex) == expected)
  }

  @Test(arguments: [
    ("A and B and C", "A, B and C"), ("A and others", "A et al."), ("others", " et al."),
    ("A AND B", "A and B"), ("", ""), (", A", "A"), ("A,", "A"), ("{A, B and C}", "A, B and C"),
    (
      (1...12).map { "A\($0)" }.joined(separator: " and "),
      "A1, A2, A3, A4, A5, A6, A7, A8, A9, A10 et al."
    ),
    ("  A   B  and  C ", "A B and C"),
  ])
  func people(_ field: String, _ expected: String) {
    #expect(AuthorNames(field).text == expected)
  }

  @Test func nestingCostsNothing() {
    let deep = String(repeating: "\\'{", count: 20_000) + "e"
    #expect(TeXText.plain(deep).unicodeScalars.count == 4)
  }
}
