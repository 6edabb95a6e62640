import Foundation
import Testing

/// Whether a committed report is what its spec gives.
@Suite struct CheckTests {
  private func made(_ spec: String = smallSpec()) throws -> Workplace {
    let workplace = try Workplace()
    try workplace.write(spec, to: "small.json")
    #expect(try workplace.run("--quiet", "small.json").exitCode == 0)
    return workplace
  }

  @Test func aReportThatFollowsIsSaidTo() throws {
    let workplace = try made()
    let before = try workplace.files()
    for (arguments, proof) in [
      ([], "12 runs kept, every file compared"),
      (["--no-cache"], "by its manifest, since not every run is kept"),
      (["--reproduce"], "12 runs made again, every file compared"),
      (["--sample", "3", "--sample-seed", "7"], "3 of 12 runs made again, --sample-seed 7"),
      (["--sample", "99", "--sample-seed", "7"], "12 of 12 runs made again, --sample-seed 7"),
    ] {
      let outcome = try workplace.run(["check", "small.json"] + arguments)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(outcome.output == "small.json: reports/small follows (\(proof))\n")
    }
    #expect(try workplace.files() == before)
    // Curves are not committed.
    try FileManager.default.removeItem(
      atPath: workplace.folder.path + "/reports/small/data/curves.csv")
    #expect(try workplace.run("check", "small.json").exitCode == 0)
    #expect(try workplace.run("check", "--no-cache", "small.json").exitCode == 0)
  }

  /// Whoever publishes a report declares its time, who checks it need not know it.
  @Test func aDeclaredTimeMakesNoDifference() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    let wrong = try workplace.run(["--quiet", "small.json"], with: "SOURCE_DATE_EPOCH=today")
    #expect(wrong.exitCode == 65)
    #expect(
      wrong.errors.contains("SOURCE_DATE_EPOCH: error: 'today' is no time"), "\(wrong.errors)")
    #expect(try workplace.files().count == 1)
    let made = try workplace.run(["--quiet", "small.json"], with: "SOURCE_DATE_EPOCH=1700000000")
    #expect(made.exitCode == 0)
    let manifest = try workplace.read("reports/small/ro-crate-metadata.json")
    #expect(manifest.contains(#""datePublished": "2023-11-14T22:13:20+00:00""#))
    let check = try workplace.run("check", "small.json")
    #expect(check.exitCode == 0 && check.output.contains("every file compared"), "\(check.output)")
  }

  /// What a picture drew is in the manifest, whatever becomes of the file with the numbers.
  @Test func aPictureIsHeldAgainstTheNumbersThatItDrew() throws {
    let workplace = try made()
    let figure = "reports/small/figures/loss-diabetes"
    for file in ["\(figure).csv", "\(figure)-dark.svg"] {
      try workplace.write(workplace.read(file) + " ", to: file)
    }
    let output = try workplace.run("check", "small.json").output
    #expect(output.contains("\(figure).csv holds other numbers\n"))
    #expect(output.contains("\(figure)-dark.svg is drawn otherwise, from the same numbers"))
    let manifest = "reports/small/ro-crate-metadata.json"
    let digest = try #require(
      try workplace.read(manifest).firstMatch(
        of: #/"@id": "figures/loss-diabetes.csv",[^}]*"sha256": "([0-9a-f]*)"/#)?.output.1)
    try workplace.write(
      workplace.read(manifest).replacing(digest, with: String(repeating: "0", count: 64)),
      to: manifest)
    #expect(
      try workplace.run("check", "small.json").output.contains(
        "\(figure)-dark.svg draws other numbers\n"))
  }

  @Test func everyStaleItemIsNamedWithItsCause() throws {
    let workplace = try made()
    let runs = try workplace.read("reports/small/data/runs.csv")
    try workplace.write(
      runs.replacing("completed,150,150", with: "completed,150,151"),
      to: "reports/small/data/runs.csv")
    try FileManager.default.removeItem(
      atPath: workplace.folder.path + "/reports/small/figures/loss-diabetes.png")
    let figure = try workplace.read("reports/small/figures/loss-diabetes.svg")
    try workplace.write(figure + " ", to: "reports/small/figures/loss-diabetes.svg")
    let kept = try workplace.run("check", "small.json", "--summary", "summary.md")
    #expect(kept.exitCode == 1)
    let text = """
      small.json: reports/small does not follow (12 runs kept, every file compared)
        reports/small/figures/loss-diabetes.png is missing
        reports/small/data/runs.csv holds other numbers
        reports/small/figures/loss-diabetes.svg is drawn otherwise, from the same numbers: fonts, cairo or the drawing have changed

      """
    #expect(kept.output == text)
    #expect(try workplace.read("summary.md") == "```text\n\(text)```\n")
    let manifest = try workplace.run("check", "--no-cache", "small.json")
    #expect(manifest.exitCode == 1)
    #expect(
      manifest.output == """
        small.json: reports/small does not follow (by its manifest, since not every run is kept)
          reports/small/data/runs.csv was edited since it was made
          reports/small/figures/loss-diabetes.png is missing
          reports/small/figures/loss-diabetes.svg was edited since it was made

        """)
    let sample = try workplace.run("check", "small.json", "--sample", "1", "--sample-seed", "1")
    #expect(sample.exitCode == 1 && sample.output.contains(": made again, steps is another one\n"))
  }

  @Test func whatTheSpecAsksForNowIsNamed() throws {
    let workplace = try made()
    try workplace.write(
      smallSpec().replacing("\"learning_rate\": 1 }", with: "\"learning_rate\": 2 }"),
      to: "small.json")
    let changed = try workplace.run("check", "small.json")
    #expect(changed.exitCode == 1)
    #expect(
      changed.output.contains(
        "(by its manifest, since not every run is kept)\n  Adam: learning_rate 1 -> 2\n"))
    // A title is no setting of any run.
    try workplace.write(
      smallSpec().replacing("\"seeds\"", with: "\"title\": \"T\", \"seeds\""), to: "small.json")
    #expect(
      try workplace.run("check", "small.json").output.contains(
        "(12 runs kept, every file compared)\n  reports/small/report.md differs\n"))
    #expect(
      try workplace.run("check", "--no-cache", "small.json").output.contains(
        "  the spec has changed since\n"))
    try FileManager.default.removeItem(atPath: workplace.folder.path + "/reports")
    let none = try workplace.run("check", "small.json")
    #expect(none.exitCode == 1 && none.output.contains("\n  there is no report\n"))
  }

  @Test func faultsStandBesideFilesInContinuousIntegration() throws {
    let workplace = try made()
    try workplace.write("x", to: "reports/small/report.md")
    let outcome = try workplace.run(
      ["check", "--no-cache", "small.json"], with: "GITHUB_ACTIONS=true")
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.output.hasPrefix(
        "::error file=reports/small/report.md,line=1::reports/small/report.md was edited since it was made\n"
      ),
      "\(outcome.output)")
  }

  /// The others are compared, and the summary says why one is not.
  @Test func aSpecWithFaultsIsNoReasonToLeaveOutTheOthers() throws {
    let workplace = try made()
    try workplace.write(smallSpec().replacing("\"seeds\"", with: "\"sedes\""), to: "in/bad.json")
    try workplace.write(smallSpec(name: "none"), to: "none.json")
    let arguments = ["check", "in/bad.json", "small.json", "none.json", "--summary", "summary.md"]
    let outcome = try workplace.run(arguments)
    #expect(outcome.exitCode == 65)
    #expect(
      outcome.output == """
        in/bad.json: nothing was compared, since there are faults
        small.json: reports/small follows (12 runs kept, every file compared)
        none.json: reports/none does not follow (12 runs kept, every file compared)
          there is no report

        """)
    #expect(outcome.errors.hasPrefix("in/bad.json:3:3: error: unknown key 'sedes'"))
    let summary = try workplace.read("summary.md")
    #expect(
      summary.hasPrefix(
        """
        ```text
        in/bad.json: nothing was compared, since there are faults
          in/bad.json:3:3: error: unknown key 'sedes'
        """), "\(summary)")
    #expect(summary.hasSuffix("\n  there is no report\n```\n"), "\(summary)")
  }

  /// Nobody waits for runs that are made again only to learn that.
  @Test func aSummaryThatCannotBeWrittenIsSaidFirst() throws {
    let workplace = try made()
    let outcome = try workplace.run(
      "check", "--reproduce", "small.json", "--summary", "nowhere/summary.md")
    #expect(outcome.exitCode == 74)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("nowhere/summary.md: error: "), "\(outcome.errors)")
  }

  /// GitHub knows files from the top of the checkout.
  @Test func faultsOfASpecStandAtTheirPlace() throws {
    let workplace = try Workplace()
    let spec = smallSpec().replacing("\"seeds\"", with: "\"50%\": 1, \"seeds\"")
    try workplace.write(spec, to: "in/a,b.json")
    let top = "GITHUB_WORKSPACE=" + workplace.folder.deletingLastPathComponent().path
    for (variable, place) in [
      ("--unset=GITHUB_WORKSPACE", ""), (top, workplace.folder.lastPathComponent + "/"),
    ] {
      let outcome = try workplace.run(
        ["check", "in/a,b.json"], with: variable, "GITHUB_ACTIONS=true")
      #expect(outcome.exitCode == 65)
      #expect(
        outcome.output.hasPrefix(
          "::error file=\(place)in/a%2Cb.json,line=3,col=3::unknown key '50%25' for the experiment 'small'%0Aexpected: "
        ), "\(outcome.output)")
    }
  }

  @Test func wrongUsage() throws {
    let workplace = try made()
    for arguments in [
      ["--sample", "0"], ["--sample", "2", "--reproduce"], ["--sample-seed", "2"],
    ] {
      #expect(try workplace.run(["check", "small.json"] + arguments).exitCode == 64)
    }
    #expect(try workplace.run("check", "nothing.json").exitCode == 65)
  }
}
