import Diagnostics

/// The jobs of a plan as Slurm sees them at one moment.
struct JobWatch {
  /// A task that has ended.
  struct Ended {
    let submission: Submission
    let task: Int
    let end: TaskEnd
  }

  /// How tasks ended of which that is known: it does not change any more, and nobody needs to be asked again.
  struct Memory {
    fileprivate var ends: [ArrayJob: [Int: TaskState]] = [:]
    /// The submissions at the last look.
    var submissions: [Submission] = []
  }

  /// The positions of the units that tasks work on, or wait to.
  private(set) var unitsInProgress: Set<Int> = []
  /// How many tasks run, and how many wait.
  private(set) var runningCount = 0, waitingCount = 0
  /// Why tasks wait, in Slurm's words, each once.
  private(set) var reasons: [String] = []
  /// The tasks that are over, those of an earlier submission first.
  private(set) var ended: [Ended] = []

  /// Asks Slurm about `submissions`, and nothing that is known already.
  init(_ submissions: [Submission], knowing memory: inout Memory) throws(InputError) {
    for submission in submissions {
      let (job, count) = (submission.job, submission.shares.count)
      var states = memory.ends[job] ?? [:]
      if states.count < count {
        states.merge(try job.states(count: count)) { known, _ in known }
      }
      if states.count < count {
        // What the queue has forgotten is over; the account may know how.
        states.merge(job.accounted(count: count)) { known, _ in known }
      }
      memory.ends[job] = states.filter { if case .ended = $0.value { true } else { false } }
      for (task, share) in submission.shares.enumerated() {
        switch states[task] {
        case .waiting(let reason):
          waitingCount += 1
          if !reason.isEmpty, reason != "None", !reasons.contains(reason) { reasons.append(reason) }
          unitsInProgress.formUnion(share)
        case .running:
          runningCount += 1
          unitsInProgress.formUnion(share)
        case .ended(let end): ended.append(Ended(submission: submission, task: task, end: end))
        case nil:
          ended.append(Ended(submission: submission, task: task, end: TaskEnd(word: "")))
        }
      }
    }
  }

  /// Asks Slurm about `submissions`.
  init(_ submissions: [Submission]) throws(InputError) {
    var memory = Memory()
    try self.init(submissions, knowing: &memory)
  }
}

extension JobWatch.Ended {
  /// Why it ended.
  var cause: EndCause {
    EndCause(
      end, log: submission.lastLines(of: task, count: 50), status: submission.exitStatus(of: task))
  }

  /// Which task it is, and where it ran.
  var name: String {
    "task \(task) of job \(submission.jobID)" + (end.node.map { " on \($0)" } ?? "")
  }
}
