import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Whether the user has asked to stop, by SIGINT or SIGTERM.
struct Interruption: Sendable {
  /// Starts to listen; a second signal ends the process at once, as it would by itself.
  init() {
    // A signal handler may not run the initializer of a global.
    interruptionRequested.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        interruptionRequested.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }

  /// Whether a signal has come.
  var isRequested: Bool { interruptionRequested.load(ordering: .relaxed) }
}

private let interruptionRequested = Atomic<Bool>(false)
