import Testing

@testable import Files

/// Commands whose answer is waited for.
@Suite struct CommandOutputTests {
  @Test(
    "what gives no answer is killed, and whatever it has started is not waited for",
    arguments: [
      "echo begun; exec sleep 60", "echo begun; sleep 60 & wait",
      "trap '' TERM; echo begun; sleep 60",
    ])
  func late(script: String) throws {
    let start = ContinuousClock.now
    let output = try #require(CommandOutput.of("sh", ["-c", script], within: 1))
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(output.status == CommandOutput.late && output.output == "begun\n")
    #expect(output.messages == "gave no answer within 1 s")
  }

  @Test("an answer in time is whole")
  func inTime() throws {
    let script = "head -c 200000 /dev/zero; echo problem >&2; exit 3"
    let output = try #require(CommandOutput.of("sh", ["-c", script], within: 60))
    #expect(output.output.utf8.count == 200_000 && output.status == 3)
    #expect(output.messages == "problem\n")
  }

  @Test("a command is given other variables, and its program is found all the same")
  func environment() throws {
    let variables = ["A=b c=d", "LONELY="]
    let output = try #require(CommandOutput.of("env", [], environment: variables))
    #expect(output.output == "A=b c=d\nLONELY=\n")
    #expect(ProcessEnvironment.own.contains { $0.hasPrefix("PATH=") })
    #expect(CommandOutput.of("no-such-command-anywhere", [], environment: variables) == nil)
  }
}
