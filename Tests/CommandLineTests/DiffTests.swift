import Foundation
import Testing

@Suite struct DiffTests {
  private func optimizers(_ rate: Double) -> String {
    """
    { "name": "Adam", "kind": "adam", "learning_rate": \(rate) },
    { "name": "SGD", "kind": "sgd", "learning_rate": 0.5, "momentum": 0.9 }
    """
  }

  private func git(_ workplace: borrowing Workplace, _ arguments: String...) throws {
    let (process, output, errors) = try workplace.start(
      [
        "git", "-c", "user.name=n", "-c", "user.email=e", "-c", "init.defaultBranch=main",
      ] + arguments, of: URL(filePath: "/usr/bin/env"))
    _ = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
  }

  @Test func aReportIsComparedWithTheCommittedOne() throws {
    let workplace = try Workplace()
    // More seeds than the six of other tests, so that they carry a verdict.
    func spec(_ rate: Double) -> String {
      smallSpec(optimizers: optimizers(rate)).replacing("\"seeds\": 6", with: "\"seeds\": 9")
    }
    try workplace.write(spec(1), to: "small.json")
    #expect(try workplace.run("--quiet", "small.json").exitCode == 0)
    try git(workplace, "init", "--quiet")
    try git(workplace, "add", "--all")
    try git(workplace, "commit", "--quiet", "--message", "one")
    let same = try workplace.run("diff", "HEAD:reports/small", "reports/small/")
    #expect(same.exitCode == 0, "\(same.errors)")
    #expect(same.output.hasSuffix("Every file is the same, byte for byte.\n"))
    // From within the report, too.
    for name in ["HEAD:.", "HEAD:./", "HEAD:./.", "HEAD:../small"] {
      let outcome = try workplace.run(
        ["-C", "reports/small", Workplace.program.path, "diff", name, "."],
        of: URL(filePath: "/usr/bin/env"))
      #expect(
        outcome.output
          == same.output.replacing("HEAD:reports/small", with: name).replacing(
            "reports/small/", with: "."), "\(outcome.errors)")
    }

    try workplace.write(spec(0.1), to: "small.json")
    #expect(try workplace.run("--quiet", "small.json").exitCode == 0)
    try workplace.write("before\n", to: "summary.md")
    let changed = try workplace.run(
      "diff", "main:reports/small", "reports/small", "--summary", "summary.md")
    #expect(changed.exitCode == 0, "\(changed.errors)")
    #expect(
      changed.output.hasPrefix(
        "# What changed: small\n\nFrom `main:reports/small` to `reports/small`. Of the "))
    #expect(changed.output.contains("| **Adam** | `learning_rate` | `1` | `0.1` |"))
    #expect(changed.output.contains("▼ clearly worse |"))
    #expect(try workplace.read("summary.md") == "before\n" + changed.output)
  }

  @Test(
    "what is no report",
    arguments: [
      ("nothing", "nothing: error: no such folder"),
      ("small.json", "small.json: error: this is a file, not a report's folder"),
      ("reports", "reports: error: there is no report"),
      ("none:reports/small", "none: error: git knows no such revision here"),
      ("-x:reports/small", "Missing expected argument '<new>'"),
      (":reports/small", ": error: git knows no such revision here"),
    ])
  func faults(name: String, message: String) throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    #expect(try workplace.run("--quiet", "small.json").exitCode == 0)
    let before = try workplace.files()
    let outcome = try workplace.run("diff", "reports/small", name)
    #expect(outcome.exitCode == (name.hasPrefix("-") ? 64 : 65))
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(try workplace.files() == before)
  }

  @Test func aReportThatWasEditedIsNoReport() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    #expect(try workplace.run("--quiet", "small.json", "-o", "one").exitCode == 0)
    #expect(try workplace.run("--quiet", "small.json", "-o", "two").exitCode == 0)
    try workplace.write("problem,optimizer\n", to: "two/data/runs.csv")
    let outcome = try workplace.run("diff", "one", "two")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("two/data/runs.csv:1:1: error: there is no column 'seed'"))
  }
}
