/// How it stands with a task of an array job.
public enum TaskState: Hashable, Sendable {
  /// It waits; why, in Slurm's word such as `Resources`.
  case waiting(String)
  /// It runs, or is about to, or ends just now.
  case running
  /// It has ended well.
  case completed
  /// It has not ended well; how, in Slurm's word such as `TIMEOUT`.
  case failed(String)

  /// Whether it can still do something.
  public var isActive: Bool {
    switch self {
    case .waiting, .running: true
    case .completed, .failed: false
    }
  }

  /// The state of Slurm's name, such as `PENDING` or `CANCELLED by 0`.
  init(_ name: Substring, reason: Substring) {
    let word = name.prefix { $0 != " " && $0 != "+" }
    switch word {
    case "COMPLETED": self = .completed
    case "PENDING", "REQUEUED", "REQUEUE_FED", "REQUEUE_HOLD", "SPECIAL_EXIT", "RESV_DEL_HOLD":
      self = .waiting(String(reason))
    case "CONFIGURING", "RUNNING", "COMPLETING", "SUSPENDED", "STOPPED", "SIGNALING", "STAGE_OUT",
      "RESIZING":
      self = .running
    default: self = .failed(String(word))
    }
  }

  /// What Slurm's word for the end of a task means.
  static func words(_ state: String) -> String {
    switch state {
    case "TIMEOUT": "ran out of its time (TIMEOUT)"
    case "OUT_OF_MEMORY": "ran out of memory (OUT_OF_MEMORY)"
    case "NODE_FAIL": "lost its node (NODE_FAIL)"
    case "BOOT_FAIL": "had a node that did not start (BOOT_FAIL)"
    case "PREEMPTED": "was preempted (PREEMPTED)"
    case "CANCELLED": "was cancelled (CANCELLED)"
    case "DEADLINE": "missed its deadline (DEADLINE)"
    case "FAILED": "failed (FAILED)"
    case "": "is gone, and Slurm does not say why"
    default: "ended as \(state)"
    }
  }
}
