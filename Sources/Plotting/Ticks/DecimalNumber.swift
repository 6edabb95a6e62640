/// A whole number times a power of ten, exactly: what tick labels are made of.
struct DecimalNumber: Sendable, Hashable {
  /// The whole number, without trailing zeros unless it is 0.
  let mantissa: Int
  /// The power of ten.
  let exponent: Int

  /// `mantissa` times ten to the `exponent`.
  init(_ mantissa: Int, exponent: Int) {
    var mantissa = mantissa
    var exponent = mantissa == 0 ? 0 : exponent
    while mantissa != 0, mantissa.isMultiple(of: 10) {
      mantissa /= 10
      exponent += 1
    }
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// The nearest floating-point number.
  var value: Double { Double("\(mantissa)e\(exponent)") ?? .nan }

  /// The power of ten of the first digit; nil for 0.
  var magnitude: Int? {
    mantissa == 0 ? nil : exponent + String(mantissa.magnitude).count - 1
  }

  /// How many times 10^`power` it is, where `power` is at most its exponent and the answer has at
  /// most 18 digits.
  func multiple(of power: Int) -> Int {
    (0..<max(0, mantissa == 0 ? 0 : exponent - power)).reduce(mantissa) { product, _ in
      product * 10
    }
  }

  /// The difference to a number that has digits at the same places.
  func minus(_ other: DecimalNumber) -> DecimalNumber {
    let power = min(
      mantissa == 0 ? other.exponent : exponent, other.mantissa == 0 ? exponent : other.exponent)
    return DecimalNumber(multiple(of: power) - other.multiple(of: power), exponent: power)
  }

  /// The digits with `decimals` places after the point, of which those beyond the number's own
  /// are zeros, after the point was moved by `shift` places to the left.
  ///
  /// A negative number begins with U+2212; if `isGrouped`, commas part thousands.
  func formatted(decimals: Int, shift: Int = 0, isGrouped: Bool = false) -> String {
    let places = max(0, decimals)
    var digits = String(mantissa.magnitude)
    let zeros = exponent - shift + places
    if zeros >= 0 {
      digits += String(repeating: "0", count: mantissa == 0 ? places : zeros)
    }
    if digits.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.count) + digits
    }
    var whole = String(digits.dropLast(places))
    if isGrouped {
      for count in stride(from: 3, to: whole.count, by: 3).reversed() {
        whole.insert(",", at: whole.index(whole.endIndex, offsetBy: -count))
      }
    }
    let fraction = digits.suffix(places)
    return (mantissa < 0 ? "\u{2212}" : "") + whole + (places > 0 ? "." + fraction : "")
  }
}
