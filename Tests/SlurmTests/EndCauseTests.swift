import Testing

@testable import Slurm

/// Why a task ended: where Slurm's word, the log and the exit status say different things, what the user can act on.
@Suite struct EndCauseTests {
  /// What Slurm writes to a log when it ends a task.
  private static func ending(_ why: String) -> [String] {
    ["slurmstepd: error: *** JOB 7 ON n1 CANCELLED AT 2026-01-01T00:00:00\(why) ***"]
  }

  // Slurm 22.05.8: JobAcctGatherParams=OverMemoryKill, and control groups, where the shell survives and says 137.
  private static let watched = "StepId=12.batch exceeded memory limit (36483072 > 5242880)"
  private static let groups = [
    "Detected 1 oom-kill event(s) in StepId=7.batch. Some of your processes may have been killed",
    "Detected 1 oom_kill event in StepId=7.batch. Some of the step tasks have been OOM Killed.",
  ].map { "slurmstepd: error: " + $0 }

  @Test(
    "every way to end",
    arguments: [
      ("OUT_OF_MEMORY", [], 137, EndCause.memory), ("OUT_OF_MEMORY", [], nil, .memory),
      ("FAILED", ["slurmstepd-n1: error: \(watched), being killed"], nil, .memory),
      ("FAILED", [groups[0]], 137, .memory), ("FAILED", [groups[1]], 137, .memory),
      ("CANCELLED", ["slurmstepd: error: Exceeded job memory limit"], nil, .memory),
      ("", ending(" DUE TO TIME LIMIT"), nil, .time),
      ("", ending(" DUE TO PREEMPTION"), nil, .preemption),
      ("", ending(" DUE TO NODE FAILURE, SEE LOG FILE"), nil, .node),
      ("", ending(""), nil, .cancelled),
      // What a program prints about memory is no word of Slurm's.
      ("FAILED", ["report: out of memory? exceeded memory limit"], 74, .status(74)),
      ("TIMEOUT", ["interrupted; finished runs are kept"], 130, .time),
      ("CANCELLED", ["interrupted; finished runs are kept"], 130, .cancelled),
      ("PREEMPTED", [], 130, .preemption),
      ("NODE_FAIL", [], nil, .node), ("BOOT_FAIL", [], nil, .node),
      ("FAILED", [], 65, .status(65)), ("FAILED", [], 127, .programMissing(127)),
      ("FAILED", [], 126, .programMissing(126)), ("FAILED", [], nil, .other("FAILED")),
      ("COMPLETED", [], 0, .completed), ("", [], 0, .completed), ("", [], 65, .status(65)),
      ("", [], nil, .unknown), ("DEADLINE", [], nil, .other("DEADLINE")),
      ("COMPLETED", [groups[0]], 0, .completed),
    ] as [(String, [String], Int?, EndCause)])
  func causes(word: String, log: [String], status: Int?, cause: EndCause) {
    #expect(EndCause(TaskEnd(word: word), log: log, status: status) == cause)
  }

  @Test("a node that cannot start a task, by the queue's word and by the account's")
  func unstarted() {
    for reason in ["JobLaunchFailure", "0:53"] {
      guard case .ended(let end) = TaskState("FAILED", reason: reason[...], node: "n2") else {
        Issue.record("not ended")
        continue
      }
      #expect(EndCause(end, log: [], status: nil) == .unstarted && end.node == "n2")
      #expect(EndCause(end, log: ["some: 3 runs"], status: nil) == .other("FAILED"))
      #expect(EndCause(end, log: [], status: 74) == .status(74))
    }
  }

  @Test("what would end the same way again is not tried again")
  func final() {
    let final: [EndCause] = [.cancelled, .memory, .status(64), .status(65)]
    let others: [EndCause] = [
      .time, .preemption, .node, .unstarted, .programMissing(127), .status(74), .status(137),
      .completed, .other("FAILED"), .unknown,
    ]
    #expect(final.allSatisfy(\.isFinal) && !others.contains(where: \.isFinal))
  }

  @Test("the option is named that helps")
  func help() {
    #expect(EndCause.memory.help.contains("--sbatch \"--mem=...\""))
    #expect(EndCause.time.help.contains("--sbatch \"--time=...\""))
    #expect(EndCause.unstarted.help.contains("--cache"))
    #expect(EndCause.status(137).help.contains("--mem"))
  }
}
