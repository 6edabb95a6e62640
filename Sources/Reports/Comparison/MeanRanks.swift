import Statistics

/// Mean ranks of optimizers over problems, and which of them Nemenyi's test tells apart (Demšar 2006).
struct MeanRanks {
  /// The 5 % critical values of the two-tailed Nemenyi test for 2 to 10 methods: the Studentized range
  /// divided by √2 (Demšar 2006, table 5a).
  private static let criticalValues = [
    1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164,
  ]

  /// How many problems the ranks are means over, at least 2.
  let problemCount: Int
  /// The mean rank of each optimizer; 1 is best, and equal values share the mean of their ranks.
  let means: [Double]
  /// The difference of mean ranks from which on two optimizers are told apart at 5 %; nil for more
  /// optimizers than the table of critical values has.
  let criticalDifference: Double?

  /// Ranks optimizers by their scores.
  ///
  /// - Parameter scores: by problem, then by optimizer; lower is better, infinite for a failure.
  /// - Returns: nil with fewer than two problems or two optimizers.
  init?(scores: [[Double]]) {
    guard scores.count > 1, let count = scores.first?.count, count > 1,
      scores.allSatisfy({ $0.count == count })
    else { return nil }
    problemCount = scores.count
    let problems = Double(scores.count)
    let ranks = scores.map(Self.ranks)
    means = (0..<count).map { optimizer in
      ranks.reduce(0) { $0 + $1[optimizer] } / problems
    }
    let methods = Double(count)
    criticalDifference =
      Self.criticalValues.indices.contains(count - 2)
      ? Self.criticalValues[count - 2] * (methods * (methods + 1) / (6 * problems)).squareRoot()
      : nil
  }

  /// The rank of each score, from 1; equal scores share the mean of their ranks.
  private static func ranks(_ scores: [Double]) -> [Double] {
    scores.map { score in
      let better = scores.count { $0 < score }
      let equal = scores.count { $0 == score }
      return Double(better) + Double(equal + 1) / 2
    }
  }

  /// The sets of optimizers that are not told apart, each as large as can be, the best first.
  var groups: [[Int]] {
    guard let criticalDifference else { return [] }
    let order = means.indices.sorted { (means[$0], $0) < (means[$1], $1) }
    var groups: [[Int]] = []
    var lastEnd = 0
    for start in order.indices {
      let members = order[start...].prefix { means[$0] - means[order[start]] < criticalDifference }
      // A set within the one before says nothing new.
      if members.count > 1, members.endIndex > lastEnd { groups.append(Array(members)) }
      lastEnd = max(lastEnd, members.endIndex)
    }
    return groups
  }
}
