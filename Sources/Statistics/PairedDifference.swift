/// How much higher one quantity is than another, seed by seed.
public struct PairedDifference: Hashable, Sendable {
  /// How many pairs there are.
  public var count: Int
  /// The median of the differences.
  public var median: Double
  /// The bootstrap interval of that median; nil with too few pairs to carry one.
  public var interval: Interval?

  /// Compares `values` with `reference`, paired by seed.
  ///
  /// A missing value stands for a run that failed; where both failed the pair favours neither and
  /// its difference is 0.
  ///
  /// - Parameter worst: what a failure counts as, `.infinity` for errors, `-.infinity` for accuracy.
  /// - Returns: nil without pairs.
  public init?(
    of values: [Double?], to reference: [Double?], worst: Double = .infinity,
    level: Double = 0.95, bootstrap: MedianBootstrap
  ) {
    let differences = zip(values, reference).map { value, reference -> Double in
      switch (value, reference) {
      case (let value?, let reference?): value - reference
      case (.some, nil): -worst
      case (nil, .some): worst
      case (nil, nil): 0
      }
    }.sorted()
    guard let median = quantile(ofSorted: differences, 0.5) else { return nil }
    count = differences.count
    self.median = median
    interval = bootstrap.medianInterval(of: differences, level: level)
  }
}
