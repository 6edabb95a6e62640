/// The best value to expect of a search with fewer trials than were made: that of n trials drawn at
/// random from the N made, for n = 1 … N, the least value being the best.
///
/// The unbiased form of Tang, Lee, Xin, Liu, Yu and Lin ("Showing Your Work Doesn't Always Work",
/// ACL 2020): trials are drawn without replacement. With the values in rising order and Sᵢ = C(N −
/// i, n) / C(N, n) (``BestOfDraws``)
///
///     E = x₁ + Σᵢ Sᵢ (xᵢ₊₁ − xᵢ)
///
/// which is Σ xᵢ C(N − i, n − 1) / C(N, n) without its rounding, so that equal values give
/// themselves.
///
/// It describes searches that choose points without looking at values, as random search does. As n
/// nears N all that is given tends to the best value seen, which says nothing of what more trials
/// would find.
public struct ExpectedBest: Sendable {
  /// The values in rising order.
  let sorted: [Double]
  /// How many of them are finite.
  let finiteCount: Int

  /// The trials of a search.
  ///
  /// - Parameter values: the loss of each trial in any order, ∞ where it diverged; −∞ is no loss.
  ///   Trials that failed, whose value is NaN, do not count.
  /// - Returns: nil without values.
  public init?(_ values: [Double]) {
    sorted = values.filter { !$0.isNaN }.sorted()
    finiteCount = sorted.count { $0.isFinite }
    guard !sorted.isEmpty else { return nil }
  }

  /// How many trials there are, N.
  public var count: Int { sorted.count }

  /// The expected best of n trials, for n from 1 to N; ∞ while there are n that diverged.
  ///
  /// Error: relative 1e-11 up to 10,000 trials.
  ///
  /// - Complexity: about 40 N log N steps.
  public var expectations: [Double] {
    (1...count).map { drawn in
      guard drawn > count - finiteCount else { return .infinity }
      return sorted[0] + excess(of: drawn)
    }
  }

  /// The quantile of the best of n trials, for n from 1 to N: the value that the best of n is at or
  /// below with probability p. The mean of two where one of them is reached with probability p
  /// exactly, as a median has it; ∞ where either of them is.
  ///
  /// - Parameter probability: p in [0, 1]: ½ for the median.
  public func quantiles(_ probability: Double) -> [Double] {
    (1...count).map { drawn in
      let ranks = BestOfDraws(count: count, drawn: drawn).quantileRanks(probability)
      return middle(sorted[ranks.low - 1], sorted[ranks.high - 1])
    }
  }

  /// How far the expectation over the finite values lies above the best: Σᵢ Sᵢ (xᵢ₊₁ − xᵢ), up to
  /// where what is left of it is less than 2⁻⁶⁰ of the sum.
  func excess(of drawn: Int) -> Double {
    var sum = 0.0
    BestOfDraws(count: count, drawn: drawn).forEachSurvival { rank, survival in
      guard rank < finiteCount else { return false }
      sum += survival * (sorted[rank] - sorted[rank - 1])
      return survival * (sorted[finiteCount - 1] - sorted[rank]) > 0x1p-60 * sum
    }
    return sum
  }
}

/// The mean of two values, the first not the greater one.
func middle(_ low: Double, _ high: Double) -> Double {
  low == high ? low : low + 0.5 * (high - low)
}
