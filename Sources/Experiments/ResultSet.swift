import Training

/// The records of a plan by problem, contender and seed: all of them, or as many as there are.
public struct ResultSet: Sendable {
  /// What was planned.
  public let plan: Plan
  private var records: [PlannedRun: RunRecord]
  private let yardsticks: [PlannedSeed: Yardsticks]

  /// The results of a plan.
  ///
  /// - Parameters:
  ///   - records: what is known; runs that the plan does not hold are left out.
  ///   - yardsticks: what is known of the problems without running them.
  public init(
    plan: Plan, records: [PlannedRun: RunRecord] = [:],
    yardsticks: [PlannedSeed: Yardsticks] = [:]
  ) {
    self.plan = plan
    self.yardsticks = yardsticks
    let planned = Set(plan.runs)
    self.records = records.filter { planned.contains($0.key) }
  }

  /// What became of a run; nil where that is not known.
  public subscript(run: PlannedRun) -> RunRecord? { records[run] }

  /// Whether every run of the plan has its record.
  public var isComplete: Bool { records.count == plan.runs.count }

  /// What is known of a problem without running it, by seed.
  public func yardsticks(problem: Int) -> [UInt32: Yardsticks] {
    plan.problems[problem].seeds.reduce(into: [:]) { known, seed in
      known[seed] = yardsticks[PlannedSeed(problem: problem, seed: seed)]
    }
  }

  /// The records of one contender on one problem, in the order of the plan's seeds; those that are
  /// missing are left out.
  public func runs(problem: Int, contender: Int) -> [SeededRecord] {
    plan.problems[problem].seeds.compactMap { seed in
      records[PlannedRun(problem: problem, contender: contender, seed: seed)]
        .map { SeededRecord(seed: seed, record: $0) }
    }
  }
}

/// What became of a run, and the repetition that it was.
public struct SeededRecord: Hashable, Sendable {
  /// The repetition.
  public let seed: UInt32
  /// What became of the run.
  public let record: RunRecord

  /// A run of a seed.
  public init(seed: UInt32, record: RunRecord) {
    self.seed = seed
    self.record = record
  }
}
