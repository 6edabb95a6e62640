/// The corrected resampled t-test (Nadeau and Bengio, "Inference for the Generalization Error", Machine
/// Learning 52, 2003): seeds that split one table share rows, so that the variance of their mean does not
/// go to 0 with their number.
///
///     t = d̄ / √((1 / n + test rows / training rows) s²)
///
/// with n − 1 degrees of freedom. An infinite difference counts as the largest finite one in size.
public struct CorrectedResampledTest: Hashable, Sendable {
  /// The two-sided p, in [0, 1]; where all differences are equal 1 if they are 0, else 0.
  public let probability: Double
  /// The mean of the differences.
  public let mean: Double
  /// Their variance s², over n − 1.
  public let variance: Double

  private let standardError: Double
  private let distribution: StudentDistribution

  /// Tests differences.
  ///
  /// - Parameters:
  ///   - differences: at least 2, none of them NaN.
  ///   - testShare: test rows over training rows, at least 0.
  /// - Returns: nil with fewer than 2 differences.
  public init?(_ differences: [Double], testShare: Double) {
    guard differences.count > 1 else { return nil }
    let largest = differences.map(\.magnitude).filter(\.isFinite).max() ?? 1
    let bound = largest > 0 ? largest : 1
    let values = differences.map { $0.isFinite ? $0 : $0 > 0 ? bound : -bound }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    self.mean = mean
    self.variance = variance
    standardError = ((1 / count + testShare) * variance).squareRoot()
    distribution = StudentDistribution(degreesOfFreedom: values.count - 1)
    let isConstant = values.allSatisfy { $0 == values[0] }
    probability =
      if isConstant { values[0] == 0 ? 1 : 0 } else {
        distribution.twoSidedTail(mean / standardError)
      }
  }

  /// The mean with what the test does not reject around it.
  public func interval(level: Double) -> Interval {
    let half = standardError > 0 ? distribution.twoSidedQuantile(1 - level) * standardError : 0
    return Interval(low: mean - half, high: mean + half)
  }
}
