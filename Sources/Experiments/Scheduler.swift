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
  /// Asked by every run once an epoch: true ends all runs soon.
  public var isInterrupted: @Sendable () -> Bool
  /// Told after each finished run how many are done; called from any worker, one at a time.
  public var onProgress: @Sendable (_ done: Int) -> Void

  /// Where runs are kept; nil where none are.
  public var store: RunStore?

  /// Runs plans with `jobs` workers.
  public init(
    jobs: Int, store: RunStore? = nil, isInterrupted: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) {
    self.jobs = max(1, jobs)
    self.store = store
    self.isInterrupted = isInterrupted
    self.onProgress = onProgress
  }

  /// Performs every run of `plan`, and finds what is known of its problems without running them.
  ///
  /// - Returns: nil when it was interrupted.
  public func run(_ plan: Plan) async -> ResultSet? {
    guard let yardsticks = await results(for: plan.seeds, work: { plan.yardsticks(of: $0) }) else {
      return nil
    }
    let records = await results(for: plan.runs, tell: onProgress) { run -> RunRecord? in
      let request = plan.request(for: run)
      if let kept = store?.record(of: request) { return kept }
      let record = request.run(isInterrupted: isInterrupted)
      if let record { store?.keep(record, of: request) }
      return record
    }
    return records.map { ResultSet(plan: plan, records: $0, yardsticks: yardsticks) }
  }

  /// The results of many jobs.
  ///
  /// - Parameters:
  ///   - tell: told after each finished job how many are done.
  ///   - work: one job; nil when it was interrupted.
  /// - Returns: nil when any was interrupted.
  private func results<Job: Hashable & Sendable, Result: Sendable>(
    for jobs: [Job], tell: @escaping @Sendable (Int) -> Void = { _ in },
    work: @escaping @Sendable (Job) -> Result?
  ) async -> [Job: Result]? {
    let state = Progress<Result>(count: jobs.count)
    await withTaskGroup { group in
      for _ in 0..<min(self.jobs, jobs.count) {
        group.addTask {
          while let index = state.next(), !isInterrupted() {
            guard let result = work(jobs[index]) else { return }
            state.finish(index, with: result, tell: tell)
          }
        }
      }
    }
    let results = state.results
    guard results.count == jobs.count else { return nil }
    return Dictionary(uniqueKeysWithValues: zip(jobs, results))
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

  /// The results that there are, in the order of the jobs.
  var results: [Result] { state.withLock { $0.results.compactMap { $0 } } }
}
