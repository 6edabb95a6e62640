import Synchronization

/// What workers share: which job is next, and what the finished ones left.
final class WorkProgress<Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var results: [Result?]
  }

  private let state: Mutex<State>
  /// The order in which jobs are begun; nil for their own.
  private let order: [Int]?

  /// So many jobs.
  init(count: Int, order: [Int]?) {
    self.order = order
    state = Mutex(State(results: Array(repeating: nil, count: count)))
  }

  /// The place of a job that nobody does yet; nil where there is none.
  func next() -> Int? {
    let number = state.withLock { state -> Int? in
      guard state.next < state.results.count else { return nil }
      state.next += 1
      return state.next - 1
    }
    return number.map { order?[$0] ?? $0 }
  }

  /// Notes what the job at a place left.
  func finish(_ place: Int, with result: Result?) {
    state.withLock { state in state.results[place] = result }
  }

  /// The results, in the order of the jobs; they are handed over, since there may be a million.
  func takeResults() -> [Result?] {
    state.withLock { state in
      let results = state.results
      state.results = []
      return results
    }
  }
}
