/// The best of n different trials, drawn at random from N: every set of n is equally likely.
///
/// Let the values rise from x₁ to x_N. The best is worse than xᵢ where all n come from the N − i
/// after it:
///
///     Sᵢ = C(N − i, n) / C(N, n),   S₀ = 1,   Sᵢ = Sᵢ₋₁ (N − i + 1 − n) / (N − i + 1)
///
/// so that no binomial coefficient is computed and S is exactly 0 from i = N − n + 1 on.
struct BestOfDraws {
  /// N, at least 1.
  let count: Int
  /// n, from 1 to N.
  let drawn: Int

  /// The probability Sᵢ that the best is worse than the i-th least value, from i = 1 on, until it
  /// is 0 or as long as `isWanted` says.
  ///
  /// - Parameter isWanted: called with i and Sᵢ; no further one is computed once it says no.
  func forEachSurvival(_ isWanted: (_ rank: Int, _ survival: Double) -> Bool) {
    var survival = 1.0
    for rank in 1...count {
      let left = count - rank + 1
      survival *= Double(left - drawn) / Double(left)
      guard survival > 0, isWanted(rank, survival) else { return }
    }
  }

  /// Between which values a quantile of the best lies: the i-th least, and where the best is no
  /// worse than that with a probability of exactly p the one after it, too.
  ///
  /// - Parameter probability: p in [0, 1].
  /// - Returns: the ranks, from 1.
  func quantileRanks(_ probability: Double) -> (low: Int, high: Int) {
    let target = 1 - probability
    // Sᵢ is a product of up to 10,000 rounded factors, so that an exact ½ may come out beside it.
    let slack = 1e-11 * target
    var ranks = (low: 1, high: 1)
    forEachSurvival { rank, survival in
      if survival > target + slack {
        ranks = (rank + 1, rank + 1)
        return true
      }
      if survival >= target - slack { ranks = (rank, rank + 1) }
      return false
    }
    return ranks
  }
}
