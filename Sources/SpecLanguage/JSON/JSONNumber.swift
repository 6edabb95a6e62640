/// A number as it is written in a JSON text, exact.
package struct JSONNumber: Hashable, Sendable {
  /// The number's text, which follows RFC 8259.
  package let literal: String

  /// The nearest double, ties to even; infinite when the number is too large for one.
  ///
  /// Minus zero becomes zero: no key of a spec tells them apart.
  package var double: Double {
    let value = Double(literal) ?? .infinity
    return value == 0 ? 0 : value
  }

  /// The number when it is whole and fits; nil otherwise. `4.0` and `1e2` are whole.
  package var whole: Int? {
    var digits: [UInt8] = []
    var exponent = 0
    var afterPoint = false
    var bytes = literal.utf8[...]
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes = bytes.dropFirst() }
    while let byte = bytes.first, byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E") {
      bytes = bytes.dropFirst()
      if byte == UInt8(ascii: ".") {
        afterPoint = true
      } else {
        digits.append(byte - UInt8(ascii: "0"))
        if afterPoint { exponent -= 1 }
      }
    }
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { return 0 }
    if !bytes.isEmpty {
      guard let written = Int(Substring(bytes.dropFirst())) else { return nil }
      let (sum, overflow) = exponent.addingReportingOverflow(written)
      guard !overflow else { return nil }
      exponent = sum
    }
    guard exponent >= 0, exponent <= 40 - digits.count else { return nil }
    digits += [UInt8](repeating: 0, count: exponent)
    var value = 0
    for digit in digits {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.subtractingReportingOverflow(Int(digit))
      guard !overflow, !carry else { return nil }
      value = sum
    }
    // Digits were subtracted, since the negative range is the larger one.
    return negative ? value : value == .min ? nil : -value
  }
}
