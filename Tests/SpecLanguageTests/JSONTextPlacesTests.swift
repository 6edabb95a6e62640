import Testing

@testable import SpecLanguage

/// Where parts of a text stand in the JSON that has them.
struct JSONTextPlacesTests {
  @Test(
    "the bytes of a part, escapes and all",
    arguments: [
      (#""abc""#, 0..<1, "a"), (#""abc""#, 1..<3, "bc"), (#""a\nb""#, 1..<2, #"\n"#),
      (#""a\nb""#, 2..<3, "b"), (#""\u0041b""#, 1..<2, "b"), (#""\u00e9b""#, 0..<2, #"\u00e9"#),
      (#""\u20ACb""#, 3..<4, "b"), (#""\uD83D\uDE00b""#, 4..<5, "b"), (#""é\"b""#, 2..<4, #"\"b"#),
      (#""\\b""#, 1..<2, "b"), (#""ab""#, 2..<2, ""),
      // What is no text, or shorter than the part, is told as a whole.
      ("12", 0..<1, "12"), (#""ab""#, 0..<3, #""ab""#), (#""""#, 0..<1, #""""#),
    ])
  func parts(_ literal: String, _ part: Range<Int>, _ expected: String) {
    let bytes = Array("[ \(literal) ]".utf8)
    let range = JSONTextPlaces(inText: 2..<bytes.count - 2, bytes).range(of: part)
    #expect(String(decoding: bytes[range], as: UTF8.self) == expected)
  }
}
