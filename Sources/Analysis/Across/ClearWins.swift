/// On how many problems each contender is clearly better than each other by the time to the answer's
/// target.
///
/// The verdicts hold together at 95 % (Holm), and so does their number: with that probability none of
/// those counted is false (Dror, Baumer, Bogomolov and Reichart, "Replicability Analysis for Natural
/// Language Processing", TACL 5, 2017).
public struct ClearWins: Hashable, Sendable {
  /// By the one that is better, then by the other: the number of problems.
  public let counts: [[Int]]
  /// By contender: the number of problems on which it is clearly better than every other.
  public let everywhere: [Int]
  /// How many comparisons each contender takes part in.
  public let comparisons: [Int]

  /// Counts the clear verdicts. Problems on the same rows count once, where all of them agree.
  init(_ sample: AcrossSample, in comparison: Comparison) {
    let all = sample.contenders.indices
    func verdict(_ problem: AcrossSample.Problem, _ one: Int, _ other: Int) -> Verdict? {
      let compared = comparison.problems[problem.number]
      return comparison.family[
        problem.number, compared.answerTime, problem.positions[one], problem.positions[other]]?
        .verdict
    }
    func count(_ isSo: (AcrossSample.Problem) -> Bool) -> Int {
      sample.sources.count { $0.allSatisfy { isSo(sample.problems[$0]) } }
    }
    counts = all.map { one in
      all.map { other in
        one == other ? 0 : count { verdict($0, one, other) == .better }
      }
    }
    everywhere = all.map { one in
      count { problem in all.allSatisfy { $0 == one || verdict(problem, one, $0) == .better } }
    }
    comparisons = all.map { one in
      all.reduce(0) { sum, other in
        one == other ? sum : sum + count { verdict($0, one, other) != nil }
      }
    }
  }

  /// How many comparisons a contender wins clearly, over problems and rivals.
  public func won(by contender: Int) -> Int { counts[contender].reduce(0, +) }

  /// How many it loses clearly.
  public func lost(by contender: Int) -> Int { counts.reduce(0) { $0 + $1[contender] } }
}
