import Testing

@testable import Slurm

/// What Slurm writes, read.
@Suite struct SlurmTextTests {
  private static func ended(_ word: String, on node: String? = nil) -> TaskState {
    .ended(TaskEnd(word: word, node: node))
  }

  @Test("states of the queue")
  func queue() {
    let text = """
      1_0|COMPLETED|None|n1
      1_5|FAILED|NonZeroExitCode|n2
      1_4|PENDING|Resources|
      1_3|RUNNING|None|n1
      1_2|TIMEOUT|TimeLimit|n1
      1_1|COMPLETING|None|n1

      """
    #expect(
      ArrayJob.states(text, count: 6) == [
        0: Self.ended("COMPLETED", on: "n1"), 5: Self.ended("FAILED", on: "n2"),
        4: .waiting("Resources"), 3: .running, 2: Self.ended("TIMEOUT", on: "n1"), 1: .running,
      ])
  }

  @Test("states of the account, whose words can have more behind them")
  func account() {
    let text = """
      12_3|CANCELLED by 0|0:15|n1
      12_4|OUT_OF_MEMORY|0:125|n2
      12_[5-7,9%2]|CANCELLED by 1000|0:0|None assigned

      """
    #expect(
      ArrayJob.states(text, count: 20) == [
        3: Self.ended("CANCELLED", on: "n1"), 4: Self.ended("OUT_OF_MEMORY", on: "n2"),
        5: Self.ended("CANCELLED"), 6: Self.ended("CANCELLED"), 7: Self.ended("CANCELLED"),
        9: Self.ended("CANCELLED"),
      ])
  }

  @Test(
    "names of tasks, and of many tasks at once",
    arguments: [
      ("12_3", [3]), ("12_[3]", [3]), ("12_[3-7]", [3, 4, 5, 6, 7]), ("12_[1,3-4%2]", [1, 3, 4]),
      ("12_[0-8:4]", [0, 4, 8]), ("12_[0-8:4,9%1]", [0, 4, 8, 9]), ("12_[8-99]", [8, 9]),
      ("12_10", []), ("12", []), ("12_3.batch", []), ("12_[7-3]", []), ("12_[0-8:0]", []),
      ("12_[1-2-3]", []), ("12_[a-b]", []), ("12_[]", []), ("12_[0-5,...]", [0, 1, 2, 3, 4, 5]),
      ("", []), ("_", []), ("12_-1", []),
    ])
  func names(name: String, indices: [Int]) {
    #expect(TaskLists.indices(name[...], below: 10) == indices)
  }

  @Test("what is no task of an array is left out")
  func others() {
    #expect(
      ArrayJob.states("12|FAILED|0:53|n1\nCLUSTER: test\nnonsense\n\n12_1|RUNNING\n", count: 9)
        == [:])
  }

  @Test("a job's number, of several clusters with the one that took it")
  func jobs() {
    #expect(ArrayJob(text: "12\n")?.text == "12")
    #expect(ArrayJob(text: "12;big one\n")?.cluster == "big one")
    #expect(ArrayJob(text: "12;big\n")?.text == "12;big")
    for text in ["", "\n", "x", ";big", "-1", "Submitted batch job 12"] {
      #expect(ArrayJob(text: text) == nil, "\(text)")
    }
  }

  @Test("how many tasks an array may have")
  func arraySize() {
    let text =
      "MailProg                = /usr/bin/mail\nMaxArraySize            = 1001\nMaxDBDMsgs              = 20008\n"
    #expect(SiteLimits.arraySize(text) == 1001)
    #expect(SiteLimits.arraySize("MaxArraySize = none\n") == nil)
    #expect(SiteLimits.arraySize("") == nil)
  }

  @Test(
    "reasons that do not pass by themselves, and others",
    arguments: [
      ("PartitionTimeLimit", true), ("JobHeldUser", true), ("QOSMaxWallDurationPerJobLimit", true),
      ("AssocMaxCpuPerJobLimit", true), ("QOSMinCpuNotSatisfied", true), ("Priority", false),
      ("Resources", false), ("None", false), ("JobArrayTaskLimit", false), ("BeginTime", false),
      ("QOSMaxJobsPerUserLimit", false), ("AssocGrpCpuLimit", false), ("ReqNodeNotAvail", false),
    ])
  func lasting(reason: String, isLasting: Bool) {
    #expect(WaitingReason.isLasting(reason) == isLasting)
  }
}
