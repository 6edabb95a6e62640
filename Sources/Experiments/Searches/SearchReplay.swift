import Statistics
import Training

/// The searches of a plan as far as kept runs tell.
struct SearchReplay {
  /// The requests of all runs that they consist of, as far as they are known.
  private(set) var requests: [RunRequest] = []
  /// How many runs of each search's trials are missing; those after a missing trial are missing, too.
  private(set) var missing: [PlannedSearch: Int] = [:]
  /// The plan with what the searches found; nil where something is missing.
  private(set) var plan: Plan?

  /// Tells the samplers of `plan` what is kept.
  init(_ plan: Plan, in store: RunStore) {
    var results: [SearchResult] = []
    for search in plan.searches {
      guard var course = SearchCourse(search, of: plan) else { continue }
      while true {
        let runs = course.next()
        if runs.isEmpty { break }
        let outcomes = runs.compactMap { store.record(of: $0)?.outcome }
        requests += runs
        guard outcomes.count == runs.count else {
          let count = plan.trialCount(of: search) * plan.tuningSeeds(of: search.problem).count
          missing[search] =
            count - course.trials.map(\.outcomes.count).reduce(0, +) - outcomes.count
          break
        }
        course.tell(outcomes)
      }
      results.append(SearchResult(search: search, trials: course.trials))
    }
    guard missing.isEmpty else { return }
    if plan.isJudged {
      for place in results.indices {
        let runs = plan.judgingRequests(of: results[place])
        let outcomes = runs.compactMap { store.record(of: $0)?.outcome }
        requests += runs
        guard outcomes.count == runs.count else { return }
        results[place].judgedValue = plan.value(of: outcomes)
      }
      results.choose()
    }
    self.plan = plan.settled(by: results)
  }
}

extension Plan {
  /// The plan with what its searches found, where kept runs tell it all; itself without searches.
  public func settled(from store: RunStore) -> Plan? {
    searches.isEmpty ? self : SearchReplay(self, in: store).plan
  }

  /// Whether several studies have to be compared before one is chosen.
  var isJudged: Bool { (spec.tuning?.studies ?? 1) > 1 }

  /// The runs of a study's best setting on the experiment's seeds.
  func judgingRequests(of result: SearchResult) -> [RunRequest] {
    let contender = contender(at: result)
    return problems[result.search.problem].seeds.map {
      request(for: contender, problem: result.search.problem, seed: $0)
    }
  }

  /// The median of what searches make small.
  func value(of outcomes: [RunOutcome]) -> Double {
    median(outcomes.map { (spec.tuning?.objective ?? .validationLoss).value(of: $0) }) ?? .infinity
  }
}
