import Diagnostics
import Experiments

/// How far the jobs of a plan are, for who looks once.
public struct ClusterState: Sendable {
  /// A task that did not end well while some of its work is missing.
  public struct Failure: Hashable, Sendable {
    /// Which one, and how it ended.
    public let message: String
    /// What can be done about it.
    public let help: String
    /// The last lines that it said.
    public let lastLines: [String]
  }

  /// The numbers of the jobs that were submitted and not cleared away.
  public let jobs: [String]
  /// How many tasks run, and how many wait.
  public let runningCount: Int, waitingCount: Int
  /// Why tasks wait, in Slurm's words.
  public let reasons: [String]
  /// How many missing runs are in no task that runs or waits, about.
  public let idleRunCount: Int
  /// What failed, the last of each task's failures.
  public let failures: [Failure]
  /// How many runs are missing.
  public let missingRunCount: Int

  /// Why tasks wait that nothing but a change ends, in Slurm's words.
  public var lastingReasons: [String] { reasons.filter(WaitingReason.isLasting) }

  /// Asks Slurm about the jobs of a plan; where none were submitted nobody is asked.
  ///
  /// - Parameter say: told what is amiss with the kept runs.
  public init(
    _ plan: Plan, in place: StorePlace, say: @escaping @Sendable (String) -> Void
  ) throws(InputError) {
    let submissions = Submission.all(for: plan, in: place)
    let watch = try JobWatch(submissions)
    // After the jobs: what they make meanwhile is not missing.
    let work = MissingWork(plan, in: RunStore(at: place, writer: "", say: say))
    missingRunCount = work.runCount
    jobs = submissions.map(\.jobID)
    runningCount = watch.runningCount
    waitingCount = watch.waitingCount
    reasons = watch.reasons
    let missing = Set(work.missing)
    idleRunCount = work.missing.filter { !watch.unitsInProgress.contains($0) }
      .map { plan.runCount(of: work.units[$0]) }.reduce(0, +)
    // Of all tasks that had a unit the last one counts.
    var last: [Int: Int] = [:]
    for (place, end) in watch.ended.enumerated() {
      for unit in end.submission.shares[end.task]
      where missing.contains(unit) && !watch.unitsInProgress.contains(unit) { last[unit] = place }
    }
    failures = Set(last.values).sorted().map { place in
      let end = watch.ended[place]
      return Failure(
        message: "\(end.name) \(end.cause.words)", help: end.cause.help,
        lastLines: end.submission.lastLines(of: end.task))
    }
  }
}

extension Submission {
  /// The submissions of a plan of which tasks run or wait.
  public static func active(
    for plan: Plan, in place: StorePlace
  ) throws(InputError) -> [Submission] {
    var active: [Submission] = []
    for submission in all(for: plan, in: place) {
      if try !JobWatch([submission]).unitsInProgress.isEmpty { active.append(submission) }
    }
    return active
  }

  /// Ends all its tasks.
  ///
  /// - Parameter isLast: whether this is the last thing that the process does.
  /// - Returns: why it could not be ended; nil where it was.
  public func cancel(isLast: Bool = false) -> String? { job.cancel(isLast: isLast) }
}
