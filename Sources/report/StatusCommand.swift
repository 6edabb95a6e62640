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
      let state = try terminal.reportingFaults { () throws(InputError) in
        try ClusterState(plan, in: place, say: { terminal.say($0) })
      }
      let done = plan.totalRunCount - state.missingRunCount
      var line = "\(path): \(done) of \(counted(plan.totalRunCount, "run")) done"
      if state.missingRunCount > 0 { line += ", \(state.missingRunCount) missing" }
      if !state.jobs.isEmpty {
        line += "; job \(state.jobs.joined(separator: ", ")): "
        line += "\(counted(state.runningCount, "task")) running, \(state.waitingCount) waiting"
        if !state.reasons.isEmpty { line += " (\(state.reasons.joined(separator: ", ")))" }
        if state.idleRunCount > 0 {
          line += "; nobody works on \(counted(state.idleRunCount, "missing run"))"
        }
      }
      try terminal.show(line)
      for reason in state.lastingReasons {
        try terminal.show("  \(reason) does not pass by itself: see 'report cancel' and --sbatch")
      }
      for failure in state.failures {
        try terminal.show("  \(failure.message)")
        try terminal.show("    \(failure.help)")
        for line in failure.lastLines { try terminal.show("    | \(line)") }
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
