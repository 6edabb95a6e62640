import Training

/// What became of the runs of a plan, by problem, contender and seed: of all of them, or of as many as there
/// are.
///
/// The outcomes lie in memory; whole records, with their curves, are read where they are needed.
public struct ResultSet: Sendable {
  /// How many of the runs were kept from before.
  public let reusedCount: Int
  /// What the searches of the plan found, in its order.
  public let searches: [SearchResult]
  private let outcomes: RunOutcomes
  private let yardsticks: [PlannedSeed: Yardsticks]

  /// The results of a plan, all in memory.
  ///
  /// - Parameters:
  ///   - records: what is known; runs that the plan does not hold are left out.
  ///   - yardsticks: what is known of the problems without running them.
  ///   - searches: what searches found.
  public init(
    plan: Plan, records: [PlannedRun: RunRecord] = [:],
    yardsticks: [PlannedSeed: Yardsticks] = [:], searches: [SearchResult] = []
  ) {
    self.init(
      RunOutcomes(plan, plan.runs.map { records[$0]?.outcome }, RecordArchive(plan, records)),
      yardsticks: yardsticks, searches: searches, reusedCount: 0)
  }

  init(
    _ outcomes: RunOutcomes, yardsticks: [PlannedSeed: Yardsticks], searches: [SearchResult] = [],
    reusedCount: Int
  ) {
    self.searches = searches
    self.outcomes = outcomes
    self.yardsticks = yardsticks
    self.reusedCount = reusedCount
  }

  /// What was planned.
  public var plan: Plan { outcomes.plan }

  /// The whole record of a run, which may have to be read; nil where what became of it is not known.
  public subscript(run: PlannedRun) -> RunRecord? { outcomes.record(of: run) }

  /// How a run ended; nil where that is not known.
  public func outcome(of run: PlannedRun) -> RunOutcome? { outcomes[run] }

  /// How many runs are not known: those of contenders whose searches are not over count, too.
  public var missingCount: Int {
    plan.problems.map { $0.contenders.count * $0.seeds.count }.reduce(0, +) - outcomes.count
  }

  /// Whether every run of the plan has ended.
  public var isComplete: Bool { missingCount == 0 }

  /// What is known of a problem without running it, by seed.
  public func yardsticks(problem: Int) -> [UInt32: Yardsticks] {
    plan.problems[problem].seeds.reduce(into: [:]) { known, seed in
      known[seed] = yardsticks[PlannedSeed(problem: problem, seed: seed)]
    }
  }

  /// The runs of one contender on one problem, in the order of the plan's seeds; those that are
  /// missing are left out.
  public func runs(problem: Int, contender: Int) -> [SeededRun] {
    outcomes.runs(problem: problem, contender: contender)
  }
}
