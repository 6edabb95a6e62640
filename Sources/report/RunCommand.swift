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
      "How many runs at once (default: as many as this process may use processors).", valueName: "n"
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
    let interruption = Interruption()
    let plans = try options.plans(terminal)
    let folders = plans.map {
      ReportFolder(spec: $0.spec.source, name: $0.spec.name, output: output)
    }
    try terminal.reportingFaults { () throws(InputError) in
      try ReportFolder.checkDistinct(folders)
      for folder in folders { try folder.check() }
      if let summary { try SummaryFile(path: summary).check() }
    }
    var isSupported = true
    for (plan, folder) in zip(plans, folders) {
      isSupported = try await run(plan, into: folder, terminal, interruption) && isSupported
    }
    if !isSupported { throw ExitCode(1) }
  }

  /// Runs a plan and writes its report.
  ///
  /// - Returns: whether the runs support every claim that the spec requires.
  private func run(
    _ plan: Plan, into folder: ReportFolder, _ terminal: Terminal, _ interruption: Interruption
  ) async throws -> Bool {
    let start = ContinuousClock.now
    let progress = ProgressDisplay(
      title: plan.spec.name, total: plan.runs.count, isQuiet: quiet, terminal: terminal)
    if verbose { terminal.say(PlanSummary(plan).text) }
    let store = caching.store(of: plan.spec, terminal)
    let scheduler = Scheduler(
      jobs: jobs ?? UsableProcessors().count, store: store,
      isInterrupted: { interruption.isRequested }, onProgress: { progress.update(done: $0) })
    let results = await scheduler.run(plan)
    store?.close()
    guard let results else {
      progress.end()
      terminal.say(
        "interrupted; nothing was written for \(plan.spec.name)"
          + (store == nil ? "" : "; finished runs are kept"))
      throw ExitCode(130)
    }
    progress.end()
    let trained = ContinuousClock.now
    let bundle = try terminal.reportingFaults { () throws(InputError) in
      try ReportBundle(results, tool: toolVersion)
    }
    if interruption.isRequested { throw ExitCode(130) }
    let omissions = try terminal.reportingFaults { () throws(InputError) in
      try folder.write(bundle)
    }
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
      let reused = store.map(\.reusedCount) ?? 0
      let kept = reused == 0 ? "" : reused == plan.runs.count ? ", all kept," : ", \(reused) kept,"
      terminal.say(
        "\(counted(plan.runs.count, "run"))\(kept) in \(training) s, report after \(all) s")
    }
    for claim in bundle.brokenClaims { terminal.say("\(folder.displayPath): \(claim)") }
    print(folder.displayPath)
    return bundle.brokenClaims.isEmpty
  }
}
