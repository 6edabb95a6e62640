extension TextRule {
  /// The name of a report: it becomes a folder's name.
  static let reportName = TextRule(
    description: "1 to 64 of the characters a-z, 0-9, _ and -, the first a letter or a digit",
    first: ScalarSet(ranges: [0x61...0x7A, 0x30...0x39]),
    inner: ScalarSet(ranges: [0x61...0x7A, 0x30...0x39, 0x5F...0x5F, 0x2D...0x2D]),
    last: ScalarSet(ranges: [0x61...0x7A, 0x30...0x39, 0x5F...0x5F, 0x2D...0x2D]),
    length: 1...64)

  /// The name of a problem or an optimizer: it stands in tables, paths and inline values.
  static let label = TextRule(
    description:
      "1 to 64 characters without '/', '{', '}', control characters, or a space at either end",
    first: ScalarSet(ranges: forbidden + spaces, inverted: true),
    inner: ScalarSet(ranges: forbidden, inverted: true),
    last: ScalarSet(ranges: forbidden + spaces, inverted: true),
    length: 1...64)

  /// A line of text, such as the label of an axis.
  static let line = TextRule(
    description: "a line of text of at most 200 characters, without control characters",
    first: ScalarSet(ranges: controls, inverted: true),
    inner: ScalarSet(ranges: controls, inverted: true),
    last: ScalarSet(ranges: controls, inverted: true), length: 1...200)

  /// The name of a column, as a header has it.
  static let columnName = TextRule(
    description: "a column's name", first: ScalarSet(ranges: [], inverted: true),
    inner: ScalarSet(ranges: [], inverted: true), last: ScalarSet(ranges: [], inverted: true),
    length: 1...1_000)

  /// What can follow in an address: visible ASCII.
  private static let addressCharacters = ScalarSet(ranges: [0x21...0x7E])

  /// An address of the web.
  static let address = TextRule(
    description: "an address that starts with https:// or http://",
    prefixes: ["https://", "http://"], first: addressCharacters, inner: addressCharacters,
    last: addressCharacters, length: 10...2_000)

  /// A SHA-256 in hexadecimal.
  static let sha256 = TextRule(
    description: "64 hexadecimal digits", first: hexadecimal, inner: hexadecimal,
    last: hexadecimal, length: 64...64)

  /// The character between the fields of a CSV file: one that neither quotes nor is part of numbers.
  static let delimiter = TextRule(
    description: "one character that is no letter, digit, quote, point or sign, such as \",\"",
    first: fieldSeparators, inner: fieldSeparators, last: fieldSeparators, length: 1...1)

  private static let hexadecimal = ScalarSet(ranges: [0x30...0x39, 0x41...0x46, 0x61...0x66])

  private static let fieldSeparators = ScalarSet(
    ranges: [
      0x09...0x09, 0x20...0x21, 0x23...0x26, 0x28...0x2A, 0x2C...0x2C, 0x2F...0x2F, 0x3A...0x40,
      0x5B...0x60, 0x7B...0x7E,
    ])

  /// `/`, `{`, `}` and `controls`.
  private static let forbidden: [ClosedRange<UInt32>] =
    [0x2F...0x2F, 0x7B...0x7B, 0x7D...0x7D] + controls

  /// Control characters, line separators, and what sets the direction of text.
  private static let controls: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
    0xFEFF...0xFEFF,
  ]

  /// Unicode's White_Space, as far as it is not forbidden.
  private static let spaces: [ClosedRange<UInt32>] = [
    0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x202F...0x202F, 0x205F...0x205F,
    0x3000...0x3000,
  ]
}
