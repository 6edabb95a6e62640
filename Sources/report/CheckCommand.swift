import ArgumentParser
import Diagnostics
import Experiments
import Files
import Publishing

#if canImport(Glibc)
  import Glibc
#endif

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
    let plans = try options.plans(terminal)
    var isStale = false
    var lines: [String] = []
    for (path, plan) in zip(options.specs, plans) {
      let folder = ReportFolder(spec: plan.spec.source, name: plan.spec.name, output: nil)
      let (proof, items) = try await check(plan, folder, terminal)
      let report = folder.displayFolder
      lines.append(
        "\(path): \(report) \(items.isEmpty ? "follows" : "does not follow") (\(proof))")
      for item in items {
        isStale = true
        let file = item.path.map { "\(report)/\($0)" }
        let text = (file.map { $0 + " " } ?? "") + item.cause
        lines.append("  \(text)")
        if getenv("GITHUB_ACTIONS") != nil {
          try terminal.show(Annotation(file ?? path, text).line)
        }
      }
    }
    for line in lines { try terminal.show(line) }
    if let summary {
      try terminal.reportingFaults { () throws(InputError) in
        try SummaryFile(path: summary).append(CodeBlock(lines).markdown)
      }
    }
    if isStale { throw ExitCode(1) }
  }

  /// What was proved, and what is stale.
  private func check(
    _ plan: Plan, _ folder: ReportFolder, _ terminal: Terminal
  ) async throws -> (proof: String, items: [StaleItem]) {
    let check = try terminal.reportingFaults { () throws(InputError) in
      try ReportCheck(plan, in: folder)
    }
    if let sample {
      let seed = sampleSeed ?? UInt64(UInt32.random(in: 0 ... .max))
      let runs = RunSample(of: plan.runs, count: sample, seed: seed).runs
      let items = try terminal.reportingFaults { () throws(InputError) in
        try check.byManifest() + check.reproducing(runs)
      }
      let count = "\(runs.count) of \(counted(plan.runs.count, "run"))"
      return ("\(count) made again, --sample-seed \(seed)", items)
    }
    let store = reproduce ? nil : caching.store(of: plan.spec, terminal)
    let isKept =
      store.map { store in plan.runs.allSatisfy { store.holds(plan.request(for: $0)) } } ?? false
    guard reproduce || isKept else {
      let items = try terminal.reportingFaults { () throws(InputError) in try check.byManifest() }
      return ("by its manifest, since not every run is kept", items)
    }
    Interruption.setFarewell {
      store?.close()
      terminal.say("interrupted")
    }
    let results = await Scheduler(jobs: Scheduler.jobs(for: plan), store: store).run(plan)
    store?.close()
    let items = try terminal.reportingFaults { () throws(InputError) in
      try check.against(ReportBundle(results, tool: toolVersion, time: check.time))
    }
    let runs = counted(plan.runs.count, "run")
    return ("\(runs) \(reproduce ? "made again" : "kept"), every file compared", items)
  }
}

/// An error as GitHub Actions shows it beside a file.
private struct Annotation {
  let line: String

  init(_ file: String, _ text: String) {
    func escaped(_ text: String) -> String {
      text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }
    let place = escaped(file).replacing(":", with: "%3A").replacing(",", with: "%2C")
    line = "::error file=\(place),line=1::\(escaped(text))"
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
