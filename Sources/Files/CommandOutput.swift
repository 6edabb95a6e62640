/// What a command said, once it has ended.
public struct CommandOutput: Sendable {
  /// Its exit status; 128 and the signal where one ended it.
  public let status: Int32
  /// What it wrote to standard output.
  public let output: String
  /// The start of what it wrote to standard error.
  public let messages: String

  /// Runs a command that is found by `PATH`, with nothing to read, and waits for its end; nil where there is no
  /// such command.
  ///
  /// - Parameter endsWithProcess: whether a signal that ends this process ends the command, too; false for what
  ///   is run as the last thing of all.
  public static func of(
    _ command: String, _ arguments: [String], endsWithProcess: Bool = true
  ) -> CommandOutput? {
    guard let process = ChildProcess(command, arguments, endsWithProcess: endsWithProcess) else {
      return nil
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = process.readOutput(into: &buffer), count > 0 {
      bytes += buffer[..<count]
    }
    let (status, messages) = process.finish()
    return CommandOutput(
      status: status, output: String(decoding: bytes, as: UTF8.self), messages: messages)
  }
}
