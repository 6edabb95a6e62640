/// Powers of a number to whole exponents, as exact as a `Double` can hold.
///
/// Bias corrections such as 1 − β^t lose digits of β^t to cancellation, and rounding errors of a
/// plain running product grow with t. The product is therefore kept as a sum of two numbers (Dekker
/// 1971), which leaves a relative error of about t · 2^-104: `value` is the correctly rounded power.
/// Below 2^-960 it is 0: where the second number would be subnormal, it is of no use, and slow.
struct CompensatedPower: Hashable, Sendable {
  /// The power.
  private(set) var value = 1.0
  /// What `value` lacks.
  private var remainder = 0.0
  /// The number that is raised.
  let base: Double

  /// base⁰.
  init(of base: Double) { self.base = base }

  /// Raises the exponent by 1.
  mutating func advance() { multiply(by: base, 0) }

  /// Multiplies by `factor` + `factorRemainder`.
  private mutating func multiply(by factor: Double, _ factorRemainder: Double) {
    let product = value * factor
    let error = (-product).addingProduct(value, factor)
    let rest = error + (value * factorRemainder + remainder * factor)
    value = product + rest
    remainder = rest - (value - product)
    if value.magnitude < 0x1p-960 { (value, remainder) = (0, 0) }
  }

  /// base^exponent for an exponent ≥ 0, in about 2 log₂(exponent) multiplications.
  static func power(_ base: Double, _ exponent: Int) -> Double {
    var result = CompensatedPower(of: base)
    var square = CompensatedPower(of: base)
    square.advance()
    var left = exponent
    while left > 0 {
      if left & 1 == 1 { result.multiply(by: square.value, square.remainder) }
      left >>= 1
      if left > 0 { square.multiply(by: square.value, square.remainder) }
    }
    return result.value
  }
}
