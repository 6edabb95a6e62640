/// How numbers are written in a file: the signs for the decimal point and between groups of digits.
struct NumberForm {
  private let decimal: [UInt8]
  private let thousands: [UInt8]?
  /// Whether numbers are written with a point and without groups, the usual way.
  let isPlain: Bool

  /// Numbers such as `1.234,5` with `decimal` a comma and `thousands` a point.
  init(decimal: Character = ".", thousands: Character? = nil) {
    self.decimal = Array(String(decimal).utf8)
    self.thousands = thousands.map { Array(String($0).utf8) }
    isPlain = decimal == "." && thousands == nil
  }

  /// What the bytes mean where a number belongs.
  @inline(__always)
  func number(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> DecimalNumber {
    isPlain ? DecimalNumber(bytes, range) : translated(bytes, range)
  }

  /// The number once it is written the usual way. Nothing is guessed: groups after the first have
  /// three digits, and none stands behind the decimal sign.
  private func translated(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> DecimalNumber {
    var plain: [UInt8] = []
    var index = range.lowerBound
    // Digits of the group at hand; nil behind the decimal sign.
    var digits: Int? = 0
    var hasGroups = false
    while index < range.upperBound {
      if let group = digits, let thousands, Self.matches(bytes, index..<range.upperBound, thousands)
      {
        guard hasGroups ? group == 3 : (1...3).contains(group) else { return .text }
        hasGroups = true
        digits = 0
        index += thousands.count
      } else if let group = digits, Self.matches(bytes, index..<range.upperBound, decimal) {
        guard !hasGroups || group == 3 else { return .text }
        digits = nil
        plain.append(UInt8(ascii: "."))
        index += decimal.count
      } else {
        let byte = bytes[index]
        let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        // The usual point has another meaning here, or none.
        if byte == UInt8(ascii: ".") { return .text }
        if let group = digits {
          if isDigit {
            digits = group + 1
          } else if !plain.isEmpty {
            guard !hasGroups || group == 3 else { return .text }
            digits = nil
          }
        }
        plain.append(byte)
        index += 1
      }
    }
    if hasGroups, let group = digits, group != 3 { return .text }
    return DecimalNumber(plain.span, plain.indices)
  }

  private static func matches(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, _ sign: [UInt8]
  ) -> Bool {
    guard range.count >= sign.count else { return false }
    for offset in sign.indices where bytes[range.lowerBound + offset] != sign[offset] {
      return false
    }
    return true
  }

  /// The form that `text` may be written in, though it is none in the usual form: the key that would
  /// read it.
  static func likely(_ text: String) -> (form: NumberForm, keys: String)? {
    let bytes = Array(text.utf8)
    for (decimal, thousands) in [
      (",", nil), (",", "."), (".", ","), (",", " "), (".", " "), (".", "'"), (".", "_"),
      (",", "\u{A0}"), (",", "\u{202F}"),
    ] as [(Character, Character?)] {
      let form = NumberForm(decimal: decimal, thousands: thousands)
      guard case .finite = form.number(bytes.span, bytes.indices) else { continue }
      let keys = [
        decimal == "." ? nil : "\"decimal\": \"\(decimal)\"",
        thousands.map { "\"thousands\": \"\($0)\"" },
      ]
      return (form, keys.compactMap { $0 }.joined(separator: ", "))
    }
    return nil
  }
}
