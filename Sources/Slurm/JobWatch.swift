import Diagnostics

/// The jobs of a plan as Slurm sees them at one moment.
struct JobWatch {
  /// A task that has ended.
  struct Ended {
    let submission: Submission
    let task: Int
    /// Slurm's word for its end; empty where Slurm does not say.
    let state: String
  }

  /// The positions of the units that tasks work on, or wait to.
  private(set) var unitsInProgress: Set<Int> = []
  /// How many tasks run, and how many wait.
  private(set) var runningCount = 0, waitingCount = 0
  /// Why tasks wait, in Slurm's words, each once.
  private(set) var reasons: [String] = []
  /// The tasks that are over, those of an earlier submission first.
  private(set) var ended: [Ended] = []

  /// Asks Slurm about `submissions`.
  init(_ submissions: [Submission]) throws(InputError) {
    for submission in submissions {
      var states = try submission.job.states()
      if states.count < submission.shares.count {
        // What the queue has forgotten is over; the account may know how.
        states.merge(submission.job.accounted()) { queued, _ in queued }
      }
      for (task, share) in submission.shares.enumerated() {
        switch states[task] {
        case .waiting(let reason):
          waitingCount += 1
          if !reason.isEmpty, reason != "None", !reasons.contains(reason) { reasons.append(reason) }
          unitsInProgress.formUnion(share)
        case .running:
          runningCount += 1
          unitsInProgress.formUnion(share)
        case .completed: ended.append(Ended(submission: submission, task: task, state: "COMPLETED"))
        case .failed(let state):
          ended.append(Ended(submission: submission, task: task, state: state))
        case nil: ended.append(Ended(submission: submission, task: task, state: ""))
        }
      }
    }
  }
}
