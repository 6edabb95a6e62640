import ArgumentParser
import Diagnostics
import Experiments
import Files
import Slurm

#if canImport(Glibc)
  import Glibc
#endif

/// Makes what is missing of plans on a cluster.
struct ClusterMaking {
  let options: ClusterOptions
  let specs: SpecOptions
  let caching: CacheOptions
  /// How many runs at once in a task; nil for as many as it has processors.
  let jobs: Int?
  let isQuiet: Bool
  let terminal: Terminal

  /// A plan's work, and where it is made.
  private struct Work {
    let plan: Plan
    let place: StorePlace
    let run: ClusterRun
    let progress: ProgressDisplay
    var attempts = Attempts()
  }

  /// Submits what is missing of plans, and waits for it where that is asked for.
  ///
  /// Of several all are submitted before any is waited for.
  func make(_ plans: [Plan], at paths: [String]) async throws(ExitCode) {
    var works = zip(plans, paths).compactMap { plan, path in
      ClusterPlace.of(plan, caching).map {
        work(plan, at: path, in: $0, isAlone: plans.count == 1)
      }
    }
    Interruption.setFarewell { [terminal, works] in
      for work in works { work.progress.end() }
      farewell(works, terminal)
    }
    if options.noWait || works.count > 1 {
      for place in works.indices {
        works[place].attempts = try terminal.reportingFaults { () throws(InputError) in
          try works[place].run.submit()
        }
      }
    }
    if options.noWait { return }
    for work in works {
      do throws(InputError) {
        try await work.run.finish(after: work.attempts)
        work.progress.end()
      } catch {
        work.progress.end()
        terminal.write(error.rendered(colour: terminal.hasColour))
        throw error.reason.exitCode
      }
    }
    Interruption.setFarewell { [terminal] in terminal.say("interrupted") }
  }

  private func work(
    _ plan: Plan, at path: String, in place: StorePlace, isAlone: Bool
  ) -> Work {
    let program = ProgramWords(specs, caching, cache: place.root)
    let own = Confinement.realPath("/proc/self/exe") ?? CommandLine.arguments[0]
    let words = program.words(
      ["task"] + (jobs.map { ["--jobs", "\($0)"] } ?? [])
        + (options.localScratch ? ["--local-scratch"] : []),
      ClusterPlace.absolute(path), program: own)
    let progress = ProgressDisplay(
      title: plan.spec.name, total: plan.totalRunCount, isQuiet: isQuiet, terminal: terminal)
    let run = ClusterRun(
      plan, in: place,
      ClusterRun.Request(
        command: TaskCommandWords(words: words), options: options.sbatchWords,
        taskCount: options.tasks, atOnce: options.tasksAtOnce),
      say: { [terminal] line in
        progress.end()
        terminal.say(isAlone ? line : "\(plan.spec.name): \(line)")
      },
      onProgress: { state in
        let waits = state.reasons.isEmpty ? "" : " (\(state.reasons.joined(separator: ", ")))"
        progress.update(
          done: state.done,
          note: "\(counted(state.running, "task")) running, \(state.waiting) waiting\(waits)"
        )
      })
    return Work(plan: plan, place: place, run: run, progress: progress)
  }

  /// Asks who sits at a terminal whether the jobs go on without us; where nobody does, they do.
  private func farewell(_ works: [Work], _ terminal: Terminal) {
    let jobs = works.flatMap { Submission.all(for: $0.plan, in: $0.place) }
    let names = jobs.map(\.jobID).joined(separator: ", ")
    guard !jobs.isEmpty else {
      let isUnderWay = works.contains { Submission.isUnderWay(for: $0.plan, in: $0.place) }
      return terminal.say(
        isUnderWay
          ? "interrupted while a job was being submitted; 'squeue' tells whether Slurm has taken it"
          : "interrupted; nothing was submitted")
    }
    if Interruption.isFromKeyboard, isatty(STDIN_FILENO) == 1, terminal.isInteractive {
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
    return StorePlace(project: "", directory: absolute(place.cacheFolder))
  }

  /// A path from the root on. Links stay: what is beside a link is not beside what it points to.
  static func absolute(_ path: String) -> String {
    var rest = path
    while rest.hasPrefix("./") { rest.removeFirst(2) }
    return rest.hasPrefix("/") ? rest : (Confinement.realPath(".") ?? ".") + "/" + rest
  }
}
