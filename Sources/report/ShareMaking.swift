import ArgumentParser
import Diagnostics
import Experiments
import Files
import Slurm
import Specs

#if canImport(Glibc)
  import Glibc
#endif

/// Makes a share of a plan's runs and keeps them; the report is for whoever has all.
struct ShareMaking {
  let caching: CacheOptions
  /// How many runs at once; nil for as many as there are processors and memory for.
  let jobs: Int?
  let isQuiet: Bool
  /// A folder of this machine alone, where runs are written until all are made; nil for none.
  var scratch: String?
  /// Whether nothing of the share is kept but trials of searches, which continue: then nothing else needs to be
  /// looked for, which a thousand tasks on one file system would all do at once.
  var isMissing = false
  let terminal: Terminal

  /// Makes what is missing of a share.
  ///
  /// The whole plan is dealt, whatever is kept: so that machines which start at different times, or share nothing,
  /// agree on who does what.
  func make(_ part: Part, of plan: Plan) async throws(ExitCode) {
    let units = plan.units
    let costs = WorkCosts(plan)
    let own = Deal(units.map { costs[$0] }, count: part.count).shares[part.number - 1]
    try await make(own.map { units[$0] }, of: plan, called: "part \(part.number) of \(part.count)")
  }

  /// Makes what is missing of some units of a plan's work.
  ///
  /// - Parameter name: what to call them.
  func make(_ units: [WorkUnit], of plan: Plan, called name: String) async throws(ExitCode) {
    let start = ContinuousClock.now
    let total = units.map(plan.runCount).reduce(0, +)
    let progress = ProgressDisplay(
      title: plan.spec.name, total: total, isQuiet: isQuiet, terminal: terminal)
    let isRead = !isMissing || units.contains { if case .tuned = $0 { true } else { false } }
    guard let shared = caching.store(of: plan.spec, terminal, isRead: isRead) else { return }
    let local = scratch.map { StorePlace(project: "", directory: "\($0)/report-\(getpid())") }
    let store =
      local.map { RunStore(at: $0, writer: "report \(toolVersion)", say: { terminal.say($0) }) }
      ?? shared
    Interruption.setFarewell { [terminal] in
      progress.end()
      store.close()
      terminal.say("interrupted; finished runs are kept")
    }
    var scheduler = Scheduler(
      jobs: jobs ?? Scheduler.jobs(for: plan), store: store,
      onProgress: { progress.update(done: $0) })
    if local != nil { scheduler.elsewhere = shared }
    let result = await scheduler.perform(units, of: plan)
    store.close()
    progress.end()
    Interruption.setFarewell { [terminal] in terminal.say("interrupted") }
    if let local {
      let made = RunStore(at: local, writer: "", say: { terminal.say($0) })
      let merged = shared.merge(made)
      FolderTree.remove(local.root)
      guard merged != nil else { throw ExitCode(74) }
    }
    guard result.lostCount == 0 else {
      terminal.say(
        "\(plan.spec.name), \(name): error: \(counted(result.lostCount, "run")) could not be kept")
      throw ExitCode(74)
    }
    if !isQuiet {
      let seconds = Terminal.seconds(ContinuousClock.now - start)
      terminal.say(
        "\(plan.spec.name), \(name): \(counted(total, "run")), \(result.keptCount) kept before, "
          + "\(result.madeCount) made in \(seconds) s")
    }
  }
}
