import Kernels

/// The percentile bootstrap of the median (Efron 1979), seeded.
///
/// A resample draws n of the n values with replacement; its median depends only on the ranks that
/// fall in the middle. These ranks are drawn once and counted, so every quantity of a report is
/// resampled in the same way, and the cost of an interval is that of sorting the medians of the few
/// pairs of ranks that occurred. The interval at level 1 − α is the α/2 and 1 − α/2 quantiles of the
/// resampled medians.
public struct MedianBootstrap: Sendable {
  /// The fewest values that carry an interval of the median at 95 %.
  ///
  /// The widest interval there is, from the least to the greatest of n values, covers the median
  /// with probability 1 − 2^(1−n): .9375 for 5 values, .969 for 6.
  public static let fewestValues = 6

  /// How many values a sample has.
  public let count: Int
  /// How many resamples were drawn.
  private let resampleCount: Int
  /// The pairs of middle ranks that occurred, and in how many resamples.
  private let middles: [(lower: Int, upper: Int, count: Int)]

  /// Draws the resamples.
  ///
  /// - Parameters:
  ///   - count: how many values a sample has.
  ///   - seed: the seed of the stream.
  ///   - resampleCount: how many resamples are drawn.
  public init(count: Int, seed: UInt64 = 0, resampleCount: Int = 10_000) {
    self.count = count
    self.resampleCount = resampleCount
    guard count >= Self.fewestValues else {
      middles = []
      return
    }
    var stream = PhiloxStream(seed: seed, purpose: "bootstrap", name: "median")
    var multiplicities = [Int](repeating: 0, count: count)
    var counts: [SIMD2<Int>: Int] = [:]
    for _ in 0..<resampleCount {
      for rank in 0..<count { multiplicities[rank] = 0 }
      for _ in 0..<count { multiplicities[Int(stream.next(below: UInt64(count)))] += 1 }
      counts[Self.middleRanks(multiplicities), default: 0] += 1
    }
    middles = counts.map { (lower: $0.key.x, upper: $0.key.y, count: $0.value) }
  }

  /// The ranks of the two middle values of a resample that holds rank k `multiplicities[k]` times.
  private static func middleRanks(_ multiplicities: [Int]) -> SIMD2<Int> {
    let count = multiplicities.count
    var lower = -1
    var seen = 0
    for rank in 0..<count {
      seen += multiplicities[rank]
      if lower == -1, seen > (count - 1) / 2 { lower = rank }
      if seen > count / 2 { return SIMD2(lower, rank) }
    }
    return SIMD2(count - 1, count - 1)
  }

  /// The interval of the median.
  ///
  /// - Parameters:
  ///   - sorted: `count` values in rising order; infinities allowed.
  ///   - level: the level 1 − α, in (0, 1).
  /// - Returns: nil when there are fewer than ``fewestValues`` values.
  public func medianInterval(of sorted: [Double], level: Double = 0.95) -> Interval? {
    guard !middles.isEmpty, sorted.count == count else { return nil }
    var medians = middles.map { middle in
      (value: median(sorted[middle.lower], sorted[middle.upper]), count: middle.count)
    }
    medians.sort { $0.value < $1.value }
    let tail = (1 - level) / 2
    return Interval(
      low: resampledQuantile(medians, tail), high: resampledQuantile(medians, 1 - tail))
  }

  /// The number halfway between two, in order.
  private func median(_ lower: Double, _ upper: Double) -> Double {
    // An infinite value in the middle makes the median infinite; ∞ − ∞ must not make it NaN.
    if lower == upper || lower == -.infinity { return lower }
    return upper == .infinity ? upper : lower + (upper - lower) / 2
  }

  /// The quantile of all resampled medians, by the rule of ``quantile(ofSorted:_:)``.
  private func resampledQuantile(
    _ medians: [(value: Double, count: Int)], _ probability: Double
  ) -> Double {
    let position = Double(resampleCount - 1) * probability
    let below = Int(position)
    func value(at rank: Int) -> Double {
      var seen = 0
      for median in medians {
        seen += median.count
        if seen > rank { return median.value }
      }
      return medians.last?.value ?? .nan
    }
    let ends = [value(at: below), value(at: min(below + 1, resampleCount - 1))]
    return quantile(ofSorted: ends, position - Double(below)) ?? .nan
  }
}
