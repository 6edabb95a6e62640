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
/// bootstrap (``AcrossBootstrap``) of 10,000 resamples: BCa, but for the geometric mean, since medians are
/// not smooth.
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
    let bootstrap = AcrossBootstrap(
      sample, AcrossStatistics(sample, reference: reference), resampleCount: resampleCount)
    func all(_ kind: AcrossStatistics.Kind) -> [IntervalEstimate] {
      contenders.map {
        // Medians are not smooth.
        bootstrap.estimate(kind.rawValue * contenders.count + $0, isSmooth: kind != .logRatio)
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
}
