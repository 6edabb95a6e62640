/// The Mann-Whitney test of two independent samples, exact with ties.
///
/// W is the sum of the mid-ranks that the first sample has among all N values; ``probability`` is
/// min(1, 2 min(P(W ≤ w), P(W ≥ w))), with P over all choices of n₁ of the N mid-ranks (Mann and
/// Whitney, Annals of Mathematical Statistics 18, 1947; conditional on the ties). It tests that the
/// two samples come from one distribution.
public struct MannWhitneyTest: Hashable, Sendable {
  /// The most values, of both samples together, for which the distribution is exact; beyond, it is the
  /// normal one with corrections for ties and continuity.
  public static let greatestExactCount = 200

  /// How many values each sample has.
  public let counts: [Int]
  /// The two-sided probability of a W at least as far out if there were no difference, in (0, 1].
  public let probability: Double
  /// Whether the distribution is exact: up to ``greatestExactCount`` values.
  public let isExact: Bool

  /// Tests two samples, whose order does not matter.
  ///
  /// - Parameters:
  ///   - one: values in any order, none of them NaN; infinite ones of one sign are equal.
  ///   - other: the same of the other sample.
  /// - Returns: nil where a sample is empty.
  /// - Complexity: exact, N n₁ times the sum of n₁ ranks, n₁ the smaller sample: below 1 ms for 20 and
  ///   20 values, under half a second for 100 and 100.
  public init?(_ one: [Double], _ other: [Double]) {
    guard !one.isEmpty, !other.isEmpty else { return nil }
    counts = [one.count, other.count]
    isExact = one.count + other.count <= Self.greatestExactCount
    let (small, large) = one.count <= other.count ? (one, other) : (other, one)
    // Twice the ranks are whole numbers; without ties the ranks themselves are.
    var ranks = midRanks(of: small + large).map { Int(2 * $0) }
    if ranks.allSatisfy({ $0.isMultiple(of: 2) }) { ranks = ranks.map { $0 / 2 } }
    probability =
      isExact
      ? Self.exactProbability(ranks, chosen: small.count)
      : Self.normalProbability(ranks, chosen: small.count)
  }

  /// Twice the smaller tail of the sum of the first `chosen` ranks over all choices of so many.
  private static func exactProbability(_ ranks: [Int], chosen: Int) -> Double {
    var (ranks, sum) = (ranks, ranks.prefix(chosen).reduce(0, +))
    // The tail that is counted is the lower one; where the sum lies above its mean all are turned.
    if sum * ranks.count > ranks.reduce(0, +) * chosen {
      let turn = (ranks.max() ?? 0) + (ranks.min() ?? 0)
      ranks = ranks.map { turn - $0 }
      sum = turn * chosen - sum
    }
    let counts = choiceSums(ranks.sorted(), of: chosen, upTo: sum)
    let below = counts.dropLast().reduce(0, +)
    // C(N, n₁).
    let all = (0..<chosen).reduce(1.0) { product, index in
      product * Double(ranks.count - index) / Double(index + 1)
    }
    let (lower, upper) = (below + counts[sum], all - below)
    return min(1, 2 * min(lower, upper) / all)
  }

  /// How many of the choices of `chosen` of the ranks, which rise, have each sum from 0 to `limit`.
  private static func choiceSums(_ ranks: [Int], of chosen: Int, upTo limit: Int) -> [Double] {
    // By how many are chosen, a row each, then by their sum.
    let width = limit + 1
    var counts = [Double](repeating: 0, count: (chosen + 1) * width)
    counts[0] = 1
    for (index, rank) in ranks.enumerated() {
      // With fewer chosen by now they cannot become `chosen` any more; from the most down, so that no
      // rank counts twice.
      let (fewest, most) = (max(1, chosen - (ranks.count - 1 - index)), min(chosen, index + 1))
      for size in stride(from: most, through: fewest, by: -1) {
        // Those still to be chosen have at least this rank each.
        let last = limit - (chosen - size) * rank
        guard last >= rank else { break }
        let (row, above) = (size * width, (size - 1) * width - rank)
        for sum in rank...last { counts[row + sum] += counts[above + sum] }
      }
    }
    return Array(counts.suffix(width))
  }

  /// The normal distribution with the mean and variance of the sum of `chosen` of the ranks drawn
  /// without replacement, which accounts for ties, and half a rank for continuity.
  private static func normalProbability(_ ranks: [Int], chosen: Int) -> Double {
    let (all, n) = (Double(ranks.count), Double(chosen))
    let mean = ranks.reduce(0) { $0 + Double($1) } / all
    let squares = ranks.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    let variance = n * (all - n) / (all * (all - 1)) * squares
    guard variance > 0 else { return 1 }
    let sum = ranks.prefix(chosen).reduce(0) { $0 + Double($1) }
    // Half a rank in the unit of the ranks, whose mean is (N + 1)/2 ranks.
    let half = mean / (all + 1)
    let distance = max(0, abs(sum - n * mean) - half)
    return min(1, 2 * normalUpperTail(distance / variance.squareRoot()))
  }
}
