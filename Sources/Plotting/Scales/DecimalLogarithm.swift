/// The decimal logarithm of a positive normal number, within a few units in the last place.
///
/// Only additions, multiplications and one division, so that every machine places a point on the
/// same spot; the C library's `log10` may differ in its last bit from one machine to the next.
///
/// x = m 2^e with m in [√½, √2), s = (m − 1)/(m + 1), ln m = 2 (s + s³/3 + s⁵/5 + …), where
/// |s| < 0.172 leaves a remainder below 1e-18 after the term of s²¹.
/// - Returns: NaN for NaN and below zero, −∞ for 0, +∞ for +∞.
func decimalLogarithm(_ x: Double) -> Double {
  guard x > 0, x.isFinite else {
    return x == 0 ? -.infinity : (x > 0 ? .infinity : .nan)
  }
  var mantissa = x.significand
  var exponent = Double(x.exponent)
  if mantissa > 1.4142135623730951 {
    mantissa *= 0.5
    exponent += 1
  }
  let s = (mantissa - 1) / (mantissa + 1)
  let square = s * s
  var sum = 0.0
  var divisor = 21.0
  while divisor > 1 {
    sum = (sum + 1 / divisor) * square
    divisor -= 2
  }
  let inverseLn10 = 0.4342944819032518
  // log10(2) in two parts: the first has so few bits that its product with any exponent is exact.
  let log2High = 0.301025390625
  let log2Low = 4.6050389811952137e-06
  return exponent * log2High + (exponent * log2Low + 2 * (s + s * sum) * inverseLn10)
}
