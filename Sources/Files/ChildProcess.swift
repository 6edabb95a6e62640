import CFiles
import Glibc

/// A command that runs beside this process, whose output is read from a pipe.
struct ChildProcess {
  private static let messageLimit = 1 << 16

  private let process: pid_t
  private let output: Int32
  private let errors: Int32
  private let endsWithProcess: Bool

  /// Starts a command that is found by `PATH`, with nothing to read; nil when there is no such
  /// command.
  ///
  /// - Parameters:
  ///   - environment: its variables, each as `NAME=value`; nil for those of this process.
  ///   - endsWithProcess: whether a signal that ends this process ends the command, too.
  init?(
    _ command: String, _ arguments: [String], environment: [String]? = nil,
    endsWithProcess: Bool = true
  ) {
    self.endsWithProcess = endsWithProcess
    guard let outputEnds = Self.pipe() else { return nil }
    guard let errorEnds = Self.pipe() else {
      outputEnds.forEach { close($0) }
      return nil
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, outputEnds[1], 1)
    posix_spawn_file_actions_adddup2(&actions, errorEnds[1], 2)
    var words: [UnsafeMutablePointer<CChar>?] = ([command] + arguments).map { strdup($0) }
    words.append(nil)
    defer { words.forEach { free($0) } }
    var variables: [UnsafeMutablePointer<CChar>?] = (environment ?? []).map { strdup($0) }
    variables.append(nil)
    defer { variables.forEach { free($0) } }
    var attributes = Self.attributes()
    defer { posix_spawnattr_destroy(&attributes) }
    func start() -> pid_t? {
      var started: pid_t = 0
      let code =
        environment == nil
        ? posix_spawnp(&started, command, &actions, &attributes, words, environ)
        : posix_spawnp(&started, command, &actions, &attributes, words, variables)
      return code == 0 ? started : nil
    }
    let started = endsWithProcess ? Interruption.starting(start) : start()
    close(outputEnds[1])
    close(errorEnds[1])
    guard let started else {
      close(outputEnds[0])
      close(errorEnds[0])
      return nil
    }
    process = started
    output = outputEnds[0]
    errors = errorEnds[0]
  }

  /// Every signal reaches the command: it would inherit what this thread blocks. A signal that was to be
  /// ignored at the start stays ignored, but for that of a pipe which nobody reads any more.
  private static func attributes() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    return attributes
  }

  /// Reads what the command writes; 0 at its end.
  func readOutput(into buffer: inout [UInt8]) -> Int {
    Self.read(output, into: &buffer)
  }

  /// Waits until the command writes something or closes its output; false where it does neither in time.
  func hasOutput(until deadline: ContinuousClock.Instant) -> Bool {
    while true {
      let (seconds, attoseconds) = (deadline - .now).components
      let milliseconds = max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000)
      var entry = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let count = poll(&entry, 1, Int32(clamping: milliseconds))
      if count >= 0 { return count > 0 }
      guard errno == EINTR else { return true }
    }
  }

  /// Kills the command and hears no more of it, nor of what it has started.
  func abandon() {
    kill(process, SIGKILL)
    close(output)
    close(errors)
    while waitpid(process, nil, 0) < 0, errno == EINTR {}
    if endsWithProcess { Interruption.ended(process) }
  }

  /// Asks the command to end.
  func end() {
    kill(process, SIGTERM)
  }

  /// Waits for the end of the command, whose output has been read or is not wanted.
  ///
  /// - Returns: its exit status, and the start of its messages.
  func finish() -> (status: Int32, messages: String) {
    close(output)
    var buffer = [UInt8](repeating: 0, count: 1 << 12)
    var messages: [UInt8] = []
    while case let count = Self.read(errors, into: &buffer), count > 0 {
      if messages.count < Self.messageLimit { messages += buffer[..<count] }
    }
    close(errors)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    if endsWithProcess { Interruption.ended(process) }
    let isExit = status & 0x7F == 0
    return (
      isExit ? status >> 8 & 0xFF : 128 + status & 0x7F, String(decoding: messages, as: UTF8.self)
    )
  }

  /// The reading and the writing end of a pipe that other commands do not inherit.
  private static func pipe() -> [Int32]? {
    var ends: [Int32] = [-1, -1]
    return cfiles_pipe(&ends) == 0 ? ends : nil
  }

  private static func read(_ descriptor: Int32, into buffer: inout [UInt8]) -> Int {
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { return 0 }
    }
  }
}
