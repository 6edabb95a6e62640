import Files
import TestSupport
import Testing

@testable import Slurm

/// What a real Slurm said of tasks that ended in every way, read: see `References/record`.
@Suite struct RecordedSlurmTests {
  /// What it said, by way and command such as `preempted sacct`.
  private static func recorded() throws -> [String: String] {
    var texts: [String: String] = [:]
    var name = ""
    for line in try References().text("slurm-22.05.8.txt").split(separator: "\n") {
      if line.hasPrefix("== ") {
        name = String(line.dropFirst(3))
        texts[name] = ""
      } else {
        texts[name, default: ""] += line + "\n"
      }
    }
    return texts
  }

  private func states(_ name: String, count: Int) throws -> [Int: TaskState] {
    ArrayJob.states(try #require(Self.recorded()[name]), count: count)
  }

  /// Why each task ended, where neither a log nor an exit status is left.
  private func causes(_ name: String, count: Int) throws -> [Int: EndCause] {
    try states(name, count: count).compactMapValues {
      if case .ended(let end) = $0 { EndCause(end, log: [], status: nil) } else { nil }
    }
  }

  @Test(
    "the queue and the account say the same of tasks that ended",
    arguments: [
      ("failed", EndCause.other("FAILED")), ("unstarted", .unstarted), ("preempted", .preemption),
      ("node", .node), ("time", .time),
    ])
  func ends(way: String, cause: EndCause) throws {
    let accounted = try causes("\(way) sacct", count: 20)
    let expected = Dictionary(uniqueKeysWithValues: accounted.keys.map { ($0, cause) })
    #expect(accounted == expected && accounted.keys.contains(0))
    // The queue of that site forgets within seconds.
    let queued = try causes("\(way) squeue", count: 20)
    #expect(queued == (way == "time" ? [:] : expected))
  }

  @Test("tasks that run beside them, and tasks that wait")
  func active() throws {
    #expect(try states("preempted squeue", count: 4)[3] == .running)
    let limited = try states("limited squeue", count: 10)
    #expect((0..<2).allSatisfy { limited[$0] == .running })
    #expect((2..<10).allSatisfy { limited[$0] == .waiting("JobArrayTaskLimit") })
  }

  @Test("what was cancelled before it began stands in one line of the account")
  func cancelled() throws {
    #expect(
      try causes("cancelled sacct", count: 10)
        == Dictionary(uniqueKeysWithValues: (0..<10).map { ($0, EndCause.cancelled) }))
    #expect(
      try causes("cancelled-held sacct", count: 20).keys.sorted()
        == [0, 2, 4, 6, 8, 10, 12, 15, 16, 17, 18])
  }

  @Test("too little memory is told by the log alone, the end of its time by it, too")
  func logs() throws {
    let texts = try Self.recorded()
    func cause(_ way: String, _ word: String) throws -> EndCause {
      let log = try #require(texts["\(way) log"]).split(separator: "\n").map(String.init)
      return EndCause(TaskEnd(word: word), log: log, status: nil)
    }
    let log = try #require(texts["memory log"]).split(separator: "\n").map(String.init)
    for program in ["squeue", "sacct"] {
      // The queue even says that it could not be started.
      guard case .ended(let end)? = try states("memory \(program)", count: 1)[0] else {
        Issue.record("not ended")
        continue
      }
      #expect(end.word == "FAILED")
      #expect(EndCause(end, log: log, status: nil) == .memory)
    }
    #expect(try cause("memory", "") == .memory)
    #expect(try cause("time", "") == .time)
  }

  @Test(
    "what sbatch refuses is named with what helps",
    arguments: [
      ("partition", "Invalid partition name specified", "'sinfo'"),
      (
        "account", "Invalid account or account/partition combination specified", "account,partition"
      ),
      ("qos", "Invalid qos specification", "format=qos"),
      ("memory", "Requested node configuration is not available", "no node has so much"),
      ("option", "unrecognized option '--nonsense'", "sbatch --help"),
      ("wall", "Job violates accounting/QOS policy", "--time"),
    ])
  func refused(way: String, message: String, help: String) throws {
    guard case .refused(let error) = try fault(way) else {
      Issue.record("not refused")
      return
    }
    let diagnostic = try #require(error.diagnostics.first)
    #expect(diagnostic.message.contains(message) && diagnostic.help?.contains(help) == true)
  }

  @Test(
    "too many tasks, by every limit that counts them",
    arguments: ["array", "submitted-of-account", "submitted-of-qos"])
  func tooMany(way: String) throws {
    guard case .tooMany(let error, let most) = try fault(way) else {
      Issue.record("not too many")
      return
    }
    #expect(most == (way == "array" ? 7 : nil))
    #expect(error.diagnostics.first?.help?.contains("--tasks") == true)
  }

  @Test("the general reason stands first, the limit that was met beside it")
  func limit() throws {
    let fault = try fault("submitted-of-account")
    #expect(fault.error.diagnostics.first?.notes == ["AssocMaxSubmitJobLimit"])
    #expect(fault.words == "AssocMaxSubmitJobLimit")
    #expect(try self.fault("submitted-of-qos").words == "QOSMaxSubmitJobPerUserLimit")
    #expect(try self.fault("array").words == "Invalid job array specification")
  }

  @Test(
    "a full cluster and a silent controller pass",
    arguments: [("jobs sbatch", "MaxJobCount"), ("gone squeue", "scontrol ping")])
  func passing(name: String, help: String) throws {
    guard case .unanswered(let error) = try fault(saying: name) else {
      Issue.record("is not taken to pass")
      return
    }
    #expect(error.diagnostics.first?.help?.contains(help) == true)
  }

  @Test("how many tasks the site allows in an array")
  func arraySize() throws {
    #expect(SiteLimits.arraySize(try #require(Self.recorded()["config scontrol"])) == 20)
  }

  /// What is made of the messages of `sbatch`.
  private func fault(_ way: String) throws -> SubmissionFault {
    try fault(saying: "\(way) sbatch")
  }

  private func fault(saying name: String) throws -> SubmissionFault {
    let text = try #require(Self.recorded()[name])
    let output = try #require(
      CommandOutput.of("sh", ["-c", "printf %s \"$0\" >&2; exit 1", text]))
    return SubmissionFault(output, count: 20, arraySize: 7)
  }
}
