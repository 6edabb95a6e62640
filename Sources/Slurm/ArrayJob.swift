import Diagnostics
import Files

/// An array job of Slurm.
struct ArrayJob: Hashable, Sendable {
  /// Its number, as Slurm gives it.
  let id: String
  /// The cluster that took it, of several; nil where there is but one.
  var cluster: String?

  /// The job of a text such as `12`, or `12;name` of one of several clusters; nil where it is none.
  init?(text: String) {
    let fields = text.prefix { !$0.isNewline }.split(separator: ";", maxSplits: 1)
    guard let id = fields.first, !id.isEmpty, id.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    self.id = String(id)
    cluster = fields.count == 2 ? String(fields[1]) : nil
  }

  /// What `init(text:)` reads.
  var text: String { cluster.map { "\(id);\($0)" } ?? id }

  /// The words that name the cluster.
  private var place: [String] { cluster.map { ["--clusters=\($0)"] } ?? [] }

  /// How it stands with its first `count` tasks, by index; those that Slurm knows nothing of any more are not there.
  ///
  /// - Throws: where Slurm does not answer.
  func states(count: Int) throws(InputError) -> [Int: TaskState] {
    let queue = try SlurmPrograms.output(
      "squeue",
      place + ["--noheader", "--array", "--states=all", "--jobs=\(id)", "--format=%i|%T|%r|%N"])
    let isForgotten = queue.messages.contains("Invalid job id")
    guard queue.status == 0 || isForgotten else {
      throw SlurmPrograms.fault(
        "squeue", SlurmPrograms.reason(queue, of: "squeue"),
        help: "the job goes on without us; the same command again takes it up")
    }
    return Self.states(queue.output, count: count)
  }

  /// How tasks ended of which the queue says nothing any more, where the site keeps account of that.
  ///
  /// What the account still takes for waiting or running is left out: the queue knows better.
  func accounted(count: Int) -> [Int: TaskState] {
    let account = try? SlurmPrograms.output(
      "sacct",
      place + [
        "--noheader", "--parsable2", "--allocations", "--jobs=\(id)",
        "--format=JobID,State,ExitCode,NodeList",
      ])
    guard let account, account.status == 0 else { return [:] }
    return Self.states(account.output, count: count).filter {
      if case .ended = $0.value { true } else { false }
    }
  }

  /// The states of tasks in lines such as `12_3|RUNNING|None|n1`.
  static func states(_ text: String, count: Int) -> [Int: TaskState] {
    var states: [Int: TaskState] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false)
      guard fields.count >= 4 else { continue }
      let state = TaskState(fields[1], reason: fields[2], node: fields[3])
      for index in TaskLists.indices(fields[0], below: count) { states[index] = state }
    }
    return states
  }

  /// Ends all its tasks.
  ///
  /// - Parameters:
  ///   - isLast: whether this is the last thing that the process does.
  ///   - onlyWaiting: whether what runs goes on.
  /// - Returns: why it could not be ended; nil where it was.
  func cancel(isLast: Bool = false, onlyWaiting: Bool = false) -> String? {
    let words = place + (onlyWaiting ? ["--state=PENDING"] : []) + [id]
    guard let output = try? SlurmPrograms.output("scancel", words, isLast: isLast) else {
      return "scancel cannot be started"
    }
    return output.status == 0 ? nil : SlurmPrograms.reason(output, of: "scancel")
  }
}
