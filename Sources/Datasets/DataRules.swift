import SpecLanguage

extension TextRule {
  /// The name of a column, as a header has it.
  package static let columnName = TextRule(
    description: "a column's name", first: ScalarSet(ranges: [], inverted: true),
    inner: ScalarSet(ranges: [], inverted: true), last: ScalarSet(ranges: [], inverted: true),
    length: 1...1_000)

  /// What can follow in an address: visible ASCII.
  private static let addressCharacters = ScalarSet(ranges: [0x21...0x7E])

  /// An address of the web.
  package static let address = TextRule(
    description: "an address that starts with https:// or http://",
    prefixes: ["https://", "http://"], first: addressCharacters, inner: addressCharacters,
    last: addressCharacters, length: 10...2_000)

  /// A SHA-256 in hexadecimal.
  package static let sha256 = TextRule(
    description: "64 hexadecimal digits", first: hexadecimal, inner: hexadecimal,
    last: hexadecimal, length: 64...64)

  /// The character between the fields of a CSV file: one that neither quotes nor is part of numbers.
  package static let delimiter = TextRule(
    description: "one character that is no letter, digit, quote, point or sign, such as \",\", or "
      + "\"whitespace\"",
    words: [Delimiter.whitespaceName], first: fieldSeparators, inner: fieldSeparators,
    last: fieldSeparators,
    length: 1...1)

  /// A sign within numbers: one character that is no letter, digit, quote or arithmetic sign.
  package static let numberSign = TextRule(
    description: "one character that is no letter, digit, quote, + or -, such as \",\"",
    first: numberSigns, inner: numberSigns, last: numberSigns, length: 1...1)

  /// What begins a comment.
  package static let comment = TextRule(
    description: "one character that is no letter, digit, quote, point or sign, such as \"#\"",
    first: fieldSeparators, inner: fieldSeparators, last: fieldSeparators, length: 1...1)

  private static let numberSigns = ScalarSet(
    ranges: [
      0x00...0x1F, 0x22...0x22, 0x2B...0x2B, 0x2D...0x2D, 0x30...0x39, 0x41...0x5A, 0x61...0x7A,
      0x7F...0x9F,
    ], inverted: true)

  private static let hexadecimal = ScalarSet(ranges: [0x30...0x39, 0x41...0x46, 0x61...0x66])

  private static let fieldSeparators = ScalarSet(
    ranges: [
      0x09...0x09, 0x20...0x21, 0x23...0x26, 0x28...0x2A, 0x2C...0x2C, 0x2F...0x2F, 0x3A...0x40,
      0x5B...0x60, 0x7B...0x7E,
    ])
}
