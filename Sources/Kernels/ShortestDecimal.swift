/// The shortest decimal that reads back to the bits of `value`, such as `0.1`, `12`, `1e-07`, `-0`;
/// `inf`, `-inf` and `nan` are spelled so.
public func shortestDecimal(_ value: Double) -> String {
  if value.isNaN { return "nan" }
  var text = value.description
  if text.hasSuffix(".0") { text.removeLast(2) }
  return text
}

/// Appends the shortest decimal of `value` to `bytes`, as `shortestDecimal(_:)` spells it.
public func appendShortestDecimal(_ value: Double, to bytes: inout [UInt8]) {
  if value.isNaN {
    bytes.append(contentsOf: "nan".utf8)
    return
  }
  // Whole numbers of moderate size need no search for the shortest digits.
  if value.magnitude < 1e15, let whole = Int(exactly: value), whole != 0 || value.sign == .plus {
    bytes.append(contentsOf: whole.description.utf8)
    return
  }
  var text = value.description
  text.withUTF8 { digits in
    let isWhole =
      digits.count > 2 && digits[digits.count - 2] == UInt8(ascii: ".")
      && digits[digits.count - 1] == UInt8(ascii: "0")
    bytes.append(contentsOf: digits[..<(digits.count - (isWhole ? 2 : 0))])
  }
}
