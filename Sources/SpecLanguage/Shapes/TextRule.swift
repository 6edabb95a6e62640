/// A set of Unicode scalars.
package struct ScalarSet: Hashable, Sendable {
  /// The scalars that are listed, by number.
  package var ranges: [ClosedRange<UInt32>]
  /// Whether the set is all scalars but these.
  package var inverted: Bool

  /// The scalars that are listed, or all others.
  package init(ranges: [ClosedRange<UInt32>], inverted: Bool = false) {
    self.ranges = ranges
    self.inverted = inverted
  }

  package func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) } != inverted
  }

  /// The set as a class of a regular expression (ECMA 262).
  package var pattern: String {
    if ranges.isEmpty, inverted { return "[\\s\\S]" }
    return "[" + (inverted ? "^" : "")
      + ranges.map { range in
        Self.escape(range.lowerBound)
          + (range.count > 1 ? "-" + Self.escape(range.upperBound) : "")
      }.joined() + "]"
  }

  private static func escape(_ value: UInt32) -> String {
    if let scalar = Unicode.Scalar(value), Character(scalar).isLetter || Character(scalar).isNumber,
      scalar.isASCII
    {
      return String(scalar)
    }
    let digits = String(value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

/// A rule that texts follow: what they begin and end with, what else they hold, how long they are.
///
/// Both the test and the regular expression of the JSON Schema come from it. Lengths count Unicode
/// scalars, as a JSON Schema does.
package struct TextRule: Hashable, Sendable {
  /// What is expected, with an article.
  package var description: String
  /// What it must start with: one of these; anything where there are none.
  package var prefixes: [String]
  /// Texts that are allowed besides.
  package var words: [String]
  /// What the first scalar may be.
  package var first: ScalarSet
  /// What those between may be.
  package var inner: ScalarSet
  /// What the last of several may be.
  package var last: ScalarSet
  /// How many scalars there may be.
  package var length: ClosedRange<Int>

  /// A rule; see its fields.
  package init(
    description: String, prefixes: [String] = [], words: [String] = [], first: ScalarSet,
    inner: ScalarSet, last: ScalarSet, length: ClosedRange<Int>
  ) {
    self.description = description
    self.prefixes = prefixes
    self.words = words
    self.first = first
    self.inner = inner
    self.last = last
    self.length = length
  }

  package func allows(_ text: String) -> Bool {
    if words.contains(text) { return true }
    let scalars = text.unicodeScalars
    guard text.utf8.count <= 4 * length.upperBound, length.contains(scalars.count),
      let start = scalars.first, let end = scalars.last, first.contains(start),
      prefixes.isEmpty || prefixes.contains(where: { text.hasPrefix($0) })
    else { return false }
    return scalars.count == 1
      || (last.contains(end) && scalars.dropFirst().dropLast().allSatisfy(inner.contains))
  }

  package var schema: JSONLiteral {
    let middle = first == inner && inner == last ? "*" : nil
    let pattern =
      length.upperBound == 1
      ? first.pattern
      : middle.map { first.pattern + $0 }
        ?? "\(first.pattern)(\(inner.pattern)*\(last.pattern))?"
    let schema: JSONLiteral = [
      "type": "string", "minLength": .whole(length.lowerBound),
      "maxLength": .whole(length.upperBound),
      "pattern": .text(
        "^\(prefixes.isEmpty ? "" : "(?=\(prefixes.joined(separator: "|")))")\(pattern)$"),
    ]
    return words.isEmpty
      ? schema : ["anyOf": [["type": "string", "enum": .list(words.map { .text($0) })], schema]]
  }
}
