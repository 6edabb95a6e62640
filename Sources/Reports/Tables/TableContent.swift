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
  static let all: [any TableContent] = [FinalTable(), TargetTable()]
}

extension Comparison {
  /// The statistic in the cells of a table of results.
  var statistic: String {
    let seeds = seedCount
    if seeds == 1 { return "the values of the one seed" }
    if seeds < MedianBootstrap.fewestValues {
      return "median over \(seeds) seeds, too few for an interval"
    }
    return "median over \(seeds) seeds with its 95 % bootstrap interval"
  }
}
