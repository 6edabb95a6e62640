import Foundation
import Testing

/// Which project a report goes to, and the command that it prints.
@Suite struct ProjectFolderTests {
  @Test func theReportGoesToTheProjectOfTheSpecNotToTheWorkingFolder() throws {
    let workplace = try Workplace()
    try workplace.write("", to: "project/Package.swift")
    try workplace.write(smallSpec(), to: "project/experiments/small.json")
    let outcome = try workplace.run("project/experiments/small.json")
    #expect(outcome.output == "project/reports/small/report.md\n")
    let text = try workplace.read("project/reports/small/report.md")
    #expect(text.contains("swift run report experiments/small.json"))
    #expect(!text.contains(workplace.folder.path))
  }

  @Test func withoutAPackageTheProjectHasAFolderOfExperiments() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "project/experiments/more/small.json")
    let outcome = try workplace.run("project/experiments/more/small.json", "--quiet")
    #expect(outcome.output == "project/reports/small/report.md\n")
    #expect(
      !FileManager.default.fileExists(
        atPath: workplace.folder.path + "/project/experiments/more/reports"))
    let text = try workplace.read("project/reports/small/report.md")
    // Without a package there is nothing to build: the program must be installed.
    #expect(text.contains("```sh\nreport experiments/more/small.json\n```"))
    // A spec beside that folder belongs to the same project.
    try workplace.write(smallSpec(name: "other"), to: "project/other.json")
    let other = try workplace.run("project/other.json", "--quiet")
    #expect(other.output == "project/reports/other/report.md\n")
    // One that is called as an option is called by a path.
    try workplace.write(smallSpec(name: "dash"), to: "project/-s.json")
    #expect(try workplace.run("--quiet", "project/-s.json").exitCode == 0)
    #expect(
      try workplace.read("project/reports/dash/report.md").contains("```sh\nreport ./-s.json\n```"))
  }
}
