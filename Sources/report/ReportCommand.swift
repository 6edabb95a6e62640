import ArgumentParser
import Diagnostics
import Experiments
import Publishing
import Reports
import Specs

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
      RunCommand.self, ValidateCommand.self, CheckCommand.self, WhyCommand.self, DiffCommand.self,
      FigureCommand.self, CacheCommand.self, ListCommand.self, SchemaCommand.self,
    ],
    defaultSubcommand: RunCommand.self)
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
      let spec = try ExperimentSpec.read(
        path: path, cells: .standard, allowOutside: allowOutside, noLimits: noLimits)
      try FigureFiles.requireFonts(of: spec)
      let plan = try Plan(spec, hasLimits: !noLimits)
      try CellDemands.check(plan)
      return plan
    }
  }
}
