import Kernels
import Statistics

/// How many times as long as the fastest optimizer each took on every pair of problem and seed
/// (Dolan and Moré 2002).
///
/// Every problem counts the same, and within it every seed: a problem without randomness is one
/// observation, one with 20 seeds is another.
public struct PerformanceRatios: Sendable {
  /// How many problems there are.
  public var problemCount: Int { ratios.count }
  /// By problem, by seed, by optimizer: the ratio, at least 1; ∞ where the target was missed.
  private let ratios: [[[Double]]]
  private let optimizerCount: Int

  /// Divides times by the shortest of their pair.
  ///
  /// - Parameter times: by problem, by optimizer, by seed; at least 0, nil where the target was
  ///   missed.
  public init(times: [[[Double?]]]) {
    optimizerCount = times.first?.count ?? 0
    ratios = times.map { problem in
      (problem.first ?? []).indices.map { seed in
        let best = problem.compactMap { $0[seed] }.min()
        return problem.map { times in
          // A pair that nobody solved counts as missed by all.
          guard let best, let time = times[seed] else { return .infinity }
          // Arrived before the first update, all have taken the same time.
          return time == best ? 1 : time / best
        }
      }
    }.filter { !$0.isEmpty }
  }

  /// Whether any optimizer solved any pair.
  public var isSolved: Bool { ratios.joined().joined().contains { $0.isFinite } }

  /// The share of problems and seeds that an optimizer solves within `factor` times the fastest one's
  /// time, every problem counting the same.
  public func share(of optimizer: Int, within factor: Double) -> Double {
    share(ratios, of: optimizer, within: factor)
  }

  private func share(
    _ ratios: [[[Double]]], of optimizer: Int, within factor: Double
  ) -> Double {
    guard !ratios.isEmpty else { return 0 }
    let shares = ratios.map { seeds in
      Double(seeds.count { $0[optimizer] <= factor && $0[optimizer].isFinite })
        / Double(seeds.count)
    }
    return shares.reduce(0, +) / Double(shares.count)
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

  /// The 95 % bands of an optimizer's share at some factors: percentiles over resamples of the problems,
  /// and within each of its seeds, seeded.
  ///
  /// - Parameter resampleCount: how many resamples are drawn.
  public func bands(
    of optimizer: Int, at factors: [Double], resampleCount: Int = 1_000
  ) -> [Interval] {
    guard !ratios.isEmpty else { return [] }
    var stream = PhiloxStream(seed: 0, purpose: "bootstrap", name: "performance profile")
    var shares: [[Double]] = factors.map { _ in [] }
    for _ in 0..<resampleCount {
      var sums = Array(repeating: 0.0, count: factors.count)
      for _ in ratios.indices {
        let problem = ratios[Int(stream.next(below: UInt64(ratios.count)))]
        let drawn = problem.map { _ in
          problem[Int(stream.next(below: UInt64(problem.count)))][optimizer]
        }
        for (place, factor) in factors.enumerated() {
          sums[place] += Double(drawn.count { $0 <= factor && $0.isFinite }) / Double(drawn.count)
        }
      }
      for place in factors.indices { shares[place].append(sums[place] / Double(ratios.count)) }
    }
    return shares.compactMap { shares in
      let sorted = shares.sorted()
      guard let low = quantile(ofSorted: sorted, 0.025),
        let high = quantile(ofSorted: sorted, 0.975)
      else { return nil }
      return Interval(low: low, high: high)
    }
  }
}
