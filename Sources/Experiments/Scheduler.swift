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

  /// Runs plans with `jobs` workers.
  public init(
    jobs: Int, isInterrupted: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) {
    self.jobs = max(1, jobs)
    self.isInterrupted = isInterrupted
    self.onProgress = onProgress
  }

  /// Performs every run of `plan`.
  ///
  /// - Returns: nil when it was interrupted.
  public func run(_ plan: Plan) async -> ResultSet? {
    let state = Progress(count: plan.runs.count)
    await withTaskGroup { group in
      for _ in 0..<min(jobs, plan.runs.count) {
        group.addTask {
          while let index = state.next(), !isInterrupted() {
            let record = plan.request(for: plan.runs[index]).run(isInterrupted: isInterrupted)
            guard let record else { return }
            state.finish(index, with: record, tell: onProgress)
          }
        }
      }
    }
    let records = state.records
    guard records.count == plan.runs.count else { return nil }
    return ResultSet(
      plan: plan, records: Dictionary(uniqueKeysWithValues: zip(plan.runs, records)))
  }
}

/// What the workers share: which run is next, and what the finished ones left.
private final class Progress: Sendable {
  private struct State {
    var next = 0
    var done = 0
    var records: [RunRecord?]
  }

  private let state: Mutex<State>

  init(count: Int) {
    state = Mutex(State(records: Array(repeating: nil, count: count)))
  }

  func next() -> Int? {
    state.withLock { state in
      guard state.next < state.records.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func finish(_ index: Int, with record: RunRecord, tell: (Int) -> Void) {
    state.withLock { state in
      state.records[index] = record
      state.done += 1
      tell(state.done)
    }
  }

  /// The records that there are, in the order of the runs.
  var records: [RunRecord] { state.withLock { $0.records.compactMap { $0 } } }
}
