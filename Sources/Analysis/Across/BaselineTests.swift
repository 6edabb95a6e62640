import Kernels
import Statistics

/// How each contender compares with the baseline across problems: Wilcoxon's signed-rank test on the
/// logarithms of the ratios of the median times, one pair for problems on the same rows, with Holm's
/// adjustment (Demšar, "Statistical Comparisons of Classifiers over Multiple Data Sets", JMLR 7, 2006,
/// section 3.2).
public struct BaselineTests: Hashable, Sendable {
  /// One contender against the baseline.
  public struct Test: Hashable, Sendable {
    /// The contender.
    public let contender: Int
    /// Holm's adjusted p value.
    public let adjustedProbability: Double
    /// Whether it has the shorter times, as far as the ranks tell.
    public let isFaster: Bool

    /// Whether the test tells the two apart.
    public var isClear: Bool { adjustedProbability < 0.05 }
  }

  /// The baseline.
  public let baseline: Int
  /// The tests of the others, in order.
  public let tests: [Test]
  /// The fewest problems on different rows with which so many comparisons can tell anything.
  public let fewestSources: Int

  init(_ sample: AcrossSample, baseline: Int) {
    self.baseline = baseline
    let others = sample.contenders.indices.filter { $0 != baseline }
    let ratios = others.map { sample.logRatios(of: $0, to: baseline) }
    let family = HolmFamily(
      probabilities: ratios.map { SignedRankTest($0)?.probability ?? 1 })
    tests = others.indices.map { place in
      Test(
        contender: others[place], adjustedProbability: family.adjusted[place],
        isFaster: (HodgesLehmann(ratios[place])?.lean ?? 0) < 0)
    }
    fewestSources = HolmFamily.fewestSeeds(comparisons: max(1, others.count))
  }

  /// The test of a contender; nil for the baseline.
  public subscript(contender: Int) -> Test? { tests.first { $0.contender == contender } }
}

extension AcrossSample {
  /// The logarithms of the ratios of the median times, one for each source: the mean over its problems.
  func logRatios(of contender: Int, to reference: Int) -> [Double] {
    sources.map { source in
      var mean = SignedMean()
      for problem in source.map({ problems[$0] }) {
        mean.add(logRatio(problem.median(contender), problem.median(reference)))
      }
      return mean.value(of: Double(source.count))
    }
  }
}

/// The logarithm of a ratio of times; 0 for equal ones, two that never arrived among them.
func logRatio(_ one: Double, _ other: Double) -> Double {
  if one == other { return 0 }
  if one.isInfinite || other.isInfinite { return one.isInfinite ? .infinity : -.infinity }
  return log(one) - log(other)
}

/// A mean of numbers of which some may be infinite: those of opposite signs cancel each other, weight by
/// weight, as they do in ``HodgesLehmann``; what is left of them decides.
struct SignedMean {
  private var finite = 0.0
  private var infinite = 0.0

  mutating func add(_ number: Double, weight: Double = 1) {
    if number.isFinite {
      finite += weight * number
    } else {
      infinite += number > 0 ? weight : -weight
    }
  }

  /// The mean, where so much was added in all.
  func value(of total: Double) -> Double {
    // Weights are parts such as 1/3, whose sums are not exact.
    if infinite.magnitude > 1e-9 * total { return infinite > 0 ? .infinity : -.infinity }
    return finite / total
  }
}
