extension TextRule {
  /// The name of a report: it becomes a folder's name.
  package static let reportName = TextRule(
    description: "1 to 64 of the characters a-z, 0-9, _ and -, the first a letter or a digit",
    first: ScalarSet(ranges: [0x61...0x7A, 0x30...0x39]),
    inner: ScalarSet(ranges: [0x61...0x7A, 0x30...0x39, 0x5F...0x5F, 0x2D...0x2D]),
    last: ScalarSet(ranges: [0x61...0x7A, 0x30...0x39, 0x5F...0x5F, 0x2D...0x2D]),
    length: 1...64)

  /// The name of a problem or an optimizer: it stands in tables, paths and inline values.
  package static let label = TextRule(
    description:
      "1 to 64 characters without '/', '{', '}', control characters, or a space at either end",
    first: ScalarSet(ranges: forbidden + spaces, inverted: true),
    inner: ScalarSet(ranges: forbidden, inverted: true),
    last: ScalarSet(ranges: forbidden + spaces, inverted: true),
    length: 1...64)

  /// A line of text, such as the label of an axis.
  package static let line = TextRule(
    description: "a line of text of at most 200 characters, without control characters",
    first: ScalarSet(ranges: controls, inverted: true),
    inner: ScalarSet(ranges: controls, inverted: true),
    last: ScalarSet(ranges: controls, inverted: true), length: 1...200)

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
