import Kernels

/// The transcendental functions that schedules and rules need, once per update.
enum ScalarFunctions {
  /// cos(π x) within 2 ulps of 1 for x from 0 to 1; exact at 0, ½ and 1.
  static func cosineOfPi(_ x: Double) -> Double {
    if x > 0.5 { return -cosineOfPi(1 - x) }
    // The cosine itself up to π/4, from there the sine of the complement.
    return x <= 0.25 ? Kernels.cos(Double.pi * x) : Kernels.sin(Double.pi * (0.5 - x))
  }

  /// 0.96^x, the power in the momentum schedule of Dozat 2016, for x ≥ 0. The base is the double next
  /// to 0.96, as in the libraries.
  static func powerOf96Hundredths(_ x: Double) -> Double {
    Kernels.exp(x * -0.040821994520255166)
  }
}
