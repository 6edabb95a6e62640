import Statistics

/// What a report says across its problems by the time to each problem’s target: how often each contender
/// is clearly better, how it ranks, and by how much it differs.
public struct AcrossProblems: Sendable {
  /// What is compared.
  public let sample: AcrossSample
  /// On how many problems each is clearly better than each other.
  public let wins: ClearWins
  /// The mean ranks with Friedman's, Iman and Davenport's and Nemenyi's tests.
  public let ranks: MeanRanks
  /// The tests against the baseline; nil without one.
  public let baselineTests: BaselineTests?
  /// The effects with their intervals, against the baseline or else the best mean rank.
  public let effects: AcrossEffects
  /// The sources without which other pairs would be told apart, by position.
  public let pivotalSources: [Int]

  /// Compares across the problems of a report.
  ///
  /// - Parameter resampleCount: how many resamples the intervals rest on.
  /// - Returns: nil with fewer than two contenders that ran on all problems, or with fewer than two
  ///   problems on different rows whose times compare.
  public init?(_ comparison: Comparison, resampleCount: Int = 10_000) {
    guard let sample = AcrossSample(comparison), let ranks = sample.ranks else { return nil }
    self.sample = sample
    self.ranks = ranks
    wins = ClearWins(sample, in: comparison)
    let baseline = comparison.plan.spec.report.baseline.flatMap {
      sample.optimizers.firstIndex(of: $0)
    }
    baselineTests = baseline.map { BaselineTests(sample, baseline: $0) }
    let first = ranks.means.indices.min { (ranks.means[$0], $0) < (ranks.means[$1], $1) }
    effects = AcrossEffects(
      sample, reference: baseline ?? first ?? 0, resampleCount: resampleCount)
    let told = Self.told(sample, ranks, baseline: baseline)
    pivotalSources = sample.sources.indices.filter { source in
      let rest = sample.without(source: source)
      return Self.told(rest, rest.ranks, baseline: baseline) != told
    }
  }

  /// The pairs that are told apart across problems, the better one first.
  private static func told(
    _ sample: AcrossSample, _ ranks: MeanRanks?, baseline: Int?
  ) -> Set<[Int]> {
    guard let baseline else {
      return Set((ranks?.pairsApart ?? []).map { [$0.better, $0.worse] })
    }
    return Set(
      BaselineTests(sample, baseline: baseline).tests.filter(\.isClear).map {
        $0.isFaster ? [$0.contender, baseline] : [baseline, $0.contender]
      })
  }
}
