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
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }

  func run() async throws {
    let terminal = Terminal()
    let plans = try options.plans(terminal)
    let folders = plans.map {
      ReportFolder(spec: $0.spec.source, name: $0.spec.name, output: output)
    }
    try terminal.reportingFaults { () throws(InputError) in
      try ReportFolder.checkDistinct(folders)
      for folder in folders { try folder.check() }
      if let summary { try SummaryFile(path: summary).check() }
    }
    let time = try terminal.reportingFaults { () throws(InputError) in try SourceDate.declared() }
    var isSupported = true
    for (plan, folder) in zip(plans, folders) {
      isSupported = try await run(plan, into: folder, at: time, terminal) && isSupported
    }
    if !isSupported { throw ExitCode(1) }
  }

  /// Runs a plan and writes its report.
  ///
  /// - Parameter time: the one that is declared for the report.
  /// - Returns: whether the runs support every claim that the spec requires.
  private func run(
    _ plan: Plan, into folder: ReportFolder, at time: String?, _ terminal: Terminal
  ) async throws -> Bool {
    let start = ContinuousClock.now
    let progress = ProgressDisplay(
      title: plan.spec.name, total: plan.runs.count, isQuiet: quiet, terminal: terminal)
    if verbose { terminal.say(PlanSummary(plan).text) }
    let store = caching.store(of: plan.spec, terminal)
    Interruption.setFarewell {
      progress.end()
      store?.close()
      terminal.say(
        "interrupted; nothing was written for \(plan.spec.name)"
          + (store == nil ? "" : "; finished runs are kept"))
    }
    let scheduler = Scheduler(
      jobs: jobs ?? Scheduler.jobs(for: plan), store: store,
      onProgress: { progress.update(done: $0) })
    let results = await scheduler.run(plan)
    store?.close()
    progress.end()
    let trained = ContinuousClock.now
    let bundle = try terminal.reportingFaults { () throws(InputError) in
      try ReportBundle(results, tool: toolVersion, time: time)
    }
    let omissions = try terminal.reportingFaults { () throws(InputError) in
      try folder.write(bundle)
    }
    Interruption.setFarewell { terminal.say("interrupted") }
    if let summary {
      try terminal.reportingFaults { () throws(InputError) in
        try SummaryFile(path: summary).append(bundle.summary)
      }
    }
    // A warning is no progress: it is said in any case.
    for warning in bundle.warnings + omissions { terminal.say(warning) }
    if !quiet {
      let all = Terminal.seconds(ContinuousClock.now - start)
      let training = Terminal.seconds(trained - start)
      let reused = results.reusedCount
      let kept = reused == 0 ? "" : reused == plan.runs.count ? ", all kept," : ", \(reused) kept,"
      let memory = verbose ? ProcessMemory.peakBytes.map { ", \($0 >> 20) MiB" } ?? "" : ""
      terminal.say(
        "\(counted(plan.runs.count, "run"))\(kept) in \(training) s, report after \(all) s\(memory)"
      )
    }
    for claim in bundle.brokenClaims { terminal.say("\(folder.displayPath): \(claim)") }
    try terminal.show(folder.displayPath)
    return bundle.brokenClaims.isEmpty
  }
}
