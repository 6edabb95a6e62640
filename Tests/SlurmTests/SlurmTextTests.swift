import Testing

@testable import Slurm

/// What Slurm writes, read: the texts are those of Slurm 22.05.8.
@Suite struct SlurmTextTests {
  @Test("states of the queue")
  func queue() {
    let text = """
      1_0|COMPLETED|None
      1_5|FAILED|NonZeroExitCode
      1_4|PENDING|Resources
      1_3|RUNNING|None
      1_2|TIMEOUT|TimeLimit
      1_1|COMPLETING|None

      """
    #expect(
      ArrayJob.states(text) == [
        0: .completed, 5: .failed("FAILED"), 4: .waiting("Resources"), 3: .running,
        2: .failed("TIMEOUT"), 1: .running,
      ])
  }

  @Test("states of the account, whose words can have more behind them")
  func account() {
    #expect(
      ArrayJob.states("12_3|CANCELLED by 0|0:15\n12_4|OUT_OF_MEMORY|0:125\n12_5|NODE_FAIL|1:0\n")
        == [3: .failed("CANCELLED"), 4: .failed("OUT_OF_MEMORY"), 5: .failed("NODE_FAIL")])
  }

  @Test("what is no task of an array is left out")
  func others() {
    #expect(ArrayJob.states("12|RUNNING|None\n12_[3-5]|PENDING|None\nnonsense\n\n") == [:])
  }

  @Test("waiting and running tasks are active, ended ones are not")
  func active() {
    #expect(TaskState.waiting("Priority").isActive && TaskState.running.isActive)
    #expect(!TaskState.completed.isActive && !TaskState.failed("TIMEOUT").isActive)
  }

  @Test(
    "every way to end badly is named",
    arguments: [
      ("TIMEOUT", "ran out of its time (TIMEOUT)"),
      ("OUT_OF_MEMORY", "ran out of memory (OUT_OF_MEMORY)"),
      ("NODE_FAIL", "lost its node (NODE_FAIL)"), ("PREEMPTED", "was preempted (PREEMPTED)"),
      ("CANCELLED", "was cancelled (CANCELLED)"), ("", "is gone, and Slurm does not say why"),
      ("REVOKED", "ended as REVOKED"),
    ])
  func ends(state: String, words: String) {
    #expect(TaskState.words(state) == words)
  }
}
