import ArgumentParser
import Diagnostics
import Experiments
import Files
import Publishing
import Reports

/// Makes what a plan still lacks and writes its report, and says what was done.
struct ReportMaking {
  let caching: CacheOptions
  /// How many runs at once; nil for as many as there are processors and memory for.
  let jobs: Int?
  let isQuiet: Bool
  let isVerbose: Bool
  /// The time that is declared for the reports.
  let time: String?
  /// What summaries are appended to.
  let summary: SummaryFile?
  /// Whether nothing is run and the report shows what is kept.
  var isPartial = false
  let terminal: Terminal

  /// Runs a plan and writes its report.
  ///
  /// - Returns: whether the runs support every claim that the spec requires.
  func make(_ plan: Plan, in folder: ReportFolder) async throws(ExitCode) -> Bool {
    let start = ContinuousClock.now
    let progress = ProgressDisplay(
      title: plan.spec.name, total: plan.totalRunCount, isQuiet: isQuiet, terminal: terminal)
    if isVerbose { terminal.say(PlanSummary(plan).text) }
    let store = caching.store(of: plan.spec, terminal)
    Interruption.setFarewell { [terminal] in
      progress.end()
      store?.close()
      terminal.say(
        "interrupted; nothing was written for \(plan.spec.name)"
          + (store == nil ? "" : "; finished runs are kept"))
    }
    let scheduler = Scheduler(
      jobs: jobs ?? Scheduler.jobs(for: plan), store: store,
      onProgress: { progress.update(done: $0) })
    let results =
      isPartial ? await scheduler.keptResults(of: plan) : await scheduler.run(plan)
    store?.close()
    progress.end()
    let trained = ContinuousClock.now
    let bundle = try terminal.reportingFaults { () throws(InputError) in
      try ReportBundle(results, tool: toolVersion, time: time)
    }
    let omissions = try terminal.reportingFaults { () throws(InputError) in
      try folder.write(bundle)
    }
    Interruption.setFarewell { [terminal] in terminal.say("interrupted") }
    if let summary {
      try terminal.reportingFaults { () throws(InputError) in
        try summary.append(bundle.summary)
      }
    }
    // A warning is no progress: it is said in any case.
    for warning in bundle.warnings + omissions { terminal.say(warning) }
    if !isQuiet {
      let all = Terminal.seconds(ContinuousClock.now - start)
      let training = Terminal.seconds(trained - start)
      let reused = results.reusedCount
      let count = results.plan.runs.count
      let kept = reused == 0 ? "" : reused == count ? ", all kept," : ", \(reused) kept,"
      let trials = counted(plan.searchRunCount, "run")
      let searched = plan.searches.isEmpty ? "" : " after \(trials) of searches"
      let memory = isVerbose ? ProcessMemory.peakBytes.map { ", \($0 >> 20) MiB" } ?? "" : ""
      terminal.say(
        isPartial
          ? "\(reused) of \(counted(reused + results.missingCount, "run")) kept, report after \(all) s"
          : "\(counted(count, "run"))\(searched)\(kept) in \(training) s, report after \(all) s\(memory)"
      )
    }
    for claim in bundle.brokenClaims { terminal.say("\(folder.displayPath): \(claim)") }
    try terminal.show(folder.displayPath)
    return bundle.brokenClaims.isEmpty
  }
}
