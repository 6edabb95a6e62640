/// The distribution of the sum of those ranks that a fair coin picks, each for itself: that of
/// Wilcoxon's signed-rank statistic when every pair may be swapped.
struct SignedRankDistribution {
  /// The most ranks of which the distribution is computed exactly.
  static let mostExact = 200

  /// The probability of each doubled sum, from 0 to the limit.
  private let probabilities: [Double]

  /// - Parameters:
  ///   - doubledRanks: twice the ranks, which ties make multiples of one half; each above 0.
  ///   - limit: the greatest doubled sum that is asked for, at least 0. The distribution is symmetric:
  ///     half of the total is enough.
  init(doubledRanks: [Int], upTo limit: Int) {
    var probabilities = Array(repeating: 0.0, count: limit + 1)
    probabilities[0] = 1
    var reached = 0
    for rank in doubledRanks {
      reached = min(limit, reached + rank)
      // From above, so that every rank is added at most once.
      for sum in stride(from: reached, through: rank, by: -1) {
        probabilities[sum] = (probabilities[sum] + probabilities[sum - rank]) / 2
      }
      for sum in 0..<min(rank, reached + 1) { probabilities[sum] /= 2 }
    }
    self.probabilities = probabilities
  }

  /// The distribution without ties, ranks 1 to `count`, up to its median.
  init(count: Int) {
    let ranks = 1...max(1, count)
    self.init(doubledRanks: ranks.map { 2 * $0 }, upTo: ranks.reduce(0, +))
  }

  /// The probability of a doubled sum of at most `sum`, which the limit is not below.
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
