import Kernels

extension JSONLiteral {
  /// The one text of a value: keys sorted by their bytes, the shortest decimals that read back to the
  /// same number, no white space. Equal values have equal texts, so a digest of it names the value.
  ///
  /// Numbers are finite; a whole one up to 2⁵³ has no point and no exponent.
  package var canonical: String {
    switch self {
    case .flag(let flag): flag ? "true" : "false"
    case .whole(let whole): String(whole)
    case .number(let number): Self.canonical(number)
    case .text(let text): Self.quote(text)
    case .list(let elements): "[" + elements.map(\.canonical).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { Self.quote($0.key) + ":" + $0.value.canonical }.joined(separator: ",") + "}"
    }
  }

  private static func canonical(_ number: Double) -> String {
    precondition(number.isFinite, "JSON has no such number")
    if let whole = Int(exactly: number), whole.magnitude <= 1 << 53 { return String(whole) }
    return shortestDecimal(number)
  }
}

extension JSONValue {
  /// The one text of a value that was read, as `JSONLiteral.canonical` has it: how it was laid out and spelled
  /// makes no difference. Numbers too large for a double stay as they are.
  package var canonical: String {
    switch content {
    case .null: "null"
    case .flag(let flag): JSONLiteral.flag(flag).canonical
    case .number(let number):
      if let whole = number.whole {
        JSONLiteral.whole(whole).canonical
      } else if number.double.isFinite {
        JSONLiteral.number(number.double).canonical
      } else {
        number.literal
      }
    case .text(let text): JSONLiteral.text(text).canonical
    case .list(let elements): "[" + elements.map(\.canonical).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { JSONLiteral.quote($0.key) + ":" + $0.value.canonical }.joined(separator: ",") + "}"
    }
  }
}
