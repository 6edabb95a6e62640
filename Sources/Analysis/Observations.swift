import Statistics

/// What was observed of one quantity for one contender, by seed.
public struct Observations: Hashable, Sendable {
  /// The seeds whose runs are known, in the plan's order.
  public let seeds: [UInt32]
  /// The value of each seed; nil where the run failed: it diverged, or never reached a target.
  public let values: [Double?]
  /// The least that each value can be, where a curve tells an epoch only up to the gap between two
  /// recorded ones; else the values themselves.
  public let earliest: [Double?]
  /// The most that each value can be: ∞ for the width of a basin that reaches the edge of what was
  /// searched; else the values themselves.
  public let greatest: [Double?]

  /// Values by seed.
  ///
  /// - Parameters:
  ///   - seeds: the seeds, without repeats.
  ///   - values: one a seed, nil for a failure.
  ///   - earliest: the least that each value can be; nil: none is less than the value.
  ///   - greatest: the most that each value can be; nil: none is more than the value.
  public init(
    seeds: [UInt32], values: [Double?], earliest: [Double?]? = nil, greatest: [Double?]? = nil
  ) {
    precondition(seeds.count == values.count && earliest?.count ?? values.count == values.count)
    precondition(greatest?.count ?? values.count == values.count)
    self.seeds = seeds
    self.values = values
    self.earliest = earliest ?? values
    self.greatest = greatest ?? values
  }

  /// With how many seeds the value is a lower bound.
  public var lowerBounds: Int { zip(values, greatest).count { $0 != $1 } }

  /// What is said of them over the seeds. Where values are lower bounds the interval goes on upwards
  /// as far as the true ones may.
  ///
  /// - Parameter worst: what a failure counts as.
  /// - Returns: nil without values.
  func summary(worst: Double) -> Summary? {
    var summary = Summary(of: values, worst: worst)
    guard lowerBounds > 0, let most = Summary(of: greatest, worst: worst)?.interval,
      let interval = summary?.interval
    else { return summary }
    summary?.interval = Interval(low: interval.low, high: most.high)
    return summary
  }

  /// These observations and others at the seeds that both have, in the order of these.
  func paired(with other: Observations) -> (Observations, Observations) {
    if seeds == other.seeds { return (self, other) }
    let places = Dictionary(
      zip(other.seeds, other.seeds.indices), uniquingKeysWith: { first, _ in first })
    let common = seeds.indices.filter { places[seeds[$0]] != nil }
    return (at(common), other.at(common.compactMap { places[seeds[$0]] }))
  }

  private func at(_ places: [Int]) -> Observations {
    Observations(
      seeds: places.map { seeds[$0] }, values: places.map { values[$0] },
      earliest: places.map { earliest[$0] }, greatest: places.map { greatest[$0] })
  }
}
