/// The transcendental functions that schedules and rules need, once per update and on scalars only.
///
/// They use nothing but + − × ÷ and scaling by powers of two, so that every machine computes the
/// same bits.
enum ScalarFunctions {
  /// e^x within 1 ulp or so for x from −700 to 700; 0 below, infinity above.
  static func exponential(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 700 { return .infinity }
    if x < -700 { return 0 }
    // x = k ln 2 + r with |r| ≤ ln 2 / 2; ln 2 in two parts, the first short enough that k times it
    // is exact.
    let k = (x * 0x1.71547652b82fep+0).rounded()
    let high = x - k * 0x1.62e42fee00000p-1
    let low = k * 0x1.a39ef35793c76p-33
    let r = high - low
    // e^r = 1 + r + r²/2 (1 + r/3 (1 + r/4 (…))), with what the rounding of r lost put back.
    var sum = 1.0
    for n in stride(from: 14.0, through: 3.0, by: -1.0) { sum = 1 + sum * r / n }
    let tail = r * r * (sum * 0.5) + ((high - r) - low)
    let mantissa = 1 + (r + tail)
    return Double(sign: .plus, exponent: Int(k), significand: mantissa)
  }

  /// cos(π x) within 2 ulps or so of 1 for x from 0 to 1; exact at 0, ½ and 1.
  static func cosineOfPi(_ x: Double) -> Double {
    if x > 0.5 { return -cosineOfPi(1 - x) }
    // The cosine itself up to π/4, from there the sine of the complement.
    if x <= 0.25 {
      let square = (Double.pi * x) * (Double.pi * x)
      var sum = 1.0
      for n in stride(from: 20.0, through: 2.0, by: -2.0) { sum = 1 - sum * square / (n * (n - 1)) }
      return sum
    }
    let angle = Double.pi * (0.5 - x)
    let square = angle * angle
    var sum = 1.0
    for n in stride(from: 21.0, through: 3.0, by: -2.0) { sum = 1 - sum * square / (n * (n - 1)) }
    return angle * sum
  }

  /// 0.96^x, the power in the momentum schedule of Dozat 2016, for x ≥ 0. The base is the double next
  /// to 0.96, as in the libraries.
  static func powerOf96Hundredths(_ x: Double) -> Double {
    exponential(x * -0.040821994520255166)
  }
}
