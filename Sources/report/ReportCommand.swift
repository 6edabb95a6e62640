import ArgumentParser
import Diagnostics
import Experiments
import Files
import Publishing
import Reports
import Specs

#if canImport(Glibc)
  import Glibc
#endif

/// The command line of `report`.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Compares optimizers and writes a reproducible report.",
    discussion: """
      A spec is a JSON file that declares problems, optimizers and seeds. `report SPEC` runs them \
      all, does the statistics, draws the figures and writes reports/<name>/report.md.

      Exit codes: 0 done; 1 a claim that the spec requires is not supported, or a report does not follow; 64 wrong usage; 65 a spec or data file is wrong; 70 a fault of report \
      itself; 74 a file could not be read or written; 130 interrupted.
      """,
    version: toolVersion,
    subcommands: [
      RunCommand.self, PlanCommand.self, StatusCommand.self, CancelCommand.self, WatchCommand.self,
      ValidateCommand.self, CheckCommand.self, WhyCommand.self, DiffCommand.self,
      FigureCommand.self, CacheCommand.self, ListCommand.self, SchemaCommand.self,
      TaskCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  /// Runs the program. Standard output is written by `Terminal` alone, help included, so that a full disk
  /// is noticed.
  static func main() async {
    let terminal = Terminal()
    Interruption.setFarewell { terminal.say("interrupted") }
    Interruption.begin()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if !message.isEmpty {
        guard code.isSuccess else {
          terminal.say(message)
          exit(withExitCode: code)
        }
        do { try terminal.show(message) } catch { exit(withExitCode: error) }
      }
      exit(withExitCode: code)
    }
  }

  private static func exit(withExitCode code: ExitCode) -> Never { Glibc.exit(code.rawValue) }
}

/// The version of this tool.
let toolVersion = "0.1.0"

/// How a spec is read, for every command that reads one.
struct SpecOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Experiment specs, JSON files.", valueName: "spec"),
    completion: .file(extensions: ["json"]))
  var specs: [String]

  @Flag(
    help: ArgumentHelp(
      "Allow the data files of a spec to lie outside its project's folder and on machines that are not of the public internet."
    ))
  var allowOutside = false

  @Flag(help: "Lift the limits that keep a spec from exhausting the machine.")
  var noLimits = false

  /// Reads every spec and its data; of several, one bad one means that none is used.
  ///
  /// - Throws: the exit code, once all faults were shown.
  func plans(_ terminal: Terminal) throws(ExitCode) -> [Plan] {
    try terminal.reportingFaults(of: specs) { path throws(InputError) in
      try Plan.read(path: path, allowOutside: allowOutside, noLimits: noLimits)
    }
  }
}
