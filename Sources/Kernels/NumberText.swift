/// How numbers are written in running text, tables and figures.
package enum NumberText {
  /// `value` with so many significant digits, such as `2813`, `0.0412`, `1.3 × 10⁷` or `∞`.
  ///
  /// A double holds 15 decimal digits of any number: zeros after its own digits stand at most there.
  package static func significant(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite, value != 0 else { return special(value) }
    var decimal = DecimalDigits(value.magnitude)
    let digits = min(digits, max(15, decimal.digits.count))
    decimal.round(keeping: digits)
    let sign = value < 0 ? "\u{2212}" : ""
    if decimal.exponent > 6 || decimal.exponent < -3 {
      return sign + decimal.scientific(digits)
    }
    return sign + decimal.fixed(decimals: max(0, digits - decimal.exponent))
  }

  /// `value` with at most so many significant digits, without zeros at its end.
  package static func short(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite, value != 0 else { return special(value) }
    var decimal = DecimalDigits(value.magnitude)
    decimal.round(keeping: digits)
    return significant(
      value, decimal.digits.count - decimal.digits.reversed().prefix { $0 == 0 }.count)
  }

  /// `value` with so many digits after the point.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return special(value) }
    guard value != 0 else { return DecimalDigits(0).fixed(decimals: decimals) }
    var decimal = DecimalDigits(value.magnitude)
    decimal.round(keeping: decimal.exponent + decimals)
    let isZero = decimal.digits.allSatisfy { $0 == 0 }
    return (value < 0 && !isZero ? "\u{2212}" : "") + decimal.fixed(decimals: decimals)
  }

  /// `value` as one would write it into a spec, exact and short: `0.1`, `12`, `1e-8`, `0`; `∞`.
  package static func exact(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return special(value) }
    return shortestDecimal(value).replacing("e-0", with: "e-")
  }

  /// A median or quartile of whole numbers, with the fraction that it may have.
  package static func count(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e7 else { return significant(value, 4) }
    let decimals = [0, 1, 2].first { (value * [1, 2, 4][$0]).rounded() == value * [1, 2, 4][$0] }
    return fixed(value, decimals: decimals ?? 2)
  }

  /// How many digits after the point show `width` with two significant digits, at least 0.
  package static func decimals(forWidth width: Double) -> Int {
    guard width.isFinite, width > 0 else { return 0 }
    return max(0, 2 - DecimalDigits(width).exponent)
  }

  /// How many digits `value`, at least 0, has before the point, at least 1.
  package static func wholeDigits(of value: Double) -> Int {
    value.isFinite ? max(1, DecimalDigits(value).exponent) : 1
  }

  private static func special(_ value: Double) -> String {
    if value.isNaN { return "not a number" }
    if value.isInfinite { return value < 0 ? "\u{2212}∞" : "∞" }
    return "0"
  }
}

/// The decimal digits of a finite number that is at least 0: 0.d₁d₂… · 10^exponent, d₁ > 0.
///
/// They are the shortest that read back to the same number.
struct DecimalDigits {
  private(set) var digits: [Int] = []
  private(set) var exponent = 0

  init(_ value: Double) {
    let text = value.description
    let parts = text.split(separator: "e")
    var pointPosition: Int?
    for character in parts.first ?? "" {
      if let digit = character.wholeNumberValue {
        digits.append(digit)
      } else {
        pointPosition = digits.count
      }
    }
    exponent = (pointPosition ?? digits.count) + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  /// Rounds to the first `count` digits, halves away from 0.
  mutating func round(keeping count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      exponent = 0
      return
    }
    let isUp = digits[count] >= 5
    digits.removeSubrange(count...)
    guard isUp else { return }
    var position = count - 1
    while position >= 0, digits[position] == 9 {
      digits[position] = 0
      position -= 1
    }
    if position >= 0 {
      digits[position] += 1
    } else {
      digits.insert(1, at: 0)
      exponent += 1
    }
  }

  /// The number with `decimals` digits after the point; it has been rounded to them.
  func fixed(decimals: Int) -> String {
    func digit(_ position: Int) -> String {
      digits.indices.contains(position) ? String(digits[position]) : "0"
    }
    let whole = exponent > 0 ? (0..<exponent).map(digit).joined() : "0"
    guard decimals > 0 else { return whole }
    return whole + "." + (exponent..<exponent + decimals).map(digit).joined()
  }

  /// The number as d.ddd × 10ⁿ with `count` significant digits.
  func scientific(_ count: Int) -> String {
    var mantissa = self
    mantissa.exponent = 1
    let superscripts: [Character: Character] = [
      "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
      "8": "⁸", "9": "⁹",
    ]
    let power = String(String(exponent - 1).compactMap { superscripts[$0] })
    return mantissa.fixed(decimals: max(0, count - 1)) + " × 10" + power
  }
}
