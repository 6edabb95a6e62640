import ArgumentParser
import Diagnostics

#if canImport(Glibc)
  import Glibc
#endif

/// Standard error, for progress and faults, and standard output, which carries results alone.
struct Terminal: Sendable {
  /// Whether standard error is a terminal that can redraw a line.
  let isInteractive: Bool
  /// Whether colours are wanted there.
  let hasColour: Bool

  init() {
    isInteractive = isatty(STDERR_FILENO) == 1
    let noColour = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    hasColour = isInteractive && !noColour
  }

  /// Writes a line to standard error.
  func say(_ line: String) { write(line + "\n") }

  /// Writes text to standard error as it is.
  func write(_ text: String) { _ = Self.write(text, to: STDERR_FILENO) }

  /// Writes a line to standard output.
  func show(_ line: String) throws(ExitCode) { try showText(line + "\n") }

  /// Writes text to standard output as it is.
  ///
  /// - Throws: the exit code when it cannot be written, as on a full disk, which is said.
  func showText(_ text: String) throws(ExitCode) {
    let code = Self.write(text, to: STDOUT_FILENO)
    guard code == 0 else {
      say("standard output cannot be written: \(String(cString: strerror(code)))")
      throw ExitCode(74)
    }
  }

  /// Writes all of a text; 0, or why not.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno != EINTR { return errno }
      bytes = bytes.dropFirst(max(0, written))
    }
    return 0
  }

  /// Does something with each of `paths`; shows the faults of all of them before it gives up.
  ///
  /// - Throws: the exit code that belongs to the faults.
  func reportingFaults<Value>(
    of paths: [String], _ body: (String) throws(InputError) -> Value
  ) throws(ExitCode) -> [Value] {
    var values: [Value] = []
    var reasons: [InputError.Reason] = []
    for path in paths {
      do throws(InputError) {
        values.append(try body(path))
      } catch {
        write(error.rendered(colour: hasColour))
        reasons.append(error.reason)
      }
    }
    guard let reason = reasons.first else { return values }
    throw reasons.contains(.malformed) ? InputError.Reason.malformed.exitCode : reason.exitCode
  }

  /// Does something that input can make fail, and shows the faults.
  ///
  /// - Throws: the exit code that belongs to the faults.
  func reportingFaults<Value>(
    _ body: () throws(InputError) -> Value
  ) throws(ExitCode) -> Value {
    do throws(InputError) {
      return try body()
    } catch {
      write(error.rendered(colour: hasColour))
      throw error.reason.exitCode
    }
  }

  /// A duration in seconds with two decimals.
  static func seconds(_ duration: Duration) -> String {
    let (whole, fraction) = duration.components
    let hundredths = fraction / 10_000_000_000_000_000
    return "\(whole).\(hundredths < 10 ? "0" : "")\(hundredths)"
  }
}

extension InputError.Reason {
  /// The exit code of the command line.
  var exitCode: ExitCode {
    switch self {
    case .malformed: ExitCode(65)
    case .inaccessible: ExitCode(74)
    }
  }
}
