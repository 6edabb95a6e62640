import ArgumentParser
import Diagnostics
import Experiments
import Files
import Publishing
import Reports
import Specs

/// Runs every spec and writes its report.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run specs and write their reports (the default command).")

  @OptionGroup var options: SpecOptions

  @OptionGroup var caching: CacheOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The report's own folder (one spec only; default: reports/<name> of the spec's project).",
      valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "How many runs at once (default: as many as there are processors for this process and memory within its limit).",
      valueName: "n"
    ))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Make one share of what is to run, such as 3/40, and write no report: 'report plan --commands 40' gives all.",
      valueName: "i/n"))
  var part: Part?

  @Flag(help: "Run nothing; write the report of what is kept, which says what is missing.")
  var partial = false

  @OptionGroup(title: "On a cluster") var cluster: ClusterOptions

  @Option(
    help: ArgumentHelp(
      "A file that the answer, the verdicts and the claims are appended to as Markdown.",
      valueName: "file"),
    completion: .file())
  var summary: String?

  @Flag(name: .shortAndLong, help: "Say nothing of the progress.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say more of what is done.")
  var verbose = false

  func validate() throws {
    if output != nil, options.specs.count != 1 {
      throw ValidationError("--output takes one spec; \(options.specs.count) were given.")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    let ways = [part != nil, partial, cluster.slurm].count { $0 }
    if ways > 1 { throw ValidationError("--part, --partial and --slurm exclude each other.") }
    if ways > 0, caching.noCache {
      throw ValidationError(
        "--part, --partial and --slurm need kept runs, which --no-cache forbids.")
    }
    let isReportless = part != nil || cluster.noWait
    if isReportless, output != nil || summary != nil {
      throw ValidationError(
        "--part and --no-wait write no report, so --output and --summary mean nothing.")
    }
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }

  func run() async throws {
    let terminal = Terminal()
    let plans = try options.plans(terminal)
    if let part {
      let making = ShareMaking(caching: caching, jobs: jobs, isQuiet: quiet, terminal: terminal)
      for plan in plans { try await making.make(part, of: plan) }
      return
    }
    let folders = plans.map {
      ReportFolder(spec: $0.spec.source, name: $0.spec.name, output: output)
    }
    try terminal.reportingFaults { () throws(InputError) in
      try ReportFolder.checkDistinct(folders)
      for folder in folders { try folder.check() }
      if let summary { try SummaryFile(path: summary).check() }
    }
    if cluster.slurm {
      let making = ClusterMaking(
        options: cluster, specs: options, caching: caching, jobs: jobs, isQuiet: quiet,
        terminal: terminal)
      try await making.make(plans, at: options.specs)
      if cluster.noWait { return }
    }
    let time = try terminal.reportingFaults { () throws(InputError) in try SourceDate.declared() }
    let making = ReportMaking(
      caching: caching, jobs: jobs, isQuiet: quiet, isVerbose: verbose, time: time,
      summary: summary.map(SummaryFile.init), isPartial: partial, terminal: terminal)
    var isSupported = true
    for (plan, folder) in zip(plans, folders) {
      isSupported = try await making.make(plan, in: folder) && isSupported
    }
    if !isSupported { throw ExitCode(1) }
  }
}
