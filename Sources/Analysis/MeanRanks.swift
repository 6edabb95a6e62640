import Statistics

/// Mean ranks of optimizers over problems, whether Friedman's test finds that they differ at all, and
/// which of them Nemenyi's test then tells apart (Demšar 2006).
public struct MeanRanks: Sendable {
  /// The 5 % critical values of the two-tailed Nemenyi test for 2 to 30 methods: the quantiles of the
  /// Studentized range with infinitely many degrees of freedom, divided by √2. From SciPy 1.17.1;
  /// Demšar 2006, table 5a, has the first nine with three digits after the point.
  private static let criticalValues = [
    1.9600, 2.3437, 2.5690, 2.7278, 2.8497, 2.9483, 3.0309, 3.1017, 3.1637, 3.2187, 3.2680, 3.3127,
    3.3536, 3.3912, 3.4260, 3.4584, 3.4887, 3.5171, 3.5438, 3.5690, 3.5929, 3.6156, 3.6373, 3.6579,
    3.6776, 3.6964, 3.7145, 3.7319, 3.7486,
  ]

  /// How many problems the ranks are means over, at least 2.
  public let problemCount: Int
  /// The mean rank of each optimizer; 1 is best, and equal values share the mean of their ranks.
  public let means: [Double]
  /// Friedman's test that the optimizers do not differ; nil where all are equal on every problem.
  public let friedman: FriedmanTest?
  /// The difference of mean ranks from which on two optimizers are told apart at 5 %, once Friedman's
  /// test has rejected; nil for more optimizers than the table of critical values has.
  public let criticalDifference: Double?

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
    let ranks = scores.map(Self.ranks)
    means = (0..<count).map { optimizer in
      ranks.reduce(0) { $0 + $1[optimizer] } / problems
    }
    friedman = FriedmanTest(ranks: ranks)
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

  /// Whether Friedman's test rejects at 5 % that the optimizers do not differ: else pairs of them are
  /// not to be compared.
  public var areDifferent: Bool { friedman.map { $0.probability < 0.05 } ?? false }

  /// The sets of optimizers that are not told apart, each as large as can be, the best first: all in
  /// one where Friedman's test does not reject.
  public var groups: [[Int]] {
    let order = means.indices.sorted { (means[$0], $0) < (means[$1], $1) }
    guard areDifferent else { return [order] }
    guard let criticalDifference else { return [] }
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
