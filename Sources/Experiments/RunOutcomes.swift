import Training

/// What became of the runs of a plan, in its order, with the way to their whole records: one for all who look at
/// single runs, since there may be a million.
final class RunOutcomes: RunSource {
  let plan: Plan
  /// How many are known.
  let count: Int
  private let outcomes: [RunOutcome?]
  private let records: RecordArchive
  /// Where the runs of each contender of each problem begin; nil for one that has none.
  private let starts: [[Int?]]
  /// The position of each seed among those of its problem.
  private let seeds: [[UInt32: Int]]

  /// Outcomes of all of the plan's runs in its order, nil where one is not known.
  init(_ plan: Plan, _ outcomes: [RunOutcome?], _ records: RecordArchive) {
    self.plan = plan
    self.outcomes = outcomes
    self.records = records
    count = outcomes.count { $0 != nil }
    var next = 0
    starts = plan.problems.map { problem in
      problem.contenders.map { contender in
        guard contender.space == nil else { return nil }
        defer { next += problem.seeds.count }
        return next
      }
    }
    seeds = plan.problems.map { problem in
      Dictionary(uniqueKeysWithValues: zip(problem.seeds, problem.seeds.indices))
    }
  }

  /// Where a run stands among those of the plan; nil where it is none of them.
  private func place(of run: PlannedRun) -> Int? {
    guard starts.indices.contains(run.problem), starts[run.problem].indices.contains(run.contender),
      let start = starts[run.problem][run.contender], let seed = seeds[run.problem][run.seed]
    else { return nil }
    return start + seed
  }

  /// How a run ended; nil where that is not known.
  subscript(run: PlannedRun) -> RunOutcome? { place(of: run).flatMap { outcomes[$0] } }

  /// The whole record of a run; nil where what became of it is not known.
  func record(of run: PlannedRun) -> RunRecord? {
    place(of: run).flatMap { place in
      outcomes[place].map { records.record(at: place, $0) }
    }
  }

  /// The runs of one contender on one problem that are known, in the order of the plan's seeds.
  func runs(problem: Int, contender: Int) -> [SeededRun] {
    guard let start = starts[problem][contender] else { return [] }
    return plan.problems[problem].seeds.enumerated().compactMap { number, seed in
      outcomes[start + number] == nil
        ? nil : SeededRun(seed: seed, in: self, at: start + number)
    }
  }

  func outcome(at place: Int) -> RunOutcome {
    guard let outcome = outcomes[place] else {
      preconditionFailure("only runs that are known have a place")
    }
    return outcome
  }

  func record(at place: Int) -> RunRecord { records.record(at: place, outcome(at: place)) }
}
