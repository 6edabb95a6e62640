import Diagnostics
import Files

/// Slurm's own programs, found by `PATH`.
enum SlurmPrograms {
  /// How long one of them may take, in seconds: where a controller is silent they give up by themselves, after
  /// several times the site's `MessageTimeout`; where a file system hangs they do not. `sbatch` waits for two minutes
  /// by itself where a cluster is full.
  static func patience(_ program: String) -> Int { program == "sbatch" ? 300 : 120 }

  /// What one of them says.
  ///
  /// - Parameter isLast: whether this is the last thing that the process does.
  /// - Throws: where there is none.
  static func output(
    _ program: String, _ arguments: [String], isLast: Bool = false
  ) throws(InputError) -> CommandOutput {
    let output = CommandOutput.of(
      program, arguments, environment: SlurmEnvironment.own, within: patience(program),
      endsWithProcess: !isLast)
    guard let output else {
      throw fault(
        program, "cannot be started",
        help:
          "--slurm needs Slurm's programs in PATH, as on a login node of a cluster; without Slurm, "
          + "'report plan SPEC --commands N' gives shares for anything else")
    }
    return output
  }

  static func fault(
    _ program: String, _ message: String, help: String? = nil, notes: [String] = []
  ) -> InputError {
    InputError(
      .inaccessible, [Diagnostic(file: program, message: message, help: help, notes: notes)])
  }

  /// The last error among its messages, else the first line, without the program's name; with its exit status where it said
  /// nothing.
  static func reason(_ output: CommandOutput, of program: String) -> String {
    reasons(output, of: program).last ?? "ended with status \(output.status)"
  }

  /// The errors among its messages, else the first line, without the program's name. The last one is often the
  /// general one, and the one before says more.
  static func reasons(_ output: CommandOutput, of program: String) -> [String] {
    let lines = output.messages.split(separator: "\n").map(String.init)
    let errors = lines.filter { $0.contains("error:") }
    return (errors.isEmpty ? Array(lines.prefix(1)) : errors).map { line in
      var text = line
      for prefix in ["\(program): ", "error: "] where text.hasPrefix(prefix) {
        text.removeFirst(prefix.count)
      }
      return text
    }
  }
}
