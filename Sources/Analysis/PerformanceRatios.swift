import Kernels
import Statistics

/// How many times as long as the fastest optimizer each took on every pair of problem and seed
/// (Dolan and Moré 2002).
///
/// Every problem counts the same, and within it every seed: a problem without randomness is one
/// observation, one with 20 seeds is another. Problems on the same rows count as one, each with its part.
public struct PerformanceRatios: Sendable {
  /// How many problems there are; those on the same rows are one.
  public var problemCount: Int { sources.count }
  /// By problem, by seed, by optimizer: the ratio, at least 1; ∞ where the target was missed.
  private let ratios: [[[Double]]]
  /// The problems that are on the same rows, by position in `ratios`.
  private let sources: [[Int]]

  /// Divides times by the shortest of their pair.
  ///
  /// - Parameters:
  ///   - times: by problem, by optimizer, by seed; at least 0, nil where the target was missed.
  ///   - sources: the problems that are on the same rows, by position; nil: each is on its own.
  public init(times: [[[Double?]]], sources: [[Int]]? = nil) {
    let all: [[[Double]]] = times.map { problem in
      (problem.first ?? []).indices.map { seed in
        let best = problem.compactMap { $0[seed] }.min()
        return problem.map { times in
          // A pair that nobody solved counts as missed by all.
          guard let best, let time = times[seed] else { return .infinity }
          // Arrived before the first update, all have taken the same time.
          return time == best ? 1 : time / best
        }
      }
    }
    ratios = all
    self.sources = (sources ?? all.indices.map { [$0] })
      .map { $0.filter { !all[$0].isEmpty } }.filter { !$0.isEmpty }
  }

  /// How many pairs of problem and seed there are.
  public var pairCount: Int { ratios.map(\.count).reduce(0, +) }

  /// How many of them nobody solved.
  public var unsolvedCount: Int {
    ratios.joined().count { pair in pair.allSatisfy { !$0.isFinite } }
  }

  /// Whether any optimizer solved any pair.
  public var isSolved: Bool { ratios.joined().joined().contains { $0.isFinite } }

  /// The share of problems and seeds that an optimizer solves within `factor` times the fastest one's
  /// time, every problem counting the same.
  public func share(of optimizer: Int, within factor: Double) -> Double {
    mean { problem in
      Double(problem.count { $0[optimizer] <= factor && $0[optimizer].isFinite })
        / Double(problem.count)
    }
  }

  /// The mean over the sources of the mean over their problems.
  private func mean(_ value: ([[Double]]) -> Double) -> Double {
    guard !sources.isEmpty else { return 0 }
    let means = sources.map { source in
      source.reduce(0) { $0 + value(ratios[$1]) } / Double(source.count)
    }
    return means.reduce(0, +) / Double(means.count)
  }

  /// The factors at which an optimizer's share rises, 1 always among them.
  public func factors(of optimizer: Int) -> [Double] {
    var factors: Set<Double> = [1]
    for seed in ratios.joined() where seed[optimizer].isFinite { factors.insert(seed[optimizer]) }
    return factors.sorted()
  }

  /// The greatest ratio of all; 1 without any.
  public var greatest: Double {
    ratios.joined().joined().filter(\.isFinite).max() ?? 1
  }

  /// What one run adds to the area under its optimizer's profile from factor 1 to `end`, over the width.
  ///
  /// - Parameter ratio: its time over the shortest of its seed, at least 1.
  /// - Returns: 1 for the fastest, 0 from `end` on.
  static func score(ofRatio ratio: Double, upTo end: Double = 4) -> Double {
    ratio < end ? (end - ratio) / (end - 1) : 0
  }

  /// The ratios of the seeds of a problem, by optimizer.
  func seeds(ofProblem problem: Int) -> [[Double]] { ratios[problem] }

  /// The area under an optimizer's profile from factor 1 to `end`, over the width: the score of
  /// AlgoPerf (Dahl et al. 2023), with `end` 4.
  ///
  /// - Returns: from 0 to 1.
  public func score(of optimizer: Int, upTo end: Double = 4) -> Double {
    let factors = factors(of: optimizer).filter { $0 < end } + [end]
    let area = zip(factors, factors.dropFirst()).reduce(0.0) { sum, step in
      sum + share(of: optimizer, within: step.0) * (step.1 - step.0)
    }
    return area / (end - 1)
  }

  /// The 95 % bands of an optimizer's share at some factors: percentiles over resamples of the problems
  /// (those on the same rows together), and within each of its seeds, seeded.
  ///
  /// - Parameter resamplesProblems: false: every resample has the very problems, so that the bands say
  ///   what other seeds would change and nothing of other problems (Agarwal et al. 2021).
  /// - Parameter resampleCount: how many resamples are drawn.
  public func bands(
    of optimizer: Int, at factors: [Double], level: Double = 0.95, resampleCount: Int = 1_000,
    resamplesProblems: Bool = true
  ) -> [Interval] {
    guard !sources.isEmpty else { return [] }
    var stream = PhiloxStream(seed: 0, purpose: "bootstrap", name: "performance profile")
    var shares: [[Double]] = factors.map { _ in [] }
    for _ in 0..<resampleCount {
      var sums = Array(repeating: 0.0, count: factors.count)
      for place in sources.indices {
        let source =
          sources[
            resamplesProblems ? Int(stream.next(below: UInt64(sources.count))) : place]
        for problem in source.map({ ratios[$0] }) {
          let drawn = problem.map { _ in
            problem[Int(stream.next(below: UInt64(problem.count)))][optimizer]
          }
          for (place, factor) in factors.enumerated() {
            let count = drawn.count { $0 <= factor && $0.isFinite }
            sums[place] += Double(count) / Double(drawn.count * source.count)
          }
        }
      }
      for place in factors.indices { shares[place].append(sums[place] / Double(sources.count)) }
    }
    let tail = level == 0.95 ? 0.025 : (1 - level) / 2
    return shares.compactMap { shares in
      let sorted = shares.sorted()
      guard let low = quantile(ofSorted: sorted, tail),
        let high = quantile(ofSorted: sorted, 1 - tail)
      else { return nil }
      return Interval(low: low, high: high)
    }
  }
}
