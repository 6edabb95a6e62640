import Statistics

/// Mean ranks of optimizers over problems, whether Friedman's test finds that they differ at all, and
/// which of them Nemenyi's test then tells apart (Demšar 2006).
public struct MeanRanks: Sendable {
  /// How many problems the ranks are means over, at least 2; those on the same rows are one.
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
  /// - Parameters:
  ///   - scores: by problem, then by optimizer; lower is better, infinite for a failure.
  ///   - sources: the problems that are on the same rows, by position: they count once, by the mean of
  ///     their ranks. Nil: each is on its own.
  /// - Returns: nil with fewer than two problems or two optimizers.
  public init?(scores: [[Double]], sources: [[Int]]? = nil) {
    let sources = sources ?? scores.indices.map { [$0] }
    guard sources.count > 1, let count = scores.first?.count, count > 1,
      scores.allSatisfy({ $0.count == count })
    else { return nil }
    problemCount = sources.count
    let problems = Double(sources.count)
    let ranks = sources.map { Self.meanRanks(of: $0.map { scores[$0] }) }
    means = (0..<count).map { optimizer in
      ranks.reduce(0) { $0 + $1[optimizer] } / problems
    }
    friedman = FriedmanTest(ranks: ranks)
    let methods = Double(count)
    criticalDifference =
      StudentizedRange(count: count).upperQuantile(0.05) / 2.0.squareRoot()
      * (methods * (methods + 1) / (6 * problems)).squareRoot()
  }

  private static func meanRanks(of scores: [[Double]]) -> [Double] {
    let ranks = scores.map { midRanks(of: $0) }
    return ranks[0].indices.map { optimizer in
      ranks.reduce(0) { $0 + $1[optimizer] } / Double(ranks.count)
    }
  }

  /// Whether Friedman's test rejects at 5 % that the optimizers do not differ: else pairs of them are
  /// not to be compared.
  public var areDifferent: Bool { friedman.map { $0.probability < 0.05 } ?? false }

  /// The pairs of optimizers that are told apart, the better one first.
  public var pairsApart: [(better: Int, worse: Int)] {
    guard areDifferent else { return [] }
    let order = means.indices.sorted { (means[$0], $0) < (means[$1], $1) }
    return order.indices.flatMap { place in
      order[(place + 1)...].filter { means[$0] - means[order[place]] >= criticalDifference }
        .map { (order[place], $0) }
    }
  }

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
