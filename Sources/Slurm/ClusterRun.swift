import Diagnostics
import Experiments
import Files

/// Makes what is missing of a plan on a cluster: submits it, waits, and submits again what was lost.
///
/// The kept runs are all that tells what is done; Slurm tells what is still in progress, and why something failed.
/// So the same command resumes whatever became of an earlier one, its own process included.
public struct ClusterRun: Sendable {
  /// How the work is asked for.
  public struct Request: Sendable {
    /// What a task is started with.
    public var command: TaskCommandWords
    /// The options of `sbatch` that the user gives.
    public var options: [String]
    /// How many tasks an array has; nil for as many as take some minutes each.
    public var taskCount: Int?
    /// How many tasks run at the same time at most; nil for no limit.
    public var atOnce: Int?

    /// A request for a cluster's time.
    public init(
      command: TaskCommandWords, options: [String] = [], taskCount: Int? = nil, atOnce: Int? = nil
    ) {
      self.command = command
      self.options = options
      self.taskCount = taskCount
      self.atOnce = atOnce
    }
  }

  /// How far the work is.
  public struct Progress: Hashable, Sendable {
    /// How many runs are kept.
    public var done: Int
    /// How many tasks run, and how many wait.
    public var running: Int, waiting: Int
    /// Why tasks wait, in Slurm's words.
    public var reasons: [String]
  }

  /// How often work is submitted again after a task that had it was lost.
  static let retries = 3
  /// Between two looks at the queue, in seconds: the least, and the most once the job has been there for long.
  static let intervals = 1.0...15.0
  /// For how long Slurm may give no answer, in seconds, as while it is maintained; and when it is asked again.
  static let patience = 3600.0
  static let retryInterval = 5.0

  let plan: Plan
  let place: StorePlace
  let request: Request
  /// Told what is done, in a line.
  let say: @Sendable (String) -> Void
  /// Told how far the work is.
  let onProgress: @Sendable (Progress) -> Void

  /// Work of a plan whose runs are kept at `place`, which all nodes share.
  public init(
    _ plan: Plan, in place: StorePlace, _ request: Request,
    say: @escaping @Sendable (String) -> Void,
    onProgress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.plan = plan
    self.place = place
    self.request = request
    self.say = say
    self.onProgress = onProgress
  }

  /// Submits what is missing and that nobody works on, and does not wait.
  ///
  /// - Returns: what is to be known by who waits for it.
  @discardableResult public func submit() throws(InputError) -> Attempts {
    clearEnded()
    var attempts = Attempts()
    // First the jobs, then the kept runs: what ends in between is neither in progress nor missing.
    let watch = try JobWatch(Submission.all(for: plan, in: place))
    let work = MissingWork(plan, in: openStore())
    let free = work.missing.filter { !watch.unitsInProgress.contains($0) }
    if free.isEmpty {
      say(
        work.missing.isEmpty
          ? "nothing is missing" : "all that is missing is in progress already")
    } else {
      do throws(SubmissionFault) {
        attempts.submitted(free, try submit(free, of: work))
      } catch {
        throw error.error
      }
    }
    return attempts
  }

  /// Submits and waits until nothing is missing.
  ///
  /// - Parameter earlier: what was submitted already.
  /// - Throws: what Slurm refuses, and what failed too often.
  public func finish(after earlier: Attempts = Attempts()) async throws(InputError) {
    if !earlier.isBegun { clearEnded() }
    var attempts = earlier
    var memory = JobWatch.Memory()
    var (seen, named): (Set<String>, Set<String>) = ([], [])
    let start = ContinuousClock.now
    let store = openStore()
    while true {
      // First the jobs, then the kept runs: what ends in between is neither in progress nor missing.
      let watch = try await watching(&memory)
      store.refresh()
      let work = MissingWork(plan, in: store)
      report(work, watch)
      if work.missing.isEmpty { break }
      for line in attempts.note(watch, missing: Set(work.missing)) { say(line) }
      // Seen twice: Slurm's first word for a new job is sometimes not its last.
      let lasting = Set(watch.reasons.filter(WaitingReason.isLasting))
      for reason in lasting.intersection(seen).subtracting(named).sorted() {
        say(WaitingReason.words(reason))
        named.insert(reason)
      }
      seen = lasting
      let free = work.missing.filter { !watch.unitsInProgress.contains($0) }
      let hopeless = free.filter { attempts.isHopeless($0) }
      let next = free.filter { !attempts.isHopeless($0) }
      if !next.isEmpty {
        try submitPatiently(
          next, of: work, &attempts, othersGoOn: !watch.unitsInProgress.isEmpty)
      } else if watch.unitsInProgress.isEmpty {
        throw attempts.fault(hopeless, of: plan)
      }
      await pause(since: start)
    }
    // What waits has nothing to do any more, and logs of tasks whose work is done tell nobody anything.
    for submission in Submission.all(for: plan, in: place) {
      if let watch = try? JobWatch([submission], knowing: &memory), watch.waitingCount > 0 {
        _ = submission.job.cancel(onlyWaiting: true)
      }
      submission.clear()
    }
  }

  /// Removes what is left of earlier jobs: the kept runs tell all that they did.
  private func clearEnded() {
    for submission in Submission.all(for: plan, in: place) {
      guard let watch = try? JobWatch([submission]) else { continue }
      if watch.unitsInProgress.isEmpty { submission.clear() }
    }
  }

  private func openStore() -> RunStore { RunStore(at: place, writer: "", say: say) }

  /// The jobs as Slurm sees them, which may be silent for a while.
  private func watching(_ memory: inout JobWatch.Memory) async throws(InputError) -> JobWatch {
    let start = ContinuousClock.now
    var isSaid = false
    while true {
      do throws(InputError) {
        memory.submissions = Submission.all(for: plan, in: place, knowing: memory.submissions)
        return try JobWatch(memory.submissions, knowing: &memory)
      } catch {
        guard ContinuousClock.now - start < .seconds(Self.patience) else { throw error }
        if !isSaid {
          say(
            "\(error.diagnostics.map(\.message).joined(separator: "; ")); the job goes on, and Slurm is asked again"
          )
        }
        isSaid = true
        try? await Task.sleep(for: .seconds(Self.retryInterval))
      }
    }
  }

  private func pause(since start: ContinuousClock.Instant) async {
    let elapsed = Double((ContinuousClock.now - start).components.seconds)
    let (least, most) = (Self.intervals.lowerBound, Self.intervals.upperBound)
    try? await Task.sleep(for: .seconds(min(most, max(least, elapsed / 20))))
  }

  private func report(_ work: MissingWork, _ watch: JobWatch) {
    onProgress(
      Progress(
        done: plan.totalRunCount - work.runCount, running: watch.runningCount,
        waiting: watch.waitingCount, reasons: watch.reasons))
  }
}
