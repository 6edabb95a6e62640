import Diagnostics
import Files

/// An array job of Slurm.
struct ArrayJob: Hashable, Sendable {
  /// Its number, as Slurm gives it.
  let id: String

  /// Submits a script as an array of `count` tasks.
  ///
  /// - Parameters:
  ///   - atOnce: how many tasks run at the same time at most; nil for no limit.
  ///   - options: those of `sbatch` that the user gives; they stand last, so that they win.
  /// - Throws: what `sbatch` refuses.
  static func submit(
    script: String, name: String, log: String, count: Int, atOnce: Int?, options: [String]
  ) throws(InputError) -> ArrayJob {
    let limit = atOnce.map { "%\($0)" } ?? ""
    let output = try SlurmPrograms.output(
      "sbatch",
      [
        "--parsable", "--no-requeue", "--array=0-\(count - 1)\(limit)", "--job-name=\(name)",
        "--output=\(log)",
      ]
        + options + [script])
    // Of several clusters it says which one took the job, after a semicolon.
    let id = output.output.split(whereSeparator: { $0 == ";" || $0.isNewline }).first
    guard output.status == 0, let id, id.allSatisfy(\.isNumber) else {
      let reason = SlurmPrograms.reason(output, of: "sbatch")
      throw SlurmPrograms.fault("sbatch", reason, help: help(reason, tasks: count))
    }
    return ArrayJob(id: String(id))
  }

  /// What can be done about what `sbatch` refuses.
  private static func help(_ reason: String, tasks: Int) -> String? {
    if reason.contains("Invalid job array") {
      return
        "this site allows no array of \(tasks) tasks (MaxArraySize in 'scontrol show config'): ask for fewer "
        + "and larger ones with --tasks"
    }
    if reason.contains("Limit") || reason.contains("QOS") {
      return
        "your account may not have so many or so large jobs at once: ask for fewer tasks with --tasks, or for "
        + "less with --sbatch"
    }
    if reason.contains("option") {
      return "what --sbatch holds goes to sbatch as it is: 'sbatch --help' lists its options"
    }
    if reason.contains("partition") { return "'sinfo' lists the partitions" }
    if reason.contains("contact") || reason.contains("onnect") {
      return "the controller does not answer; 'scontrol ping' says more"
    }
    return
      "'sbatch' refused the job; options for it go into --sbatch, such as --sbatch \"--time=30\""
  }

  /// How it stands with its tasks, by index; those that Slurm knows nothing of any more are not there.
  ///
  /// - Throws: where Slurm does not answer.
  func states() throws(InputError) -> [Int: TaskState] {
    let queue = try SlurmPrograms.output(
      "squeue",
      ["--noheader", "--array", "--states=all", "--jobs=\(id)", "--format=%i|%T|%r"])
    let isForgotten = queue.messages.contains("Invalid job id")
    guard queue.status == 0 || isForgotten else {
      throw SlurmPrograms.fault(
        "squeue", SlurmPrograms.reason(queue, of: "squeue"),
        help: "the job goes on without us; the same command again takes it up")
    }
    return Self.states(queue.output)
  }

  /// How tasks ended of which the queue says nothing any more, where the site keeps account of that.
  func accounted() -> [Int: TaskState] {
    let account = CommandOutput.of(
      "sacct",
      [
        "--noheader", "--parsable2", "--allocations", "--jobs=\(id)",
        "--format=JobID,State,ExitCode",
      ])
    guard let account, account.status == 0 else { return [:] }
    return Self.states(account.output)
  }

  /// The states of tasks in lines such as `12_3|RUNNING|None`.
  static func states(_ text: String) -> [Int: TaskState] {
    var states: [Int: TaskState] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false)
      guard fields.count >= 3, let index = fields[0].split(separator: "_").dropFirst().first,
        let index = Int(index)
      else { continue }
      states[index] = TaskState(fields[1], reason: fields[2])
    }
    return states
  }

  /// Ends all its tasks.
  ///
  /// - Parameter isLast: whether this is the last thing that the process does.
  /// - Returns: why it could not be ended; nil where it was.
  func cancel(isLast: Bool = false) -> String? {
    guard let output = CommandOutput.of("scancel", [id], endsWithProcess: !isLast) else {
      return "scancel cannot be started"
    }
    return output.status == 0 ? nil : SlurmPrograms.reason(output, of: "scancel")
  }
}
