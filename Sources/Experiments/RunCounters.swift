import Synchronization

/// Counts what becomes of the runs of a share.
final class Tally: Sendable {
  private let state = Mutex(ShareResult())

  func note(wasKept: Bool, isKept: Bool) {
    state.withLock { $0.note(wasKept: wasKept, isKept: isKept) }
  }

  var result: ShareResult { state.withLock { $0 } }
}

/// Counts the runs that are done and tells how many, one caller at a time.
final class Counter: Sendable {
  private let done = Mutex(0)
  private let tell: @Sendable (Int) -> Void

  init(_ tell: @escaping @Sendable (Int) -> Void) { self.tell = tell }

  func count() {
    done.withLock { done in
      done += 1
      tell(done)
    }
  }
}
