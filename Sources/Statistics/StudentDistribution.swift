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
    let (degrees, square) = (Double(degreesOfFreedom), statistic * statistic)
    guard square.isFinite else { return 0 }
    return incompleteBeta(
      degrees / (degrees + square), complement: square / (degrees + square),
      doubledA: degreesOfFreedom, doubledB: 1)
  }

  /// The magnitude that is exceeded with `probability`, in (0, 1], within a relative 1e-12.
  ///
  /// Newton's method from the normal distribution's, which is smaller; the tail is convex, so that every
  /// step stays below.
  public func twoSidedQuantile(_ probability: Double) -> Double {
    var value = normalQuantile(1 - probability / 2)
    for _ in 0..<200 {
      let next = value + (twoSidedTail(value) - probability) / (2 * density(value))
      guard next > value * (1 + 1e-15) else { break }
      value = next
    }
    return value
  }

  /// Γ((ν + 1) / 2) / (√(νπ) Γ(ν / 2)) (1 + t² / ν)^(−(ν + 1) / 2).
  private func density(_ value: Double) -> Double {
    let degrees = Double(degreesOfFreedom)
    let factor =
      logGamma(doubled: degreesOfFreedom + 1) - logGamma(doubled: degreesOfFreedom)
      - log(degrees * Double.pi) / 2
    return exp(factor - (degrees + 1) / 2 * log1p(value * value / degrees))
  }
}
