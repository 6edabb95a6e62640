import Diagnostics
import Experiments

/// How often work was submitted, and how the last task ended that had it.
struct Attempts {
  private var counts: [Int: Int] = [:]
  private var ends: [Int: JobWatch.Ended] = [:]
  /// Jobs of ours: what earlier processes submitted counts as no attempt.
  private var jobs: Set<String> = []

  /// Notes that work was submitted.
  mutating func submitted(_ units: [Int], _ submission: Submission) {
    jobs.insert(submission.jobID)
    for unit in units { counts[unit, default: 0] += 1 }
  }

  /// Notes how tasks ended.
  mutating func note(_ watch: JobWatch) {
    for end in watch.ended where jobs.contains(end.submission.jobID) {
      for unit in end.submission.shares[end.task] { ends[unit] = end }
    }
  }

  /// Whether there is no use in submitting a unit again: it was lost too often, somebody cancelled it, or the
  /// program itself refused it.
  func isHopeless(_ unit: Int) -> Bool {
    guard let end = ends[unit], let count = counts[unit] else { return false }
    return count > ClusterRun.retries || end.isFinal
  }

  /// What failed, each task once with the last lines of its log.
  func fault(_ units: [Int], of plan: Plan, _ work: MissingWork) -> InputError {
    var named: Set<String> = []
    var diagnostics: [Diagnostic] = []
    for unit in units {
      guard let end = ends[unit], named.insert(end.submission.logPath(of: end.task)).inserted else {
        continue
      }
      let count = counts[unit] ?? 1
      let often = count > 1 ? ", as \(count - 1) before it for the same runs" : ""
      diagnostics.append(
        Diagnostic(
          file: end.submission.logPath(of: end.task),
          message: "task \(end.task) of job \(end.submission.jobID) \(end.words)\(often)",
          help: end.help, notes: end.submission.lastLines(of: end.task)))
    }
    return InputError(.inaccessible, diagnostics)
  }
}

extension JobWatch.Ended {
  private var status: Int? { submission.exitStatus(of: task) }

  /// Whether it would end the same way again.
  var isFinal: Bool { state.hasPrefix("CANCELLED") || status == 64 || status == 65 }

  /// How it ended.
  var words: String {
    if let status, status != 0 { return "ended with status \(status)" }
    if state == "COMPLETED" { return "ended well, but its runs are not there" }
    return TaskState.words(state)
  }

  /// What can be done about it.
  var help: String? {
    switch state {
    case "TIMEOUT": "give it more time with --sbatch \"--time=...\", or smaller shares with --tasks"
    case "OUT_OF_MEMORY":
      "give it more memory with --sbatch \"--mem=...\", or fewer runs at once with --jobs"
    case "COMPLETED": "all nodes must see the folder of kept runs; --cache names another one"
    case "CANCELLED": "the same command again submits what is missing"
    default: "its last lines are above; the same command again submits what is missing"
    }
  }
}
