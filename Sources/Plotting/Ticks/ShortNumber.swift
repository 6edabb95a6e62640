/// A number rounded to a few significant digits, as plain text can show it.
struct ShortNumber {
  private let number: DecimalNumber?
  private let value: Double

  /// Rounds `value` to `digits` significant digits, 1 to 15.
  init(_ value: Double, digits: Int) {
    self.value = value
    guard value.isFinite, value != 0, abs(value) >= 1e-300 else {
      number = value == 0 ? DecimalNumber(0, exponent: 0) : nil
      return
    }
    let magnitude = Int(decimalLogarithm(abs(value)).rounded(.down))
    let exponent = magnitude - digits + 1
    // In two steps, because a power of ten may be too large or too small for one.
    let half = -exponent / 2
    let scaled = value * (Double("1e\(half)") ?? 1) * (Double("1e\(-exponent - half)") ?? 1)
    number = DecimalNumber(Int(scaled.rounded()), exponent: exponent)
  }

  /// The rounded number.
  var rounded: Double { number?.value ?? value }

  /// Digits with a point, or with a power of ten from 10⁶ on and below 10⁻³.
  var text: String {
    guard let number else { return value.isNaN ? "NaN" : (value < 0 ? "\u{2212}∞" : "∞") }
    guard let magnitude = number.magnitude, !(-3...5).contains(magnitude) else {
      return number.formatted(decimals: -number.exponent)
    }
    let factor = number.formatted(decimals: magnitude - number.exponent, shift: magnitude)
    return factor + "\u{00D7}10" + Self.raised(magnitude)
  }

  private static func raised(_ exponent: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let text = String(exponent.magnitude).compactMap(\.wholeNumberValue).map { digits[$0] }
    return (exponent < 0 ? "⁻" : "") + String(text)
  }
}
