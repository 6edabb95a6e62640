import Kernels

/// The percentile bootstrap of the median (Efron 1979), seeded.
///
/// A resample draws n of the n values with replacement; its median depends only on the ranks that
/// fall in the middle. These ranks are drawn once, so every quantity of a report is resampled in the
/// same way and the cost of an interval is that of sorting `resampleCount` numbers. The interval at
/// level 1 − α is the α/2 and 1 − α/2 quantiles of the resampled medians.
public struct MedianBootstrap: Sendable {
  /// The fewest values that carry an interval of the median at 95 %.
  ///
  /// The widest interval there is, from the least to the greatest of n values, covers the median
  /// with probability 1 − 2^(1−n): .9375 for 5 values, .969 for 6.
  public static let fewestValues = 6

  /// How many values a sample has.
  public let count: Int
  /// The middle ranks of each resample; they are equal when `count` is odd or ties decide so.
  private let middles: [(lower: Int32, upper: Int32)]

  /// Draws the resamples.
  ///
  /// - Parameters:
  ///   - count: how many values a sample has.
  ///   - seed: the seed of the stream.
  ///   - resampleCount: how many resamples are drawn.
  public init(count: Int, seed: UInt64 = 0, resampleCount: Int = 10_000) {
    self.count = count
    guard count >= Self.fewestValues else {
      middles = []
      return
    }
    var stream = PhiloxStream(seed: seed, purpose: "bootstrap", name: "median")
    var multiplicities = [Int](repeating: 0, count: count)
    var middles: [(lower: Int32, upper: Int32)] = []
    middles.reserveCapacity(resampleCount)
    for _ in 0..<resampleCount {
      for rank in 0..<count { multiplicities[rank] = 0 }
      for _ in 0..<count { multiplicities[Int(stream.next(below: UInt64(count)))] += 1 }
      middles.append(Self.middleRanks(multiplicities))
    }
    self.middles = middles
  }

  /// The ranks of the two middle values of a resample that holds rank k `multiplicities[k]` times.
  private static func middleRanks(_ multiplicities: [Int]) -> (lower: Int32, upper: Int32) {
    let count = multiplicities.count
    var lower = -1
    var seen = 0
    for rank in 0..<count {
      seen += multiplicities[rank]
      if lower == -1, seen > (count - 1) / 2 { lower = rank }
      if seen > count / 2 { return (Int32(lower), Int32(rank)) }
    }
    return (Int32(count - 1), Int32(count - 1))
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
      let lower = sorted[Int(middle.lower)]
      let upper = sorted[Int(middle.upper)]
      // An infinite value in the middle makes the median infinite; ∞ − ∞ must not make it NaN.
      if lower == upper || lower == -.infinity { return lower }
      return upper == .infinity ? upper : lower + (upper - lower) / 2
    }
    medians.sort()
    let tail = (1 - level) / 2
    guard let low = quantile(ofSorted: medians, tail),
      let high = quantile(ofSorted: medians, 1 - tail)
    else { return nil }
    return Interval(low: low, high: high)
  }
}
