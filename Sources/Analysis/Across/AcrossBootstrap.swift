import Kernels
import Statistics

/// What can be computed of problems and runs that are added one after another, with how often each run
/// counts.
protocol AcrossStatistic {
  /// Forgets what was added.
  mutating func reset()
  /// Adds a problem with its runs, each as often as it counts.
  mutating func add(_ problem: Int, _ counts: [Int32])
  /// The numbers of what was added, which came from so many sources.
  func values(sources: Int) -> [Double]
}

/// The bootstrap across problems: resamples draw the sources with replacement and, within each problem of
/// a source, the seeds (``NestedDraws``). All contenders share the draws, since they share what depends on
/// a seed, and so do all statistics.
struct AcrossBootstrap {
  /// The numbers of the sample.
  let estimates: [Double]
  /// By source: the numbers without it.
  private let withoutOne: [[Double]]
  /// By number: those of the resamples, in rising order.
  private let resampled: [[Double]]

  init(_ sample: AcrossSample, _ statistic: some AcrossStatistic, resampleCount: Int) {
    var statistic = statistic
    let sizes = sample.problems.map { $0.times.first?.count ?? 0 }
    let once = sizes.map { Array(repeating: Int32(1), count: $0) }
    func values(of sources: [[Int]]) -> [Double] {
      statistic.reset()
      for problem in sources.joined() { statistic.add(problem, once[problem]) }
      return statistic.values(sources: sources.count)
    }
    estimates = values(of: sample.sources)
    withoutOne = sample.sources.indices.map { left in
      values(of: sample.sources.indices.filter { $0 != left }.map { sample.sources[$0] })
    }
    var draws = NestedDraws(
      groups: sample.sources, sizes: sizes,
      stream: PhiloxStream(seed: 0, purpose: "bootstrap", name: "across problems"))
    var resampled = estimates.map { _ in [Double]() }
    for _ in 0..<resampleCount {
      statistic.reset()
      draws.resample { statistic.add($0, $1) }
      for (index, value) in statistic.values(sources: sample.sources.count).enumerated() {
        resampled[index].append(value)
      }
    }
    self.resampled = resampled.map { $0.map(Self.rounded).sorted() }
  }

  /// A number without its last bits, so that sums of the same numbers in another order are equal: else
  /// the rounding of a sum decides on which side of the estimate a resample lies.
  private static func rounded(_ number: Double) -> Double {
    number.isFinite ? (number * 0x1p44).rounded() / 0x1p44 : number
  }

  /// A number with its interval: BCa with the jackknife over the sources
  /// (``bcaInterval(ofSorted:estimate:leaveOneOut:level:)``) where the number is smooth and that exists,
  /// else from the .025 to the .975 quantile.
  func estimate(_ index: Int, isSmooth: Bool) -> IntervalEstimate {
    let (sorted, estimate) = (resampled[index], estimates[index])
    if isSmooth,
      let interval = bcaInterval(
        ofSorted: sorted, estimate: Self.rounded(estimate),
        leaveOneOut: withoutOne.map { $0[index] })
    {
      return IntervalEstimate(estimate, interval)
    }
    return IntervalEstimate(
      estimate,
      Interval(
        low: quantile(ofSorted: sorted, 0.025) ?? estimate,
        high: quantile(ofSorted: sorted, 0.975) ?? estimate))
  }
}
