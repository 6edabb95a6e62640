import Glibc
import Synchronization

/// Ends this process when a signal asks for it: SIGINT, SIGTERM or SIGHUP.
///
/// A thread waits for the signal and ends the process from there, whatever all others are doing: an update
/// of a huge model, a drawing, a download. Nobody has to ask whether a signal has come. What would be
/// left behind goes first: temporary files and folders, and commands that run beside this process.
///
/// Before `begin` a signal ends the process by itself, and so does a second one while the first is heeded.
public enum Interruption {
  /// The exit code of an interrupted process.
  public static let exitCode: Int32 = 130

  private struct State {
    var temporaries: Set<String> = []
    var children: Set<pid_t> = []
    var farewell: @Sendable () -> Void = {}
  }

  private static let state = Mutex(State())

  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// The signal that was heeded; 0 before.
  private static let heeded = Atomic<Int32>(0)

  /// Whether somebody at the keyboard asked for the end, who can be asked something; to be read in a farewell.
  public static var isFromKeyboard: Bool { heeded.load(ordering: .relaxed) == SIGINT }

  /// Posted by a signal.
  ///
  /// A pointer that is never changed to a semaphore that is never freed, and POSIX lets any thread and any handler
  /// post it: nothing here needs isolation.
  private nonisolated(unsafe) static let arrival = {
    let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    sem_init(semaphore, 0, 0)
    return semaphore
  }()

  /// Heeds signals from now on, but for those that are to be ignored, as by a background job of a script. To be
  /// called once.
  public static func begin() {
    // A signal handler may not run the initializer of a global.
    _ = arrival
    heeded.store(0, ordering: .relaxed)
    var thread = pthread_t()
    // Without a thread to wait in, signals do what they do by themselves.
    guard pthread_create(&thread, nil, { _ in Interruption.wait() }, nil) == 0 else { return }
    pthread_detach(thread)
    for number in signals {
      var action = sigaction()
      guard sigaction(number, nil, &action) == 0, !action.isIgnored else { continue }
      action.__sigaction_handler.sa_handler = { number in
        Interruption.heeded.store(number, ordering: .relaxed)
        sem_post(Interruption.arrival)
      }
      // A second signal ends the process by itself.
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
      sigaction(number, &action, nil)
    }
  }

  /// What is done and said last of all, instead of what was set before.
  public static func setFarewell(_ farewell: @escaping @Sendable () -> Void) {
    state.withLock { $0.farewell = farewell }
  }

  /// Makes a step that leaves something behind, such as a file under a temporary name; once a signal is
  /// heeded no such step begins any more. Steps do not nest.
  static func step<Result>(_ body: () -> Result) -> Result { state.withLock { _ in body() } }

  /// Notes a temporary file or folder that is to go with the process, before it is made.
  static func register(_ temporary: String) {
    _ = state.withLock { $0.temporaries.insert(temporary) }
  }

  /// Notes that a temporary file or folder is none any more.
  static func forget(_ temporary: String) {
    _ = state.withLock { $0.temporaries.remove(temporary) }
  }

  /// Starts a command that is to end with this process; nil where it cannot be started.
  static func starting(_ body: () -> pid_t?) -> pid_t? {
    state.withLock { state in
      let child = body()
      if let child { state.children.insert(child) }
      return child
    }
  }

  /// Notes that a command has ended.
  static func ended(_ child: pid_t) { _ = state.withLock { $0.children.remove(child) } }

  private static func wait() -> UnsafeMutableRawPointer? {
    // Whoever started this process may have blocked them, and other threads do.
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    for number in signals { sigaddset(&unblocked, number) }
    pthread_sigmask(SIG_UNBLOCK, &unblocked, nil)
    while sem_wait(arrival) != 0 {}
    // Never unlocked again: whoever is about to leave something behind waits until the process is gone.
    state.withLock { state in
      for child in state.children { kill(child, SIGTERM) }
      for path in state.temporaries {
        if FileKind(at: path, followingLinks: false) == .folder {
          FolderTree.remove(path)
        } else {
          unlink(path)
        }
      }
      state.farewell()
      _exit(exitCode)
    }
    return nil
  }
}

extension sigaction {
  fileprivate var isIgnored: Bool {
    unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
