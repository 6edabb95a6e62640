import Optimizers
import Specs
import Training
import Tuning

/// A search in progress: which runs the next trial consists of, and what became of those before.
///
/// It holds no results of its own that a kept run would not give again, so an interrupted search goes on from its
/// last trial: the kept runs are told again.
struct SearchCourse {
  let search: PlannedSearch
  private let plan: Plan
  private let count: Int
  private var sampler: any Sampler
  private var point: [Double] = []
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

  /// The runs of the next trial, one a tuning seed; nil once all trials are made.
  mutating func next() -> [RunRequest]? {
    guard trials.count < count else { return nil }
    point = sampler.ask()
    let contender = plan.problems[search.problem].contenders[search.contender]
      .settled(at: point, after: plan.isOneStream ? trials.map(\.draws) : [])
    return plan.tuningSeeds(of: search.problem).map {
      plan.request(for: contender, problem: search.problem, seed: $0)
    }
  }

  /// Takes what became of these runs, in their order.
  mutating func tell(_ outcomes: [RunOutcome]) {
    let value = plan.value(of: outcomes)
    sampler.tell(point, value)
    trials.append(Trial(point: point, outcomes: outcomes, value: value))
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

/// The middle one of some numbers, or the mean of the two in the middle; none of them is NaN.
func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return .infinity }
  let upper = sorted[sorted.count / 2]
  return sorted.count.isMultiple(of: 2) ? (sorted[sorted.count / 2 - 1] + upper) / 2 : upper
}
