import Diagnostics
import Experiments

/// How often work was submitted, and how the last task ended that had it.
public struct Attempts: Sendable {
  private var counts: [Int: Int] = [:]
  private var ends: [Int: JobWatch.Ended] = [:]
  private var causes: [String: EndCause] = [:]
  /// Jobs of ours: what earlier processes submitted counts as no attempt.
  private var jobs: Set<String> = []

  /// Whether Slurm did not take the last job that was to be submitted, which was said.
  var isRefused = false

  /// How many tasks are named one by one.
  private static let named = 5

  /// Nothing was tried yet.
  public init() {}

  /// Whether anything was submitted.
  var isBegun: Bool { !jobs.isEmpty }

  /// Notes that work was submitted.
  mutating func submitted(_ units: [Int], _ submission: Submission) {
    jobs.insert(submission.jobID)
    for unit in units { counts[unit, default: 0] += 1 }
  }

  /// Notes how tasks ended that some work is missing of.
  ///
  /// - Returns: a line for each that is new; of many for the first ones.
  mutating func note(_ watch: JobWatch, missing: Set<Int>) -> [String] {
    var lines: [String] = []
    for end in watch.ended where jobs.contains(end.submission.jobID) {
      let lost = end.submission.shares[end.task].filter { missing.contains($0) }
      guard !lost.isEmpty else { continue }
      for unit in lost { ends[unit] = end }
      let path = end.submission.logPath(of: end.task)
      if causes[path] == nil {
        let cause = end.cause
        causes[path] = cause
        lines.append("\(end.name) \(cause.words)")
      }
    }
    let more = lines.count - Self.named
    return more > 0 ? lines.prefix(Self.named) + ["and \(counted(more, "more task"))"] : lines
  }

  /// Whether there is no use in submitting a unit again: it was lost too often, somebody cancelled it, or it would
  /// end the same way again.
  func isHopeless(_ unit: Int) -> Bool {
    guard let end = ends[unit], let count = counts[unit] else { return false }
    return count > ClusterRun.retries || cause(of: end).isFinal
  }

  private func cause(of end: JobWatch.Ended) -> EndCause {
    causes[end.submission.logPath(of: end.task)] ?? end.cause
  }

  /// What failed, each task once with the last lines of its log.
  func fault(_ units: [Int], of plan: Plan) -> InputError {
    var seen: Set<String> = []
    var diagnostics: [Diagnostic] = []
    for unit in units {
      guard let end = ends[unit], seen.insert(end.submission.logPath(of: end.task)).inserted,
        diagnostics.count < Self.named
      else { continue }
      let count = counts[unit] ?? 1
      let often = count > 1 ? ", as \(count - 1) before it for the same runs" : ""
      let cause = cause(of: end)
      diagnostics.append(
        Diagnostic(
          file: end.submission.logPath(of: end.task),
          message: "\(end.name) \(cause.words)\(often)",
          help: cause.help, notes: end.submission.lastLines(of: end.task)))
    }
    let more = seen.count - diagnostics.count
    if more > 0, let last = diagnostics.indices.last {
      diagnostics[last].notes.append("and \(counted(more, "more task"))")
    }
    return InputError(.inaccessible, diagnostics)
  }
}
