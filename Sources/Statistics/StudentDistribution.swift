import Kernels

/// Student's t distribution ("The Probable Error of a Mean", Biometrika 6, 1908).
public struct StudentDistribution: Hashable, Sendable {
  /// At least 1.
  public let degreesOfFreedom: Int

  /// The distribution of mean / standard error over one more than `degreesOfFreedom` normal values.
  public init(degreesOfFreedom: Int) { self.degreesOfFreedom = max(1, degreesOfFreedom) }

  /// The probability of a magnitude of at least `statistic`: I_{ν / (ν + t²)}(ν / 2, 1 / 2).
  ///
  /// - Returns: 0 for an infinite statistic.
  public func twoSidedTail(_ statistic: Double) -> Double {
    guard statistic.isFinite else { return 0 }
    let (x, complement) = shares(statistic)
    return regularizedBeta(x, complement: complement, Double(degreesOfFreedom) / 2, 0.5)
  }

  /// The magnitude that is exceeded with `probability`, in (0, 1], within a relative 1e-12 below .8.
  ///
  /// Newton's method on the logarithm of the tail against that of t, which is concave; from the normal
  /// quantile on, which is the smaller, so that all steps after the first go inwards.
  public func twoSidedQuantile(_ probability: Double) -> Double {
    var value = -normalQuantile(probability / 2)
    guard value > 0, value.isFinite else { return value }
    for _ in 0..<60 {
      let (x, complement) = shares(value)
      let half = Double(degreesOfFreedom) / 2
      let beyond = regularizedBeta(x, complement: complement, half, 0.5)
      // The density of both tails, times t.
      let slope = 2 * half * betaFront(x, complement: complement, half, 0.5)
      let next = value * exp(log(beyond / probability) * beyond / slope)
      if abs(next - value) <= value.ulp { break }
      value = next
    }
    return value
  }

  /// ν / (ν + t²) and t² / (ν + t²).
  private func shares(_ statistic: Double) -> (x: Double, complement: Double) {
    let (degrees, square) = (Double(degreesOfFreedom), statistic * statistic)
    guard square.isFinite else { return (0, 1) }
    return (degrees / (degrees + square), square / (degrees + square))
  }
}
