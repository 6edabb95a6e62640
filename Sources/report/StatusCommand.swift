import ArgumentParser
import Diagnostics
import Experiments
import Files
import Slurm

/// Says how far the runs of specs are.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say which runs of specs are done, in progress, missing or failed, and why.")

  @OptionGroup var options: SpecOptions

  @OptionGroup var caching: CacheOptions

  func validate() throws {
    if caching.noCache {
      throw ValidationError("--no-cache: without kept runs there is nothing to say.")
    }
  }

  func run() throws {
    let terminal = Terminal()
    let plans = try options.plans(terminal)
    for (path, plan) in zip(options.specs, plans) {
      guard let place = ClusterPlace.of(plan, caching) else { continue }
      let work = MissingWork(plan, in: RunStore(at: place, writer: "", say: { terminal.say($0) }))
      let done = plan.totalRunCount - work.runCount
      let state = try terminal.reportingFaults { () throws(InputError) in
        try ClusterState(plan, in: place, work)
      }
      var line = "\(path): \(done) of \(counted(plan.totalRunCount, "run")) done"
      if work.runCount > 0 { line += ", \(work.runCount) missing" }
      if !state.jobs.isEmpty {
        line += "; job \(state.jobs.joined(separator: ", ")): \(state.runningCount) tasks running, "
        line += "\(state.waitingCount) waiting"
        if !state.reasons.isEmpty { line += " (\(state.reasons.joined(separator: ", ")))" }
        if state.idleRunCount > 0 {
          line += "; nobody works on \(counted(state.idleRunCount, "missing run"))"
        }
      }
      try terminal.show(line)
      for failure in state.failures {
        try terminal.show("  \(failure.message)")
        for line in failure.lastLines { try terminal.show("    \(line)") }
      }
    }
  }
}

/// Ends the jobs of specs.
struct CancelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "End the array jobs that were submitted for specs.")

  @OptionGroup var options: SpecOptions

  @OptionGroup var caching: CacheOptions

  func run() throws {
    let terminal = Terminal()
    let plans = try options.plans(terminal)
    var isEnded = true
    for (path, plan) in zip(options.specs, plans) {
      guard let place = ClusterPlace.of(plan, caching) else { continue }
      let active = try terminal.reportingFaults { () throws(InputError) in
        try Submission.active(for: plan, in: place)
      }
      if active.isEmpty { try terminal.show("\(path): no job is there") }
      for job in active {
        if let reason = job.cancel() {
          terminal.say("\(path): error: job \(job.jobID) could not be cancelled: \(reason)")
          isEnded = false
        } else {
          try terminal.show("\(path): job \(job.jobID) cancelled; finished runs are kept")
        }
      }
    }
    if !isEnded { throw ExitCode(74) }
  }
}
