import Kernels

/// The estimate of a shift that belongs to the signed-rank test (Hodges and Lehmann, "Estimates of Location
/// Based on Rank Tests", Annals of Mathematical Statistics 34, 1963): the median of the Walsh averages
/// (dᵢ + dⱼ) / 2 over all i ≤ j.
///
/// Infinite differences take part; the average of −∞ and ∞ is 0.
public struct HodgesLehmann: Hashable, Sendable {
  /// The differences in rising order, infinite ones as ±`infinite`.
  private let sorted: [Double]

  /// All Walsh averages in rising order, where they are few.
  private let averages: [Double]

  /// The most differences whose averages are sorted; of more they are found by counting.
  private static let mostSorted = 40

  /// What stands for ∞, so that −∞ and ∞ have an average; finite differences are held below its tenth.
  private static let infinite = 1e300

  /// - Parameter differences: none of them NaN.
  /// - Returns: nil without differences.
  public init?(_ differences: [Double]) {
    guard !differences.isEmpty else { return nil }
    let sorted = differences.map { difference in
      if difference.isInfinite { return difference > 0 ? Self.infinite : -Self.infinite }
      // 0 is added so that there is no −0.
      return min(max(difference, -1e290), 1e290) + 0
    }.sorted()
    self.sorted = sorted
    guard sorted.count <= Self.mostSorted else {
      averages = []
      return
    }
    var averages: [Double] = []
    averages.reserveCapacity(sorted.count * (sorted.count + 1) / 2)
    for first in sorted.indices {
      for last in first..<sorted.count { averages.append((sorted[first] + sorted[last]) / 2) }
    }
    averages.sort()
    self.averages = averages
  }

  private var averageCount: Int { sorted.count * (sorted.count + 1) / 2 }

  /// How many Walsh averages are at most `value`; the averages rise in both of their terms.
  private func countOfAverages(upTo value: Double) -> Int {
    var count = 0
    var last = sorted.count - 1
    for first in sorted.indices {
      while last >= first, (sorted[first] + sorted[last]) / 2 > value { last -= 1 }
      if last < first { break }
      count += last - first + 1
    }
    return count
  }

  /// The Walsh average of a place, from 0 for the lowest, by bisection over all floating-point numbers:
  /// 64 counts, where to sort all averages would take their square.
  private func average(at place: Int) -> Double {
    if !averages.isEmpty { return averages[place] }
    var (low, high) = (Self.key(-2 * Self.infinite), Self.key(2 * Self.infinite))
    while low < high {
      let middle = low + (high - low) / 2
      if countOfAverages(upTo: Self.number(middle)) > place {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return Self.number(low)
  }

  /// A whole number that is ordered as the floating-point numbers are.
  private static func key(_ number: Double) -> UInt64 {
    number.sign == .minus ? ~number.bitPattern : number.bitPattern | 1 << 63
  }

  /// The floating-point number of a key.
  private static func number(_ key: UInt64) -> Double {
    Double(bitPattern: key >> 63 == 0 ? ~key : key & ~(1 << 63))
  }

  private func value(_ average: Double) -> Double {
    average.magnitude < Self.infinite / 1e5 ? average : average < 0 ? -.infinity : .infinity
  }

  /// The median of the Walsh averages.
  public var estimate: Double {
    let ends = [
      value(average(at: (averageCount - 1) / 2)), value(average(at: averageCount / 2)),
    ]
    return quantile(ofSorted: ends, 0.5) ?? .nan
  }

  /// How many more Walsh averages lie above 0 than below: the sum of the ranks of the positive differences
  /// less that of the negative ones, as ``SignedRankTest`` ranks them (Tukey 1949). Where many differences
  /// are 0 the estimate can be 0 although the test rejects: this tells the side.
  public var lean: Int {
    let below = countOfAverages(upTo: -Double.leastNonzeroMagnitude)
    return averageCount - countOfAverages(upTo: 0) - below
  }

  /// The shifts that the signed-rank test without ties does not reject: from the (k + 1)-th lowest Walsh
  /// average to the (k + 1)-th highest, with the largest k for which P(W ≤ k) is at most half of
  /// 1 − `level`. It covers with at least that probability.
  ///
  /// - Returns: nil where so few differences cannot carry the level.
  public func interval(level: Double) -> Interval? {
    guard let place = place(level: level) else { return nil }
    return Interval(
      low: value(average(at: place)), high: value(average(at: averageCount - 1 - place)))
  }

  /// The interval, in agreement with the test of no shift at the same level, which ties and zeros can
  /// otherwise set apart: where the test does not reject, 0 is in it; where it does, the end at fault is
  /// the Walsh average nearest to 0 on the side of the larger sum of ranks, and so is the other end where
  /// it would lie nearer to 0 still.
  public func interval(level: Double, isRejected: Bool) -> Interval? {
    guard var interval = interval(level: level) else { return nil }
    guard isRejected else {
      return Interval(low: min(interval.low, 0), high: max(interval.high, 0))
    }
    guard interval.contains(0) else { return interval }
    let lean = lean
    if lean > 0 {
      interval.low = value(average(at: countOfAverages(upTo: 0)))
      interval.high = max(interval.low, interval.high)
    } else if lean < 0 {
      let below = countOfAverages(upTo: -Double.leastNonzeroMagnitude)
      interval.high = value(average(at: below - 1))
      interval.low = min(interval.low, interval.high)
    }
    return interval
  }

  /// k of the interval.
  private func place(level: Double) -> Int? {
    let tail = (1 - level) / 2
    guard sorted.count > SignedRankDistribution.mostExact else {
      return SignedRankDistribution(count: sorted.count).largestSum(withTail: tail).map { $0 / 2 }
    }
    let count = Double(sorted.count)
    let mean = count * (count + 1) / 4
    let deviation = (count * (count + 1) * (2 * count + 1) / 24).squareRoot()
    let sum = mean - normalQuantile(1 - tail) * deviation - 0.5
    return sum < 0 ? nil : Int(sum)
  }
}
