import Analysis
import Diagnostics

/// What a report that was made before all runs had ended says first: which are missing.
struct MissingStatement {
  let comparison: Comparison

  /// A paragraph and what is missing, contender by contender; nothing where nothing is missing.
  var blocks: [Block] {
    let results = comparison.results
    guard !results.isComplete else { return [] }
    let all = results.plan.problems.map { $0.contenders.count * $0.seeds.count }.reduce(0, +)
    let missing = results.missingCount
    return [
      .paragraph([
        .strong([.text("Not finished: \(missing) of \(counted(all, "run")) are missing.")]),
        .text(
          " All that follows is of the runs that are there. Runs that take long, or that something went wrong with, are "
            + "the last to arrive: what is missing need not be like what is there. There are:"),
      ]),
      .list(Self.lines(parts)),
    ]
  }

  /// The contenders that lack runs: how many of how many.
  private var parts: [(name: String, problem: String, missing: Int, all: Int, isSearched: Bool)] {
    comparison.problems.flatMap { problem in
      problem.contenders.compactMap { contender in
        let all = problem.problem.seeds.count
        let missing = all - contender.runs.count
        guard missing > 0 else { return nil }
        return (contender.name, problem.name, missing, all, contender.contender.space != nil)
      }
    }
  }

  private static let most = 12

  private static func lines(
    _ parts: [(name: String, problem: String, missing: Int, all: Int, isSearched: Bool)]
  ) -> [[Inline]] {
    let shown = parts.prefix(most).map { part -> [Inline] in
      [
        .strong([.text(part.name)]), " on ", .emphasis([.text(part.problem)]),
        .text(
          part.isSearched
            ? ": its search is not over"
            : part.missing == part.all
              ? ": none of \(counted(part.all, "run"))"
              : ": \(part.all - part.missing) of \(counted(part.all, "run"))"),
      ]
    }
    let more = parts.count - shown.count
    return shown + (more > 0 ? [[.text("and \(more) more")]] : [])
  }
}
