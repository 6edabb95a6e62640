import ArgumentParser
import Diagnostics
import Experiments
import Files
import Slurm

#if canImport(Glibc)
  import Glibc
#endif

/// Makes what is missing of a plan on a cluster.
struct ClusterMaking {
  let options: ClusterOptions
  let specs: SpecOptions
  let caching: CacheOptions
  /// How many runs at once in a task; nil for as many as it has processors.
  let jobs: Int?
  let isQuiet: Bool
  let terminal: Terminal

  /// Submits what is missing of a plan, and waits for it where that is asked for.
  func make(_ plan: Plan, at path: String) async throws(ExitCode) {
    guard let place = ClusterPlace.of(plan, caching) else { return }
    let program = ProgramWords(specs, caching, cache: place.root)
    let own = Confinement.realPath("/proc/self/exe") ?? CommandLine.arguments[0]
    let words = program.words(
      ["task"] + (jobs.map { ["--jobs", "\($0)"] } ?? [])
        + (options.localScratch ? ["--local-scratch"] : []),
      Confinement.realPath(path) ?? path, program: own)
    let progress = ProgressDisplay(
      title: plan.spec.name, total: plan.totalRunCount, isQuiet: isQuiet, terminal: terminal)
    let run = ClusterRun(
      plan, in: place,
      ClusterRun.Request(
        command: TaskCommandWords(words: words), options: options.sbatchWords,
        taskCount: options.tasks, atOnce: options.tasksAtOnce),
      say: { [terminal] line in
        progress.end()
        terminal.say(line)
      },
      onProgress: { state in
        let waits = state.reasons.isEmpty ? "" : " (\(state.reasons.joined(separator: ", ")))"
        progress.update(
          done: state.done, note: "\(state.running) tasks running, \(state.waiting) waiting\(waits)"
        )
      })
    if options.noWait {
      return try terminal.reportingFaults { () throws(InputError) in try run.submit() }
    }
    Interruption.setFarewell { [terminal] in
      progress.end()
      farewell(plan, place, terminal)
    }
    do throws(InputError) {
      try await run.finish()
      progress.end()
    } catch {
      progress.end()
      terminal.write(error.rendered(colour: terminal.hasColour))
      throw error.reason.exitCode
    }
    Interruption.setFarewell { [terminal] in terminal.say("interrupted") }
  }

  /// Asks at a terminal whether the jobs go on without us; elsewhere they do.
  private func farewell(_ plan: Plan, _ place: StorePlace, _ terminal: Terminal) {
    let jobs = Submission.all(for: plan, in: place)
    let names = jobs.map(\.jobID).joined(separator: ", ")
    guard !jobs.isEmpty else { return terminal.say("interrupted; nothing was submitted") }
    if isatty(STDIN_FILENO) == 1, terminal.isInteractive {
      terminal.write("\ninterrupted; shall job \(names) go on? [Y/n] ")
      if let answer = readLine()?.lowercased(), answer.hasPrefix("n") {
        for job in jobs {
          if let reason = job.cancel(isLast: true) {
            terminal.say("job \(job.jobID) could not be cancelled: \(reason)")
          }
        }
        return terminal.say("cancelled; finished runs are kept")
      }
    }
    terminal.say(
      "job \(names) goes on; the same command again waits for it, 'report status' tells how far it is, 'report cancel' ends it"
    )
  }
}

/// Where the runs of a plan are kept for all nodes of a cluster.
enum ClusterPlace {
  /// The place with an absolute path, since tasks may start elsewhere; nil where no runs are kept.
  static func of(_ plan: Plan, _ caching: CacheOptions) -> StorePlace? {
    guard let place = caching.place(of: plan.spec) else { return nil }
    var folder = place.cacheFolder
    if folder.hasPrefix("./") { folder.removeFirst(2) }
    let absolute =
      folder.hasPrefix("/") ? folder : (Confinement.realPath(".") ?? ".") + "/" + folder
    return StorePlace(project: "", directory: absolute)
  }
}
