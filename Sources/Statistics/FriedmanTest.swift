import Kernels

/// Friedman's test that methods do not differ, from their ranks within blocks.
///
/// With n blocks, k methods, R_j the sum of the ranks of method j and A the sum of the squares of all
/// ranks, the statistic is
///
///     χ² = (12 Σ R_j² / (n k (k + 1)) − 3 n (k + 1)) / (1 − T / (n k (k² − 1)))
///     T = n k (k² − 1) − 12 (A − n k (k + 1)² / 4)
///
/// where T = Σ (t³ − t) over all sets of t equal ranks within a block; written with A it holds for means of
/// ranks too, whose spread is smaller (Conover, "Practical Nonparametric Statistics", 1999, section 5.8).
/// and its probability is that of a χ² variable with k − 1 degrees of freedom (Friedman 1937). With few
/// blocks that is an approximation, and a cautious one (Iman and Davenport 1980): too seldom small.
public struct FriedmanTest: Hashable, Sendable {
  /// The statistic χ², at least 0.
  public let statistic: Double
  /// One less than the number of methods.
  public let degreesOfFreedom: Int
  /// The probability of a statistic at least as large if the methods did not differ, in [0, 1].
  public let probability: Double

  /// Iman and Davenport's F = (n − 1) χ² / (n (k − 1) − χ²), which is less cautious ("Approximations of the
  /// Critical Region of the Friedman Statistic", Communications in Statistics 9, 1980); ∞ where all blocks
  /// agree.
  public let fStatistic: Double
  /// The probability of an F at least as large, with k − 1 and (k − 1)(n − 1) degrees of freedom.
  public let fProbability: Double

  /// Tests ranks.
  ///
  /// - Parameter ranks: by block, then by method, or means of such ranks; equal values share the mean of
  ///   their ranks.
  /// - Returns: nil with fewer than two blocks or two methods, with blocks of different sizes, or
  ///   where all ranks are equal within every block.
  public init?(ranks: [[Double]]) {
    guard ranks.count > 1, let count = ranks.first?.count, count > 1,
      ranks.allSatisfy({ $0.count == count })
    else { return nil }
    let (blocks, methods) = (Double(ranks.count), Double(count))
    let squares = (0..<count).reduce(0.0) { sum, method in
      let total = ranks.reduce(0) { $0 + $1[method] }
      return sum + total * total
    }
    let spread =
      ranks.joined().reduce(0) { $0 + $1 * $1 }
      - blocks * methods * (methods + 1) * (methods + 1) / 4
    // Ranks and their squares are multiples of ¼, so that these sums are exact; means of ranks are not.
    let most = blocks * methods * (methods * methods - 1)
    let ties = most - 12 * spread
    let correction = 1 - ties / most
    guard correction > 1e-12 else { return nil }
    let plain = 12 * squares / (blocks * methods * (methods + 1)) - 3 * blocks * (methods + 1)
    statistic = max(0, plain / correction)
    degreesOfFreedom = count - 1
    probability = chiSquareUpperTail(statistic, degreesOfFreedom: degreesOfFreedom)
    let rest = blocks * (methods - 1) - statistic
    // Where all blocks agree the rest is 0 but for rounding.
    fStatistic = rest > 1e-12 * blocks * methods ? (blocks - 1) * statistic / rest : .infinity
    fProbability = fisherUpperTail(
      fStatistic, degreesOfFreedom: (count - 1, (count - 1) * (ranks.count - 1)))
  }
}

/// The probability that a χ² variable exceeds `statistic`.
///
/// Q(x) = exp(−x/2) Σ (x/2)ⁱ / i! over i < ν/2 for even ν, and
/// 1 − erf(√(x/2)) + exp(−x/2) Σ (x/2)^(i − ½) / Γ(i + ½) over 1 ≤ i ≤ (ν − 1)/2 for odd ν
/// (Abramowitz and Stegun 1964, 26.4.4 and 26.4.5).
///
/// - Parameters:
///   - statistic: x, at least 0.
///   - degreesOfFreedom: ν, at least 1.
/// - Returns: Q in [0, 1], within 1e-14.
func chiSquareUpperTail(_ statistic: Double, degreesOfFreedom: Int) -> Double {
  let half = statistic / 2
  let isOdd = !degreesOfFreedom.isMultiple(of: 2)
  // Γ(3/2) = √π / 2.
  var term = isOdd ? exp(-half) * 2 * (half / Double.pi).squareRoot() : exp(-half)
  var sum = isOdd ? 1 - erf(half.squareRoot()) : 0
  for index in 0..<(degreesOfFreedom / 2) {
    sum += term
    term *= half / (Double(index) + (isOdd ? 1.5 : 1))
  }
  return min(1, max(0, sum))
}
