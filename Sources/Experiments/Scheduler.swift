import Files
import Specs
import Training

/// Runs a plan on several cores.
///
/// Runs share nothing and results are put in the plan's order, so any number of workers gives the
/// same `ResultSet`.
public struct Scheduler: Sendable {
  /// How many runs are in progress at once, at least 1.
  public var jobs: Int
  /// Told after each finished run how many are done; called from any worker, one at a time.
  public var onProgress: @Sendable (_ done: Int) -> Void

  /// Where runs are kept; nil where none are.
  public var store: RunStore?
  /// Where runs are kept that are not made again, but nothing is written; nil for nowhere.
  public var elsewhere: RunStore?
  /// How many bytes of records stay in memory; what goes beyond is read again.
  var memoryLimit = 64 << 20

  /// Runs plans with `jobs` workers.
  public init(
    jobs: Int, store: RunStore? = nil,
    onProgress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) {
    self.jobs = max(1, jobs)
    self.store = store
    self.onProgress = onProgress
  }

  /// As many runs of `plan` at once as there are processors for this process, and memory within its limit.
  public static func jobs(for plan: Plan) -> Int {
    PlanCost(plan).jobs(atMost: UsableProcessors().count)
  }

  /// Performs every run of `plan`, and finds what is known of its problems without running them.
  ///
  /// What becomes of a run goes to the kept ones as it ends, so that memory does not grow with all curves.
  ///
  /// Searches come first; what they found settles the tuned contenders.
  public func run(_ asked: Plan) async -> ResultSet {
    let yardsticks = await yardsticks(of: asked)
    let counter = Counter(onProgress)
    let tally = Tally()
    var searches = await found(asked.searches, of: asked, counter)
    let plan = asked.settled(by: searches)
    let archive = RecordArchive(plan, store: store, limit: memoryLimit)
    let order = store?.readingOrder(of: plan)
    let outcomes = await results(count: plan.runs.count, order: order) { place in
      let (record, wasKept, isKept) = perform(plan.request(for: plan.runs[place]))
      archive.add(record, at: place, isKept: isKept)
      tally.note(wasKept: wasKept, isKept: isKept)
      counter.count()
      return record.outcome
    }
    let ended = RunOutcomes(plan, outcomes, archive)
    if !plan.isJudged {
      for place in searches.indices {
        let search = searches[place].search
        let own = plan.problems[search.problem].seeds.compactMap {
          ended[PlannedRun(problem: search.problem, contender: search.contender, seed: $0)]
        }
        searches[place].judgedValue = plan.value(of: own)
      }
    }
    return ResultSet(
      ended, yardsticks: yardsticks, searches: searches, reusedCount: tally.result.keptCount)
  }

  /// What is known of the problems of a plan without running them.
  private func yardsticks(of plan: Plan) async -> [PlannedSeed: Yardsticks] {
    let seeds = plan.seeds
    let found = await results(count: seeds.count) { plan.yardsticks(of: seeds[$0]) }
    return zip(seeds, found).reduce(into: [:]) { known, pair in known[pair.0] = pair.1 }
  }

  /// Makes what is missing of some units of a plan's work and keeps it; nothing of it stays in memory.
  ///
  /// What a tuned contender takes is whole in its unit, so that units need nothing of each other.
  public func perform(_ units: [WorkUnit], of plan: Plan) async -> ShareResult {
    let counter = Counter(onProgress)
    let tally = Tally()
    var runs: [PlannedRun] = []
    var tuned: Set<[Int]> = []
    for unit in units {
      switch unit {
      case .run(let run): runs.append(run)
      case .tuned(let problem, let contender): tuned.insert([problem, contender])
      }
    }
    let searches = plan.searches.filter { tuned.contains([$0.problem, $0.contender]) }
    let settled = plan.settled(by: await found(searches, of: plan, counter, tally))
    runs += settled.runs.filter { tuned.contains([$0.problem, $0.contender]) }
    _ = await results(count: runs.count) { [runs] place in
      let (_, wasKept, isKept) = perform(settled.request(for: runs[place]))
      tally.note(wasKept: wasKept, isKept: isKept)
      counter.count()
    }
    return tally.result
  }

  /// What is kept of a plan's runs and searches; nothing is run.
  ///
  /// A contender whose searches are not over has no runs.
  public func keptResults(of asked: Plan) async -> ResultSet {
    guard let store else { return ResultSet(plan: asked) }
    let yardsticks = await yardsticks(of: asked)
    let replay = SearchReplay(asked, in: store)
    let plan = replay.settled
    let archive = RecordArchive(plan, store: store, limit: memoryLimit)
    let order = store.readingOrder(of: plan)
    let outcomes = await results(count: plan.runs.count, order: order) { place -> RunOutcome? in
      guard let record = store.record(of: plan.request(for: plan.runs[place])) else { return nil }
      archive.add(record, at: place, isKept: true)
      return record.outcome
    }
    return ResultSet(
      RunOutcomes(plan, outcomes, archive), yardsticks: yardsticks, searches: replay.results,
      reusedCount: outcomes.count { $0 != nil })
  }

  /// What some searches of a plan find, in their order.
  private func found(
    _ searches: [PlannedSearch], of plan: Plan, _ counter: Counter, _ tally: Tally? = nil
  ) async -> [SearchResult] {
    let courses = searches.compactMap { SearchCourse($0, of: plan) }
    var found = await finished(SearchQueue(courses), counter, tally).courses.map {
      SearchResult(search: $0.search, trials: $0.trials)
    }
    guard plan.isJudged else { return found }
    let judged = await results(count: found.count) { [found] place in
      plan.value(
        of: plan.judgingRequests(of: found[place]).map { request in
          let (record, wasKept, isKept) = perform(request)
          tally?.note(wasKept: wasKept, isKept: isKept)
          counter.count()
          return record.outcome
        })
    }
    for (place, value) in judged.enumerated() { found[place].judgedValue = value }
    found.choose()
    return found
  }

  /// Several searches at their end.
  private func finished(
    _ begun: SearchQueue, _ counter: Counter, _ tally: Tally?
  ) async -> SearchQueue {
    await withTaskGroup(of: (SearchQueue.Job, RunOutcome).self) { group in
      var queue = begun
      var free = jobs
      while true {
        while free > 0, let job = queue.next() {
          free -= 1
          group.addTask {
            let (record, wasKept, isKept) = perform(job.request)
            tally?.note(wasKept: wasKept, isKept: isKept)
            return (job, record.outcome)
          }
        }
        guard let (job, outcome) = await group.next() else { return queue }
        free += 1
        counter.count()
        queue.finish(job, with: outcome)
      }
    }
  }

  /// A run's record, kept from before or made now; whether it was kept, and whether it is.
  private func perform(_ request: RunRequest) -> (record: RunRecord, wasKept: Bool, isKept: Bool) {
    if let kept = store?.record(of: request) ?? elsewhere?.record(of: request) {
      return (kept, true, true)
    }
    let record = request.run()
    return (record, false, store?.keep(record, of: request) ?? false)
  }

  /// The results of so many jobs, in their order; nil where a job has none.
  ///
  /// - Parameter order: the order in which they are begun; nil for their own.
  private func results<Result: Sendable>(
    count: Int, order: [Int]? = nil, work: @escaping @Sendable (_ place: Int) -> Result?
  ) async -> [Result?] {
    let progress = WorkProgress<Result>(count: count, order: order)
    await withTaskGroup { group in
      for _ in 0..<min(jobs, count) {
        group.addTask {
          while let place = progress.next() { progress.finish(place, with: work(place)) }
        }
      }
    }
    return progress.takeResults()
  }
}
