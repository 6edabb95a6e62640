import Training

/// What is dealt to machines and never divided: a run, or all that a tuned contender takes on one problem, since
/// a search is one sequence and its runs wait for what it finds.
public enum WorkUnit: Hashable, Sendable {
  /// A run of a contender that nothing is searched for.
  case run(PlannedRun)
  /// The searches for a contender on a problem, the comparison of several studies, and its runs.
  case tuned(problem: Int, contender: Int)
}

extension Plan {
  /// All work of the plan: problem by problem, within it contender by contender, within it seed by seed.
  public var units: [WorkUnit] {
    problems.indices.flatMap { problem in
      problems[problem].contenders.indices.flatMap { contender -> [WorkUnit] in
        guard problems[problem].contenders[contender].space == nil else {
          return [.tuned(problem: problem, contender: contender)]
        }
        return problems[problem].seeds.map {
          .run(PlannedRun(problem: problem, contender: contender, seed: $0))
        }
      }
    }
  }

  /// How many runs a unit comes to.
  public func runCount(of unit: WorkUnit) -> Int {
    guard case .tuned(let problem, let contender) = unit else { return 1 }
    let own = searches(of: problem, contender)
    let seeds = problems[problem].seeds.count
    let trials = own.map { trialCount(of: $0) * tuningSeeds(of: problem).count }.reduce(0, +)
    return trials + (isJudged ? own.count : 0) * seeds + seeds
  }

  /// The searches for a contender on a problem, study by study.
  func searches(of problem: Int, _ contender: Int) -> [PlannedSearch] {
    searches.filter { $0.problem == problem && $0.contender == contender }
  }
}
