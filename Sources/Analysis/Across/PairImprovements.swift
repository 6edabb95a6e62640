import Statistics

/// For each pair of contenders the probability that a run of the one is faster than a run of the other on
/// the same problem, the mean over the problems (Agarwal et al. 2021), with its interval.
public struct PairImprovements: Hashable, Sendable {
  /// By the one, then by the other; nil for itself.
  public let estimates: [[IntervalEstimate?]]

  /// All pairs of a sample.
  public init(_ sample: AcrossSample, resampleCount: Int = 10_000) {
    let all = sample.contenders.indices
    let pairs = all.flatMap { one in all[(one + 1)...].map { (one: one, other: $0) } }
    let bootstrap = AcrossBootstrap(
      sample, Improvements(sample, pairs), resampleCount: resampleCount)
    var estimates: [[IntervalEstimate?]] = all.map { _ in all.map { _ in nil } }
    for (index, pair) in pairs.enumerated() {
      let told = bootstrap.estimate(index, isSmooth: true)
      estimates[pair.one][pair.other] = told
      estimates[pair.other][pair.one] = IntervalEstimate(
        1 - told.value, Interval(low: 1 - told.interval.high, high: 1 - told.interval.low))
    }
    self.estimates = estimates
  }
}

/// The probabilities of some pairs.
private struct Improvements: AcrossStatistic {
  /// By problem, then by pair.
  private let levels: [[PairedLevels]]
  /// By problem: the part of its source that it is.
  private let parts: [Double]
  private var sums: [Double]

  init(_ sample: AcrossSample, _ pairs: [(one: Int, other: Int)]) {
    levels = sample.problems.map { problem in
      pairs.map { PairedLevels(problem.times[$0.one], against: problem.times[$0.other]) }
    }
    var parts = sample.problems.map { _ in 1.0 }
    for source in sample.sources {
      for problem in source { parts[problem] = 1 / Double(source.count) }
    }
    self.parts = parts
    sums = pairs.map { _ in 0 }
  }

  mutating func reset() {
    for pair in sums.indices { sums[pair] = 0 }
  }

  mutating func add(_ problem: Int, _ counts: [Int32]) {
    for (pair, levels) in levels[problem].enumerated() {
      sums[pair] += parts[problem] * levels.improvement(counts)
    }
  }

  func values(sources: Int) -> [Double] { sums.map { $0 / Double(sources) } }
}
