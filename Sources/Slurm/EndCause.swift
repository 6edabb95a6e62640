/// Why a task ended, from all that tells something of it: Slurm's word, the last lines of its log, and the exit status
/// that it left.
///
/// The log tells what Slurm's word hides: a task that took too much memory is `FAILED` or `CANCELLED` at many sites,
/// and where no account is kept Slurm forgets every word within minutes.
enum EndCause: Hashable, Sendable {
  case memory, time, preemption, node, cancelled
  /// Its node could not start it.
  case unstarted
  /// The shell did not find the program there, or may not run it; with its status.
  case programMissing(Int)
  /// It ended by itself with a status other than 0.
  case status(Int)
  /// It ended well.
  case completed
  /// Slurm's word for anything else.
  case other(String)
  /// Nobody says.
  case unknown

  /// What a task's end means.
  ///
  /// - Parameters:
  ///   - log: the last lines that were written to its log.
  ///   - status: the exit status that its script left; nil where it came to none.
  init(_ end: TaskEnd, log: [String], status: Int?) {
    // Only what Slurm's own program wrote there counts.
    let notes = log.filter { $0.hasPrefix("slurmstepd") }.map { $0.lowercased() }
    func says(_ words: String...) -> Bool {
      notes.contains { line in words.contains { line.contains($0) } }
    }
    let isMemory = says(
      "exceeded memory limit", "exceeded job memory limit", "exceeded step memory limit",
      "oom-kill", "oom_kill", "out of memory")
    switch end.word {
    case _ where end.word == "OUT_OF_MEMORY" || (isMemory && end.word != "COMPLETED"):
      self = .memory
    case "TIMEOUT": self = .time
    case "PREEMPTED": self = .preemption
    case "NODE_FAIL", "BOOT_FAIL": self = .node
    case "CANCELLED": self = .cancelled
    case "COMPLETED": self = .completed
    case "FAILED", "":
      // What has said something has begun: the queue's reason is the same for some that were killed.
      if end.isUnstarted, log.isEmpty, status == nil {
        self = .unstarted
      } else if let status, status == 126 || status == 127 {
        self = .programMissing(status)
      } else if says("due to time limit") {
        self = .time
      } else if says("due to preemption") {
        self = .preemption
      } else if says("due to node failure") {
        self = .node
      } else if let status {
        self = status == 0 ? .completed : .status(status)
      } else if says("cancelled at") {
        self = .cancelled
      } else {
        self = end.word.isEmpty ? .unknown : .other(end.word)
      }
    default: self = .other(end.word)
    }
  }

  /// Whether it would end the same way again: somebody wanted it, the memory is too small, or the program
  /// refused what it was given.
  var isFinal: Bool {
    switch self {
    case .cancelled, .memory, .status(64), .status(65): true
    default: false
    }
  }

  /// How it ended, after the name of the task.
  var words: String {
    switch self {
    case .memory: "ran out of memory"
    case .time: "ran out of its time"
    case .preemption: "was preempted by a job that goes first"
    case .node: "lost its node"
    case .cancelled: "was cancelled"
    case .unstarted: "could not be started by its node"
    case .programMissing(let status): "did not find the program (status \(status))"
    case .status(let status): "ended with status \(status)"
    case .completed: "ended well, but its runs are not there"
    case .other(let word): word == "FAILED" ? "failed" : "ended as \(word)"
    case .unknown: "is gone, and Slurm does not say why"
    }
  }

  /// What can be done about it.
  var help: String {
    let again = "the same command again submits what is missing"
    return switch self {
    case .memory:
      "give it more memory with --sbatch \"--mem=...\" (or \"--mem-per-cpu=...\"), or fewer runs at once with --jobs"
    case .time: "give it more time with --sbatch \"--time=...\", or smaller shares with --tasks"
    case .preemption: "another partition may spare it: --sbatch \"--partition=...\"; \(again)"
    case .cancelled: again
    case .unstarted, .completed:
      "all nodes must see and may write the folder of kept runs; --cache names another one"
    case .programMissing:
      "all nodes must see the program where it is here, as in a folder that they share"
    case .status(65):
      "all nodes must see the spec and its data where they are here, unchanged; what it said is below"
    case .status(137):
      "something killed it, as a system does that has no memory left: more of it with --sbatch \"--mem=...\"; \(again)"
    case .node, .status, .other, .unknown: "what it said, if anything, is below; \(again)"
    }
  }
}
