/// The mean of some values, and how far they lie from it.
public struct MeanAndDeviation: Hashable, Sendable {
  /// The arithmetic mean.
  public let mean: Double
  /// The standard deviation of a sample, √(Σ (x − x̄)² / (n − 1)); 0 for one value.
  public let deviation: Double

  /// The mean of `values`, summed in their order, the squares around it in a second pass.
  ///
  /// - Returns: nil without values, and where one of them is not finite: a run that failed has no
  ///   number that a mean could take in.
  public init?(of values: [Double]) {
    guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard mean.isFinite, squares.isFinite else { return nil }
    self.mean = mean
    deviation = values.count < 2 ? 0 : (squares / (count - 1)).squareRoot()
  }
}
