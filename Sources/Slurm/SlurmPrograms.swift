import Diagnostics
import Files

/// Slurm's own programs, found by `PATH`.
enum SlurmPrograms {
  /// What one of them says.
  ///
  /// - Throws: where there is none.
  static func output(
    _ program: String, _ arguments: [String]
  ) throws(InputError) -> CommandOutput {
    guard let output = CommandOutput.of(program, arguments) else {
      throw fault(
        program, "cannot be started",
        help:
          "--slurm needs Slurm's programs in PATH, as on a login node of a cluster; without Slurm, "
          + "'report plan SPEC --commands N' gives shares for anything else")
    }
    return output
  }

  static func fault(_ program: String, _ message: String, help: String? = nil) -> InputError {
    InputError(.inaccessible, [Diagnostic(file: program, message: message, help: help)])
  }

  /// The last error among its messages, else the first line, without the program's name; with its exit status where it said
  /// nothing.
  static func reason(_ output: CommandOutput, of program: String) -> String {
    let lines = output.messages.split(separator: "\n").map(String.init)
    let line = lines.last { $0.contains("error:") } ?? lines.first
    guard var text = line else { return "ended with status \(output.status)" }
    for prefix in ["\(program): ", "error: "] where text.hasPrefix(prefix) {
      text.removeFirst(prefix.count)
    }
    return text
  }
}
