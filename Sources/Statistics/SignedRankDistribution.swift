/// The distribution of the sum of those ranks that a fair coin picks, each for itself: that of
/// Wilcoxon's signed-rank statistic when every pair may be swapped.
struct SignedRankDistribution {
  /// The most ranks of which the distribution is computed exactly.
  static let mostExact = 200

  /// The probability of each doubled sum, from 0.
  private let probabilities: [Double]

  /// - Parameter doubledRanks: twice the ranks, which ties make multiples of one half.
  init(doubledRanks: [Int]) {
    let total = doubledRanks.reduce(0, +)
    var probabilities = Array(repeating: 0.0, count: total + 1)
    probabilities[0] = 1
    var reached = 0
    for rank in doubledRanks {
      // From above, so that every rank is added at most once.
      for sum in stride(from: reached, through: 0, by: -1) {
        let half = probabilities[sum] / 2
        probabilities[sum] = half
        probabilities[sum + rank] += half
      }
      reached += rank
    }
    self.probabilities = probabilities
  }

  /// The distribution without ties: ranks 1 to `count`.
  init(count: Int) { self.init(doubledRanks: (1...max(1, count)).map { 2 * $0 }) }

  /// The probability of a doubled sum of at most `sum`.
  func lowerTail(_ sum: Int) -> Double {
    var tail = 0.0
    for probability in probabilities.prefix(max(0, sum + 1)) { tail += probability }
    return min(1, tail)
  }

  /// The largest doubled sum whose lower tail is at most `probability`; nil where not even that of 0 is.
  func largestSum(withTail probability: Double) -> Int? {
    var tail = 0.0
    for (sum, mass) in probabilities.enumerated() {
      tail += mass
      if tail > probability { return sum > 0 ? sum - 1 : nil }
    }
    return probabilities.count - 1
  }
}
