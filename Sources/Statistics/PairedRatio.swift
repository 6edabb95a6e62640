/// How many times as much one quantity takes as another, seed by seed.
public struct PairedRatio: Hashable, Sendable {
  /// How many pairs there are.
  public var count: Int
  /// In how many of them at least one of the two has a value.
  public var decided: Int
  /// The median of the ratios.
  public var median: Double
  /// The bootstrap interval of that median; nil with too few pairs to carry one.
  public var interval: Interval?

  /// Compares `values` with `reference`, paired by seed; both above 0.
  ///
  /// A missing value stands for a run that never got there: the ratio is ∞ when only the value is
  /// missing, 0 when only the reference is, and 1 when both are, since such a seed favours neither.
  ///
  /// - Returns: nil without pairs, or when no pair has a value on either side.
  public init?(
    of values: [Double?], to reference: [Double?], level: Double = 0.95, bootstrap: MedianBootstrap
  ) {
    let ratios = zip(values, reference).map { value, reference -> Double in
      switch (value, reference) {
      case (let value?, let reference?): value == reference ? 1 : value / reference
      case (.some, nil): 0
      case (nil, .some): .infinity
      case (nil, nil): 1
      }
    }.sorted()
    decided = zip(values, reference).count { $0 != nil || $1 != nil }
    guard decided > 0, let median = quantile(ofSorted: ratios, 0.5) else { return nil }
    count = ratios.count
    self.median = median
    interval = bootstrap.medianInterval(of: ratios, level: level)
  }
}
