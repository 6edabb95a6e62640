import Statistics

/// Mean ranks of optimizers over problems, whether Friedman's test finds that they differ at all, and
/// which of them Nemenyi's test then tells apart (Demšar 2006).
public struct MeanRanks: Sendable {
  /// How many problems the ranks are means over, at least 2.
  public let problemCount: Int
  /// The mean rank of each optimizer; 1 is best, and equal values share the mean of their ranks.
  public let means: [Double]
  /// Friedman's test that the optimizers do not differ; nil where all are equal on every problem.
  public let friedman: FriedmanTest?
  /// The difference of mean ranks from which on two optimizers are told apart at 5 %, once Friedman's
  /// test has rejected: the 5 % quantile of the Studentized range over √2, times √(k (k + 1) / 6n).
  public let criticalDifference: Double

  /// Ranks optimizers by their scores.
  ///
  /// - Parameter scores: by problem, then by optimizer; lower is better, infinite for a failure.
  /// - Returns: nil with fewer than two problems or two optimizers.
  public init?(scores: [[Double]]) {
    guard scores.count > 1, let count = scores.first?.count, count > 1,
      scores.allSatisfy({ $0.count == count })
    else { return nil }
    problemCount = scores.count
    let problems = Double(scores.count)
    let ranks = scores.map { midRanks(of: $0) }
    means = (0..<count).map { optimizer in
      ranks.reduce(0) { $0 + $1[optimizer] } / problems
    }
    friedman = FriedmanTest(ranks: ranks)
    let methods = Double(count)
    criticalDifference =
      StudentizedRange(count: count).upperQuantile(0.05) / 2.0.squareRoot()
      * (methods * (methods + 1) / (6 * problems)).squareRoot()
  }

  /// Whether Friedman's test rejects at 5 % that the optimizers do not differ: else pairs of them are
  /// not to be compared.
  public var areDifferent: Bool { friedman.map { $0.probability < 0.05 } ?? false }

  /// The sets of optimizers that are not told apart, each as large as can be, the best first: all in
  /// one where Friedman's test does not reject.
  public var groups: [[Int]] {
    let order = means.indices.sorted { (means[$0], $0) < (means[$1], $1) }
    guard areDifferent else { return [order] }
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
