import Files
import Foundation
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

  @Test("a task may use the processors that it was given, and says which job it is of")
  func scriptVariables() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let words = ["sh", "-c", #"echo "$SLURM_CPUS_PER_TASK""#, "sh"]
    func run(_ variables: String, opensLog: Bool = false) throws -> String {
      let script = TaskCommandWords(words: words).script(folder: folder, opensLog: opensLog)
      let given = "unset SLURM_CPUS_PER_TASK SLURM_CPUS_ON_NODE; SLURM_ARRAY_TASK_ID=3; "
      return try #require(CommandOutput.of("sh", ["-c", given + variables + "\n" + script])).output
    }
    func text(_ name: String) -> String? {
      try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }
    #expect(try run("SLURM_CPUS_ON_NODE=4 SLURM_ARRAY_JOB_ID=12") == "4\n")
    #expect(text("begun") == "12\n")
    #expect(try run("SLURM_CPUS_PER_TASK=2 SLURM_CPUS_ON_NODE=4") == "2\n")
    #expect(try run("true") == "\n")
    #expect(try run("SLURM_CPUS_ON_NODE=8", opensLog: true).isEmpty && text("3.log") == "8\n")
    // Who submitted it has said more of it, such as its cluster.
    try FileManager.default.removeItem(atPath: folder + "/begun")
    try "12;big\n".write(toFile: folder + "/job", atomically: true, encoding: .utf8)
    _ = try run("SLURM_ARRAY_JOB_ID=12")
    #expect(text("begun") == nil)
  }

  @Test("a task's script runs with a folder of any name, and leaves the status")
  func script() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: UUID().uuidString + "/it's a \"folder\" $HOME `x`").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    defer {
      try? FileManager.default.removeItem(atPath: (folder as NSString).deletingLastPathComponent)
    }
    // What it is given, in the place of the program.
    let words = ["sh", "-c", #"printf '%s|' "$@"; exit 7"#, "sh", "a b", "s.json"]
    let script = TaskCommandWords(words: words).script(folder: folder)
    let output = try #require(
      CommandOutput.of("sh", ["-c", "SLURM_ARRAY_TASK_ID=3\n" + script]))
    #expect(output.output == "a b|s.json|\(folder)|3|" && output.status == 7)
    #expect(try String(contentsOfFile: folder + "/3.end", encoding: .utf8) == "7\n")
  }
}
