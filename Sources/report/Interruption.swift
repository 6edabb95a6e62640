import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Whether the user has asked to stop, by SIGINT or SIGTERM.
struct Interruption: Sendable {
  /// Starts to listen, but for a signal that was to be ignored; a second signal ends the process at once, as it would by itself.
  init() {
    // A signal handler may not run the initializer of a global.
    interruptionRequested.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      let earlier = signal(number) { number in
        interruptionRequested.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
      // A background job of a script is not to be ended by Ctrl-C.
      if unsafeBitCast(earlier, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }

  /// Whether a signal has come.
  var isRequested: Bool { interruptionRequested.load(ordering: .relaxed) }
}

private let interruptionRequested = Atomic<Bool>(false)
