import ArgumentParser
import Diagnostics
import Experiments
import Files
import Publishing
import Specs

/// Says what a plan takes, or the commands that make it in shares.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Say what specs take, or the commands that make one in shares; run nothing.",
    discussion: """
      --commands writes one command a line for GNU parallel, HTCondor, Snakemake or a matrix of CI jobs. Each makes \
      its share and keeps it; where the machines share no disk, 'report cache merge' brings what they kept together. \
      Then 'report SPEC' finds every run kept and writes the report.
      """)

  @OptionGroup var options: SpecOptions

  @OptionGroup var caching: CacheOptions

  @Option(help: ArgumentHelp("Write the commands of so many shares.", valueName: "n"))
  var commands: Int?

  func validate() throws {
    guard let commands else { return }
    if commands < 1 || commands > Part.most {
      throw ValidationError("--commands must be from 1 to \(Part.most).")
    }
    if options.specs.count != 1 {
      throw ValidationError("--commands takes one spec; \(options.specs.count) were given.")
    }
    if caching.noCache {
      throw ValidationError(
        "--commands and --no-cache exclude each other: shares meet in what is kept.")
    }
  }

  func run() throws {
    let terminal = Terminal()
    let plans = try options.plans(terminal)
    if let commands {
      let program = ProgramWords(options, caching)
      for number in 1...commands {
        let words = program.words(["run", "--part", "\(number)/\(commands)"], options.specs[0])
        try terminal.show(words.map(ShellText.quoted).joined(separator: " "))
      }
      return
    }
    for (path, plan) in zip(options.specs, plans) {
      try terminal.show("\(path): \(PlanSummary(plan).text); \(plan.cost.text)")
      let store = caching.place(of: plan.spec).map {
        RunStore(at: $0, writer: "", say: { terminal.say($0) })
      }
      let missing = store.map { MissingWork(plan, in: $0).runCount } ?? plan.totalRunCount
      try terminal.show(
        "  \(plan.totalRunCount - missing) of \(counted(plan.totalRunCount, "run")) kept, \(missing) to make"
      )
    }
  }
}

/// The words of a command line of this program.
struct ProgramWords {
  private let options: [String]

  /// A command line with the options that say how specs are read and where runs are kept.
  ///
  /// - Parameter cache: the folder of kept runs, in the place of what the options say; nil for that.
  init(_ specs: SpecOptions, _ caching: CacheOptions, cache: String? = nil) {
    options =
      ((cache ?? caching.cache).map { ["--cache", $0] } ?? [])
      + (specs.allowOutside ? ["--allow-outside"] : []) + (specs.noLimits ? ["--no-limits"] : [])
  }

  /// The program as it was called, the words of a command, the options and a spec.
  func words(
    _ command: [String], _ spec: String, program: String = CommandLine.arguments[0]
  ) -> [String] {
    [program] + command + options + (spec.hasPrefix("-") ? ["--", spec] : [spec])
  }
}
