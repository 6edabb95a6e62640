import ArgumentParser
import Diagnostics
import Experiments
import Files
import Publishing

/// Says whether committed reports are what their specs give.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether committed reports are what their specs give; exit 1 when one is not.",
    discussion: """
      Without options nothing is trained: where every run is kept the report is composed and compared byte for \
      byte, else its manifest decides: spec, data, revisions of the arithmetic, files that were edited or are \
      missing. --reproduce makes every run again; --sample makes some again, bit for bit.
      """)

  @OptionGroup var options: SpecOptions

  @OptionGroup var caching: CacheOptions

  @Flag(help: "Make every run again, without kept ones, and compare everything.")
  var reproduce = false

  @Option(help: ArgumentHelp("Make so many runs again, drawn at random.", valueName: "n"))
  var sample: Int?

  @Option(
    help: ArgumentHelp(
      "The seed by which --sample draws (default: another one each time).", valueName: "n"))
  var sampleSeed: UInt64?

  @Option(
    help: ArgumentHelp("A file that what was found is appended to as Markdown.", valueName: "file"),
    completion: .file())
  var summary: String?

  func validate() throws {
    if let sample, sample < 1 { throw ValidationError("--sample must be at least 1.") }
    if reproduce, sample != nil {
      throw ValidationError("--reproduce and --sample exclude each other.")
    }
    if sampleSeed != nil, sample == nil {
      throw ValidationError("--sample-seed is for --sample alone.")
    }
  }

  func run() async throws {
    let terminal = Terminal()
    if let summary {
      // Before what may take long.
      try terminal.reportingFaults { () throws(InputError) in
        try SummaryFile(path: summary).check()
      }
    }
    let plans = options.specs.map { path in plan(path, terminal) }
    var findings: [CheckFindings] = []
    for (path, plan) in zip(options.specs, plans) {
      let found = await check(path, plan, terminal)
      if Annotation.isWanted {
        for line in found.annotationLines { try terminal.show(line) }
      }
      findings.append(found)
    }
    for line in findings.flatMap(\.lines) { try terminal.show(line) }
    if let summary {
      try terminal.reportingFaults { () throws(InputError) in
        try SummaryFile(path: summary).append(
          CodeBlock(findings.flatMap(\.linesWithFaults)).markdown)
      }
    }
    let reasons = findings.compactMap { $0.faults?.reason }
    if let reason = reasons.contains(.malformed) ? .malformed : reasons.first {
      throw reason.exitCode
    }
    if findings.contains(where: \.isStale) { throw ExitCode(1) }
  }

  /// Reads a spec and its data; shows its faults before another one takes its time.
  private func plan(_ path: String, _ terminal: Terminal) -> Result<Plan, InputError> {
    do throws(InputError) {
      return .success(
        try Plan.read(path: path, allowOutside: options.allowOutside, noLimits: options.noLimits))
    } catch {
      terminal.write(error.rendered(colour: terminal.hasColour))
      return .failure(error)
    }
  }

  /// Checks the report of one spec; faults of one are no reason to leave out the others.
  private func check(
    _ path: String, _ plan: Result<Plan, InputError>, _ terminal: Terminal
  ) async -> CheckFindings {
    do throws(InputError) {
      if case .failure(let faults) = plan { return CheckFindings(path, faults) }
      let plan = try plan.get()
      let folder = ReportFolder(spec: plan.spec.source, name: plan.spec.name, output: nil)
      let (proof, items) = try await check(plan, folder, terminal)
      return CheckFindings(path, folder.displayFolder, proof: proof, items)
    } catch {
      terminal.write(error.rendered(colour: terminal.hasColour))
      return CheckFindings(path, error)
    }
  }

  /// What was proved, and what is stale.
  private func check(
    _ plan: Plan, _ folder: ReportFolder, _ terminal: Terminal
  ) async throws(InputError) -> (proof: String, items: [StaleItem]) {
    let check = try ReportCheck(plan, in: folder)
    if let sample {
      let seed = sampleSeed ?? UInt64(UInt32.random(in: 0 ... .max))
      let runs = RunSample(of: plan.runs, count: sample, seed: seed).runs
      let items = try check.byManifest() + check.reproducing(runs)
      let count = "\(runs.count) of \(counted(plan.runs.count, "run"))"
      return ("\(count) made again, --sample-seed \(seed)", items)
    }
    let store = reproduce ? nil : caching.store(of: plan.spec, terminal)
    let isKept =
      store.map { store in
        plan.settled(from: store).map { plan in
          plan.runs.allSatisfy { store.holds(plan.request(for: $0)) }
        } ?? false
      } ?? false
    guard reproduce || isKept else {
      return ("by its manifest, since not every run is kept", try check.byManifest())
    }
    Interruption.setFarewell {
      store?.close()
      terminal.say("interrupted")
    }
    let results = await Scheduler(jobs: Scheduler.jobs(for: plan), store: store).run(plan)
    store?.close()
    let items = try check.against(ReportBundle(results, tool: toolVersion, time: check.time))
    let runs = counted(plan.totalRunCount, "run")
    return ("\(runs) \(reproduce ? "made again" : "kept"), every file compared", items)
  }
}

/// Lines as Markdown shows them as they are.
private struct CodeBlock {
  let markdown: String

  init(_ lines: [String]) {
    let text = lines.joined(separator: "\n")
    var fence = "```"
    while text.contains(fence) { fence += "`" }
    markdown = "\(fence)text\n\(text)\n\(fence)\n"
  }
}
