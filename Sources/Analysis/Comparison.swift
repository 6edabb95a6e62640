import Experiments

/// All statistics of a report, problem by problem; sections and figures only read them.
public struct Comparison: Sendable {
  /// What was compared.
  public let results: ResultSet
  /// The problems in the plan's order.
  public let problems: [ProblemComparison]

  /// Compares all contenders on all problems of `results`.
  public init(_ results: ResultSet) {
    self.results = results
    let plan = results.plan
    let runs = plan.problems.indices.map { problem in
      plan.problems[problem].contenders.indices.map {
        results.runs(problem: problem, contender: $0)
      }
    }
    let bootstraps = Bootstraps(sizes: runs.joined().map(\.count))
    problems = zip(plan.problems, runs).map { problem, runs in
      ProblemComparison(problem, runs: runs, bootstraps: bootstraps)
    }
  }

  /// What was planned.
  public var plan: Plan { results.plan }

  /// How many seeds are planned.
  public var seedCount: Int { plan.spec.seeds.count }
}
