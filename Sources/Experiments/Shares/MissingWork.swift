/// The work of a plan of which something is not kept.
public struct MissingWork: Sendable {
  /// All units of the plan.
  public let units: [WorkUnit]
  /// The positions of those of which something is missing, in rising order.
  public let missing: [Int]
  /// How many runs are not kept, those that wait for a search included.
  public let runCount: Int

  /// Looks for the work of `plan` among the runs that are kept.
  public init(_ plan: Plan, in store: RunStore) {
    units = plan.units
    let replay = SearchReplay(plan, in: store)
    let settled = replay.settled
    var lacking = 0
    missing = units.indices.filter { [units] place in
      let count: Int
      switch units[place] {
      case .run(let run): count = store.holds(plan.request(for: run)) ? 0 : 1
      case .tuned(let problem, let contender):
        count = Self.missingRuns(of: problem, contender, replay, plan, settled, store)
      }
      lacking += count
      return count > 0
    }
    runCount = lacking
  }

  private static func missingRuns(
    of problem: Int, _ contender: Int, _ replay: SearchReplay, _ plan: Plan, _ settled: Plan,
    _ store: RunStore
  ) -> Int {
    let seeds = plan.problems[problem].seeds
    guard settled.problems[problem].contenders[contender].space == nil else {
      let searches = plan.searches(of: problem, contender)
      let trials = searches.map { replay.missing[$0] ?? 0 }.reduce(0, +)
      let judged = plan.isJudged ? searches.count * seeds.count : 0
      return trials + judged + seeds.count
    }
    return seeds.count { seed in
      let run = PlannedRun(problem: problem, contender: contender, seed: seed)
      return !store.holds(settled.request(for: run))
    }
  }
}
