import Kernels

/// Wilcoxon's signed-rank test that pairs could be swapped one by one ("Individual Comparisons by
/// Ranking Methods", Biometrics Bulletin 1, 1945).
///
/// The magnitudes of the differences are ranked, equal ones sharing the mean of their ranks, infinite ones
/// above all others; differences of 0 take part in the ranking and are then dropped (Pratt 1959). W is the
/// sum of the ranks of the positive differences, and
///
///     p = min(1, 2 min(P(W ≤ w), P(W ≥ w)))
///
/// over all patterns of signs, each as likely as any other: exact, with ties and zeros, up to 200 pairs;
/// beyond by the normal approximation with Σ r² / 4 as variance, which ties have corrected, and a
/// continuity correction of one half.
public struct SignedRankTest: Hashable, Sendable {
  /// How many pairs there are, those without difference included.
  public let count: Int
  /// The two-sided p, in (0, 1].
  public let probability: Double
  /// Whether p is exact.
  public let isExact: Bool

  /// Tests differences, none of them NaN; infinite ones are larger than all others.
  ///
  /// - Returns: nil without differences.
  public init?(_ differences: [Double]) {
    guard !differences.isEmpty else { return nil }
    count = differences.count
    let ranks = midRanks(of: differences.map(\.magnitude))
    var doubled: [Int] = []
    var positive = 0
    for (difference, rank) in zip(differences, ranks) where difference != 0 {
      doubled.append(Int(2 * rank))
      if difference > 0 { positive += doubled[doubled.count - 1] }
    }
    isExact = doubled.count <= SignedRankDistribution.mostExact
    guard !doubled.isEmpty else {
      probability = 1
      return
    }
    let extreme = min(positive, doubled.reduce(0, +) - positive)
    probability =
      isExact
      ? Self.exactProbability(doubledRanks: doubled, doubledSum: extreme)
      : Self.normalProbability(doubledRanks: doubled, doubledSum: extreme)
  }

  /// The two-sided p of the smaller doubled sum over all patterns of signs.
  private static func exactProbability(doubledRanks ranks: [Int], doubledSum sum: Int) -> Double {
    min(1, 2 * SignedRankDistribution(doubledRanks: ranks, upTo: sum).lowerTail(sum))
  }

  /// The two-sided p of a doubled sum by the normal approximation.
  static func normalProbability(doubledRanks: [Int], doubledSum: Int) -> Double {
    let mean = Double(doubledRanks.reduce(0, +)) / 4
    let variance = doubledRanks.reduce(0.0) { $0 + Double($1) * Double($1) } / 16
    let distance = max(0, (Double(doubledSum) / 2 - mean).magnitude - 0.5)
    return min(1, 2 * normalUpperTail(distance / variance.squareRoot()))
  }
}
