import Kernels
import Statistics

/// An estimate with the interval that holds it at 95 %.
public struct IntervalEstimate: Hashable, Sendable {
  /// The estimate.
  public let value: Double
  /// Its interval.
  public let interval: Interval

  /// An estimate.
  public init(_ value: Double, _ interval: Interval) {
    self.value = value
    self.interval = interval
  }
}

/// How large the differences between contenders are across problems, each with an interval from one
/// bootstrap.
///
/// 10,000 resamples draw the sources with replacement and, within each problem of a source, the seeds
/// (``NestedDraws``); all contenders share the draws, since they share what depends on a seed. Intervals
/// are BCa with the jackknife over the sources (``bcaInterval(ofSorted:estimate:leaveOneOut:level:)``);
/// of the geometric mean, since medians are not smooth, and where a resample is infinite, from the .025
/// to the .975 quantile.
public struct AcrossEffects: Hashable, Sendable {
  /// The contender that the ratio and the probability of improvement compare with.
  public let reference: Int
  /// By contender: the geometric mean over the problems of its median time over the reference’s, 1 where
  /// neither has one; nil where that is so on all problems.
  public let ratios: [IntervalEstimate?]
  /// By contender: the interquartile mean of the scores of its runs, from 0 to 1 (``TimeScores``).
  public let middleScores: [IntervalEstimate]
  /// By contender: the probability that one of its runs is faster than one of the reference on the same
  /// problem.
  public let improvements: [IntervalEstimate]
  /// By contender: the area under its performance profile from factor 1 to 4, over the width.
  public let areas: [IntervalEstimate]

  init(_ sample: AcrossSample, reference: Int, resampleCount: Int) {
    self.reference = reference
    let contenders = sample.contenders.indices
    var statistics = AcrossStatistics(sample, reference: reference)
    let sizes = sample.problems.map { $0.times.first?.count ?? 0 }
    let once = sizes.map { Array(repeating: Int32(1), count: $0) }

    /// Every statistic of every contender of some sources.
    func values(of sources: [[Int]]) -> [[Double]] {
      statistics.reset()
      for problem in sources.joined() { statistics.add(problem, once[problem]) }
      return current(sources.count)
    }
    func current(_ sources: Int) -> [[Double]] {
      AcrossStatistics.Kind.allCases.map { kind in
        contenders.map { statistics.value(kind, of: $0, sources: sources) }
      }
    }
    let estimates = values(of: sample.sources)
    let withoutOne = sample.sources.indices.map { left in
      values(of: sample.sources.indices.filter { $0 != left }.map { sample.sources[$0] })
    }
    var draws = NestedDraws(
      groups: sample.sources, sizes: sizes,
      stream: PhiloxStream(seed: 0, purpose: "bootstrap", name: "across problems"))
    var resampled = estimates.map { $0.map { _ in [Double]() } }
    for _ in 0..<resampleCount {
      statistics.reset()
      draws.resample { statistics.add($0, $1) }
      for kind in AcrossStatistics.Kind.allCases {
        for contender in contenders {
          resampled[kind.rawValue][contender].append(
            statistics.value(kind, of: contender, sources: sample.sources.count))
        }
      }
    }
    func all(_ kind: AcrossStatistics.Kind) -> [IntervalEstimate] {
      contenders.map { contender in
        let estimate = estimates[kind.rawValue][contender]
        let interval = Self.interval(
          resampled[kind.rawValue][contender].sorted(), estimate,
          withoutOne: withoutOne.map { $0[kind.rawValue][contender] },
          isSmooth: kind != .logRatio)
        return IntervalEstimate(estimate, interval)
      }
    }
    middleScores = all(.middleScore)
    areas = all(.area)
    improvements = all(.improvement)
    ratios = all(.logRatio).enumerated().map { contender, estimate in
      let isTimed = sample.problems.contains {
        $0.median(contender).isFinite || $0.median(reference).isFinite
      }
      return isTimed
        ? IntervalEstimate(
          exp(estimate.value),
          Interval(low: exp(estimate.interval.low), high: exp(estimate.interval.high))) : nil
    }
  }

  private static func interval(
    _ sorted: [Double], _ estimate: Double, withoutOne: [Double], isSmooth: Bool
  ) -> Interval {
    if isSmooth,
      let interval = bcaInterval(ofSorted: sorted, estimate: estimate, leaveOneOut: withoutOne)
    {
      return interval
    }
    return Interval(
      low: quantile(ofSorted: sorted, 0.025) ?? estimate,
      high: quantile(ofSorted: sorted, 0.975) ?? estimate)
  }
}
