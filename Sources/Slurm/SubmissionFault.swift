import Diagnostics
import Files

/// Why Slurm took no job.
enum SubmissionFault: Error {
  /// So many tasks are too many; `most` are not, where the site says how many.
  case tooMany(InputError, most: Int?)
  /// It did not answer, or could take none just now.
  case unanswered(InputError)
  /// It will not take this one.
  case refused(InputError)

  /// What there is to say.
  var error: InputError {
    switch self {
    case .tooMany(let error, _), .unanswered(let error), .refused(let error): error
    }
  }

  /// The reason in Slurm's words, the nearest one.
  var words: String {
    let texts = error.diagnostics.flatMap { $0.notes.suffix(1) + [$0.message] }
    return (texts.first ?? "").replacing("Batch job submission failed: ", with: "")
  }

  /// What `sbatch` means that took no array of `count` tasks.
  ///
  /// - Parameter arraySize: how many an array may have; asked for where that is the reason.
  init(
    _ output: CommandOutput, count: Int, arraySize: @autoclosure () -> Int? = SiteLimits.arraySize
  ) {
    let reasons = SlurmPrograms.reasons(output, of: "sbatch")
    let text = reasons.joined(separator: "\n")
    func error(_ help: String) -> InputError {
      SlurmPrograms.fault(
        "sbatch", reasons.last ?? "ended with status \(output.status)", help: help,
        notes: Array(reasons.dropLast().suffix(3)))
    }
    if text.contains("Invalid job array") {
      let most = arraySize()
      let size = most.map { "allows arrays of \($0) tasks" } ?? "allows no array of \(count) tasks"
      self = .tooMany(
        error(
          "this site \(size) (MaxArraySize in 'scontrol show config'): ask for fewer and larger ones with --tasks"
        ), most: most)
    } else if text.contains("MaxSubmitJob") || text.contains("MaxSubmitJobs") {
      self = .tooMany(
        error(
          "your account may not have so many jobs at once, and each task counts: ask for fewer than \(count) with "
            + "--tasks, or wait until others of yours have ended; 'sacctmgr show assoc' and 'sacctmgr show qos' list "
            + "the limits"
        ), most: nil)
    } else if text.contains("temporarily una") {
      self = .unanswered(
        error(
          "the cluster holds as many jobs as it can (MaxJobCount in 'scontrol show config'), and each task counts: "
            + "ask for fewer than \(count) with --tasks, or try again later"))
    } else if ["ontact", "onnect", "timed out", "no answer"].contains(where: text.contains) {
      self = .unanswered(error("the controller does not answer; 'scontrol ping' says more"))
    } else {
      self = .refused(error(Self.help(text)))
    }
  }

  /// What can be done about what Slurm will not take.
  private static func help(_ text: String) -> String {
    if text.contains("Limit") || text.contains("policy") {
      return
        "a task may not have so much: ask for less with --sbatch (--time, --mem, --cpus-per-task), or for another "
        + "--qos or --partition; 'sacctmgr show qos' lists the limits"
    }
    if text.contains("qos") { return "'sacctmgr show assoc user=$USER format=qos' lists yours" }
    if text.contains("account") || text.contains("Account") {
      return "'sacctmgr show assoc user=$USER format=account,partition' lists yours"
    }
    if text.contains("cluster") { return "'sacctmgr show cluster' lists the clusters" }
    if text.contains("artition") { return "'sinfo' lists the partitions" }
    if text.contains("node configuration") || text.contains("Memory specification") {
      return
        "no node has so much; 'sinfo -o \"%P %c %m\"' lists processors and megabytes of nodes; ask for less with "
        + "--sbatch"
    }
    if text.contains("option") || text.contains("specification") {
      return "what --sbatch holds goes to sbatch as it is: 'sbatch --help' lists its options"
    }
    return
      "'sbatch' refused the job; options for it go into --sbatch, such as --sbatch \"--time=30\""
  }
}

extension ArrayJob {
  /// Submits a script as an array of `count` tasks.
  ///
  /// - Parameters:
  ///   - atOnce: how many tasks run at the same time at most; nil for no limit.
  ///   - options: those of `sbatch` that the user gives; they stand last, so that they win.
  static func submit(
    script: String, name: String, log: String, count: Int, atOnce: Int?, options: [String]
  ) throws(SubmissionFault) -> ArrayJob {
    let limit = atOnce.map { "%\($0)" } ?? ""
    let output: CommandOutput
    do throws(InputError) {
      output = try SlurmPrograms.output(
        "sbatch",
        [
          "--parsable", "--no-requeue", "--array=0-\(count - 1)\(limit)", "--job-name=\(name)",
          "--output=\(log)",
        ]
          + options + [script])
    } catch {
      throw .refused(error)
    }
    guard output.status == 0, let job = ArrayJob(text: output.output) else {
      throw SubmissionFault(output, count: count)
    }
    return job
  }
}
