/// What is said of one quantity over the seeds.
public struct Summary: Hashable, Sendable {
  /// How many seeds there are, failures included.
  public var count: Int
  /// How many of them failed: diverged, or never reached a target. They count as the worst value.
  public var failures: Int
  /// The lower quartile.
  public var lowerQuartile: Double
  /// The median.
  public var median: Double
  /// The upper quartile.
  public var upperQuartile: Double
  /// The interval of the median at 95 % (``medianInterval(ofSorted:level:)``); nil with too few values to
  /// carry one.
  public var interval: Interval?

  /// Summarizes one quantity over the seeds.
  ///
  /// - Parameters:
  ///   - values: one value a seed, nil where the run failed.
  ///   - worst: what a failure counts as, `.infinity` for losses and times.
  /// - Returns: nil without values.
  public init?(of values: [Double?], worst: Double = .infinity) {
    let sorted = values.map { $0 ?? worst }.sorted()
    guard
      let lower = quantile(ofSorted: sorted, 0.25),
      let median = quantile(ofSorted: sorted, 0.5),
      let upper = quantile(ofSorted: sorted, 0.75)
    else { return nil }
    count = values.count
    failures = values.count { $0 == nil }
    lowerQuartile = lower
    self.median = median
    upperQuartile = upper
    interval = medianInterval(ofSorted: sorted)
  }
}
