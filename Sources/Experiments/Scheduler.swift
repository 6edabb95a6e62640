import Files
import Specs
import Synchronization
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
  public func run(_ plan: Plan) async -> ResultSet {
    let yardsticks = await results(for: plan.seeds) { plan.yardsticks(of: $0) }
    let archive = RecordArchive(plan, store: store, limit: memoryLimit)
    let ends = await results(for: plan.runs, tell: onProgress) { run in
      let request = plan.request(for: run)
      let kept = store?.record(of: request)
      let record = kept ?? request.run()
      let isKept = kept != nil || store?.keep(record, of: request) ?? false
      archive.add(record, of: run, isKept: isKept)
      return (outcome: record.outcome, isReused: kept != nil)
    }
    return ResultSet(
      plan: plan, outcomes: ends.mapValues(\.outcome), records: archive, yardsticks: yardsticks,
      reusedCount: ends.values.count { $0.isReused })
  }

  /// The results of many jobs.
  ///
  /// - Parameter tell: told after each finished job how many are done.
  private func results<Job: Hashable & Sendable, Result: Sendable>(
    for jobs: [Job], tell: @escaping @Sendable (Int) -> Void = { _ in },
    work: @escaping @Sendable (Job) -> Result
  ) async -> [Job: Result] {
    let state = Progress<Result>(count: jobs.count)
    await withTaskGroup { group in
      for _ in 0..<min(self.jobs, jobs.count) {
        group.addTask {
          while let index = state.next() {
            state.finish(index, with: work(jobs[index]), tell: tell)
          }
        }
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(jobs, state.results))
  }
}

/// What the workers share: which job is next, and what the finished ones left.
private final class Progress<Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var done = 0
    var results: [Result?]
  }

  private let state: Mutex<State>

  init(count: Int) {
    state = Mutex(State(results: Array(repeating: nil, count: count)))
  }

  func next() -> Int? {
    state.withLock { state in
      guard state.next < state.results.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func finish(_ index: Int, with result: Result, tell: (Int) -> Void) {
    state.withLock { state in
      state.results[index] = result
      state.done += 1
      tell(state.done)
    }
  }

  /// The results, in the order of the jobs.
  var results: [Result] { state.withLock { $0.results.compactMap { $0 } } }
}
