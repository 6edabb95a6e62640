import Diagnostics
import Testing

@testable import SpecLanguage

/// The one text of a value, by which digests name it.
@Suite struct CanonicalJSONTests {
  private func canonical(_ text: String) throws -> String {
    try JSONReader.read(SourceText(name: "t.json", bytes: Array(text.utf8))).canonical
  }

  @Test func layoutSpellingAndOrderMakeNoDifference() throws {
    let expected = #"{"":[],"a":["A\n\"é",true,false,null],"b":{},"é":[1,100,0.1,-0.5,1e-08]}"#
    #expect(
      try canonical(
        #"""
        { "é": [1.0, 1e2, 0.10, -5e-1, 0.00000001],
          "b": { }, "a": ["\u0041\n\"é", true, false, null], "": [] }
        """#
      ).replacing("\\u000a", with: "\\n") == expected)
    #expect(try canonical(expected).replacing("\\u000a", with: "\\n") == expected)
  }

  @Test func noDigitOfAWholeNumberIsLost() throws {
    #expect(
      try canonical("[9007199254740993, 9007199254740993.0, 12e17, 1e999, -0]")
        == "[9007199254740993,9007199254740993,1200000000000000000,1e999,0]")
  }
}
