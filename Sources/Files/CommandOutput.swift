/// What a command said, once it has ended.
public struct CommandOutput: Sendable {
  /// Its exit status; 128 and the signal where one ended it.
  public let status: Int32
  /// What it wrote to standard output.
  public let output: String
  /// The start of what it wrote to standard error.
  public let messages: String

  /// The exit status of what gave no answer within its time, as that of the command `timeout`.
  public static let late: Int32 = 124

  /// Runs a command that is found by `PATH`, with nothing to read, and waits for its end; nil where there is no
  /// such command.
  ///
  /// - Parameters:
  ///   - environment: its variables, each as `NAME=value`; nil for those of this process.
  ///   - seconds: for how long it may take; what takes longer is killed, and its status is `late`. Nil for ever.
  ///   - endsWithProcess: whether a signal that ends this process ends the command, too; false for what
  ///     is run as the last thing of all.
  public static func of(
    _ command: String, _ arguments: [String], environment: [String]? = nil,
    within seconds: Int? = nil, endsWithProcess: Bool = true
  ) -> CommandOutput? {
    guard
      let process = ChildProcess(
        command, arguments, environment: environment, endsWithProcess: endsWithProcess)
    else { return nil }
    let deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let deadline, !process.hasOutput(until: deadline) {
        process.abandon()
        return CommandOutput(
          status: late, output: String(decoding: bytes, as: UTF8.self),
          messages: "gave no answer within \(seconds ?? 0) s")
      }
      let count = process.readOutput(into: &buffer)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    let (status, messages) = process.finish()
    return CommandOutput(
      status: status, output: String(decoding: bytes, as: UTF8.self), messages: messages)
  }
}
