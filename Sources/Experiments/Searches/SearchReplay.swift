import Statistics
import Training

/// The searches of a plan as far as kept runs tell.
struct SearchReplay {
  /// The requests of all runs that they consist of, as far as they are known.
  private(set) var requests: [RunRequest] = []
  /// How many runs of each search's trials are missing; those after a missing trial are missing, too.
  private(set) var missing: [PlannedSearch: Int] = [:]
  /// What the searches found that are over, those of a contender all together.
  private(set) var results: [SearchResult] = []
  /// The plan with what these found: contenders whose searches are not over are not settled.
  let settled: Plan
  /// Whether all searches are over.
  let isOver: Bool

  /// The plan with what the searches found; nil where something is missing.
  var plan: Plan? { isOver ? settled : nil }

  /// Tells the samplers of `plan` what is kept.
  init(_ plan: Plan, in store: RunStore) {
    var waiting: Set<[Int]> = []
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
          waiting.insert([search.problem, search.contender])
          break
        }
        course.tell(outcomes)
      }
      if missing[search] == nil {
        results.append(SearchResult(search: search, trials: course.trials))
      }
    }
    func isWaiting(_ result: SearchResult) -> Bool {
      waiting.contains([result.search.problem, result.search.contender])
    }
    results.removeAll(where: isWaiting)
    if plan.isJudged {
      for place in results.indices {
        let runs = plan.judgingRequests(of: results[place])
        let outcomes = runs.compactMap { store.record(of: $0)?.outcome }
        requests += runs
        if outcomes.count < runs.count {
          waiting.insert([results[place].search.problem, results[place].search.contender])
        }
        results[place].judgedValue = plan.value(of: outcomes)
      }
      results.removeAll(where: isWaiting)
      results.choose()
    }
    settled = plan.settled(by: results)
    isOver = waiting.isEmpty
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
    let problem = result.search.problem
    return requests(
      for: contender(at: result), problem: problem, seeds: problems[problem].seeds)
  }

  /// The median of what searches make small.
  func value(of outcomes: [RunOutcome]) -> Double {
    median(outcomes.map { (spec.tuning?.objective ?? .validationLoss).value(of: $0) }) ?? .infinity
  }
}
