import Kernels

extension AxisKernels {
  /// Adds −½ ((x − μ) / σ)² to the exponent of every kernel.
  func addPlace(_ place: Double, _ exponents: inout [Double]) {
    for kernel in means.indices {
      let standardized = (place - means[kernel]) / widths[kernel]
      exponents[kernel] -= 0.5 * standardized * standardized
    }
  }

  /// Adds what the mean density over an interval takes beside a kernel's `logFactors`.
  func addInterval(
    _ interval: (low: Double, high: Double), _ exponents: inout [Double], _ factors: inout [Double]
  ) {
    let length = interval.high - interval.low
    for kernel in means.indices {
      let low = (interval.low - means[kernel]) / widths[kernel]
      let high = (interval.high - means[kernel]) / widths[kernel]
      exponents[kernel] +=
        logNormalMass(from: low, to: high)
        + log((2 * Double.pi).squareRoot() * widths[kernel] / length)
    }
  }
}
