import Optimizers
import Specs
import Training
import Tuning

/// A search in progress: which runs can be made now, and what became of those before.
///
/// It holds no results of its own that a kept run would not give again, so an interrupted search goes on from its
/// last trial: the kept runs are told again.
struct SearchCourse {
  let search: PlannedSearch
  private let plan: Plan
  private let count: Int
  private var sampler: any Sampler
  /// The points that were asked for and whose runs are not told yet.
  private var points: [[Double]] = []
  /// The trials so far.
  private(set) var trials: [Trial] = []

  /// A search before its first trial; nil where the plan has no such search.
  init?(_ search: PlannedSearch, of plan: Plan) {
    guard let tuning = plan.spec.tuning,
      let space = plan.problems[search.problem].contenders[search.contender].space
    else { return nil }
    self.search = search
    self.plan = plan
    count = plan.trialCount(of: search)
    sampler = tuning.sampler.makeSampler(for: space, trials: tuning.trials, study: search.study)
  }

  /// The runs that can be made now: trial by trial, of each one a tuning seed; none once all trials are made.
  ///
  /// All trials at once where no point depends on what became of others, else those of the next trial.
  mutating func next() -> [RunRequest] {
    let isOneByOne = plan.spec.tuning?.sampler.isAdaptive ?? true || plan.isOneStream
    let rest = count - trials.count
    points = (0..<(isOneByOne ? min(1, rest) : rest)).map { _ in sampler.ask() }
    let draws = plan.isOneStream ? trials.map(\.draws) : []
    return points.flatMap { point in
      let contender = plan.problems[search.problem].contenders[search.contender]
        .settled(at: point, after: draws)
      return plan.requests(
        for: contender, problem: search.problem, seeds: plan.tuningSeeds(of: search.problem))
    }
  }

  /// Takes what became of these runs, in their order.
  mutating func tell(_ outcomes: [RunOutcome]) {
    let seeds = outcomes.count / max(1, points.count)
    for (number, point) in points.enumerated() {
      let own = Array(outcomes[number * seeds..<(number + 1) * seeds])
      let value = plan.value(of: own)
      sampler.tell(point, value)
      trials.append(Trial(point: point, outcomes: own, value: value))
    }
    points = []
  }
}

extension Plan {
  /// Whether all trials and the final run draw from one stream, as in a script that seeds once.
  var isOneStream: Bool { spec.tuning?.seeds == .shared }
}

extension Trial {
  /// How many orders of batches its run drew.
  var draws: Int { outcomes.first.map(\.epochs) ?? 0 }
}
