import Analysis
import Statistics

/// What a table holds: the one definition of a kind of table, from which the spec's keys, help,
/// errors and the report follow.
protocol TableContent: Sendable {
  /// The name of the kind in a spec.
  var name: String { get }
  /// What it holds, in a line.
  var summary: String { get }
  /// What a table of this kind needs to have something to show, to follow "it needs".
  var need: String { get }
  /// Whether there is something to show of a problem.
  func isTelling(_ problem: ProblemComparison) -> Bool
  /// The table of a problem.
  func table(_ problem: ProblemComparison, of comparison: Comparison, number: Int) -> Table
}

/// The kinds of table that a spec can ask for, in the order of help.
enum TableKinds {
  static let all: [any TableContent] = [FinalTable(), TargetTable(), TuningTable(), BasinTable()]
}

extension ProblemComparison {
  /// The statistic in the cells of a table of results.
  var statistic: String {
    if seedCount == 1 {
      return problem.dependsOnSeed ? "the values of the one seed" : "the values of the one run"
    }
    let fewest = HolmFamily.fewestSeeds(comparisons: 1)
    return seedCount < fewest
      ? "median over \(seedCount) seeds, too few for an interval"
      : "median over \(seedCount) seeds with its 95 % interval"
  }
}
