/// How it stands with a task of an array job.
enum TaskState: Hashable, Sendable {
  /// It waits; why, in Slurm's word such as `Resources`.
  case waiting(String)
  /// It runs, or is about to, or ends just now.
  case running
  /// It is over.
  case ended(TaskEnd)

  /// The state of Slurm's name, such as `PENDING` or `CANCELLED by 0`.
  ///
  /// - Parameters:
  ///   - reason: why it waits or how it failed, in Slurm's word.
  ///   - node: where it ran.
  init(_ name: Substring, reason: Substring, node: Substring) {
    let word = name.prefix { $0 != " " && $0 != "+" }
    switch word {
    case "PENDING", "REQUEUED", "REQUEUE_FED", "REQUEUE_HOLD", "SPECIAL_EXIT", "RESV_DEL_HOLD":
      self = .waiting(String(reason))
    case "CONFIGURING", "RUNNING", "COMPLETING", "SUSPENDED", "STOPPED", "SIGNALING", "STAGE_OUT",
      "RESIZING":
      self = .running
    default:
      // The account has no reasons; 53 is its number for a log that could not be opened.
      let isUnstarted = reason == "JobLaunchFailure" || reason == "0:53"
      self = .ended(
        TaskEnd(
          word: String(word), isUnstarted: isUnstarted,
          node: node.isEmpty || node.hasPrefix("None") ? nil : String(node)))
    }
  }
}

/// How a task ended, as Slurm says it.
struct TaskEnd: Hashable, Sendable {
  /// Slurm's word, such as `TIMEOUT`; empty where it says nothing any more.
  var word: String
  /// Whether its node could not even start it.
  var isUnstarted = false
  /// Where it ran; nil where that is not known, or nowhere.
  var node: String?
}
