import Files
import Testing

@testable import Slurm

/// What is made of messages, and of a folder's name in a script.
@Suite struct SlurmProgramsTests {
  @Test("the last error is what counts, without the program's name")
  func reason() throws {
    let output = try #require(
      CommandOutput.of(
        "sh",
        [
          "-c",
          "echo 'sbatch: error: invalid partition specified: nope' >&2; "
            + "echo 'sbatch: error: Batch job submission failed: Invalid partition name specified' >&2; exit 1",
        ]))
    #expect(output.status == 1)
    #expect(
      SlurmPrograms.reason(output, of: "sbatch")
        == "Batch job submission failed: Invalid partition name specified")
  }

  @Test("without an error the first line counts, without any line the status")
  func otherReasons() throws {
    let text = "sbatch: unrecognized option '--foo'\nTry \"sbatch --help\" for more information"
    let output = try #require(CommandOutput.of("sh", ["-c", "echo \"$0\" >&2; exit 1", text]))
    #expect(SlurmPrograms.reason(output, of: "sbatch") == "unrecognized option '--foo'")
    let silent = try #require(CommandOutput.of("sh", ["-c", "exit 7"]))
    #expect(SlurmPrograms.reason(silent, of: "sbatch") == "ended with status 7")
  }

  @Test("a task's script runs with a folder of any name, and leaves the status")
  func script() throws {
    let folder = "/tmp/it's a \"folder\" $HOME `x`"
    let script = TaskCommandWords(words: ["/a b/report", "task", "s.json"]).script(folder: folder)
    #expect(
      script
        == "#!/bin/sh\n'/a b/report' task s.json '/tmp/it'\\''s a \"folder\" $HOME `x`' \"$SLURM_ARRAY_TASK_ID\"\n"
        + "status=$?\necho \"$status\" > '/tmp/it'\\''s a \"folder\" $HOME `x`'/\"$SLURM_ARRAY_TASK_ID\".end\n"
        + "exit \"$status\"\n")
  }
}
