/// What each unit of a plan's work takes, in operations: right within a factor of 2, as `PlanCost` is.
public struct WorkCosts: Sendable {
  /// By problem and contender: one run, or all of a tuned contender.
  private let costs: [[Double]]

  /// Estimates the work of `plan`.
  public init(_ plan: Plan) {
    costs = plan.problems.indices.map { problem in
      let run = ProblemCost(plan, problem: problem).runWork
      let planned = plan.problems[problem]
      return planned.contenders.indices.map { contender in
        guard planned.contenders[contender].space != nil else {
          let share =
            Double(planned.contenders[contender].budget.epochs)
            / Double(max(1, planned.spec.budget.epochs))
          return max(1, run * share)
        }
        let searched = plan.searches(of: problem, contender).map(plan.runCount).reduce(0, +)
        return max(1, run * (searched + Double(planned.seeds.count)))
      }
    }
  }

  /// The operations that a unit takes, at least 1.
  public subscript(unit: WorkUnit) -> Double {
    switch unit {
    case .run(let run): costs[run.problem][run.contender]
    case .tuned(let problem, let contender): costs[problem][contender]
    }
  }
}
