import Foundation
import Testing

@Suite struct RunTests {
  static let report =
    ["reports/.gitignore", "reports/README.md"]
    + [
      "data/comparisons.csv", "data/curves.csv", "data/runs.csv", "data/settings.csv",
      "data/summary.csv",
      "figures/effective-step-dark.svg", "figures/effective-step.csv", "figures/effective-step.png",
      "figures/effective-step.svg", "figures/loss-diabetes-dark.svg", "figures/loss-diabetes.csv",
      "figures/loss-diabetes.png", "figures/loss-diabetes.svg", "report.md",
      "ro-crate-metadata.json", "tables/final-diabetes.csv", "tables/final-diabetes.tex",
      "tables/hyperparameters-adam.csv", "tables/hyperparameters-adam.tex",
      "tables/hyperparameters-sgd.csv", "tables/hyperparameters-sgd.tex", "tables/problems.csv",
      "tables/problems.tex", "tables/target-diabetes.csv", "tables/target-diabetes.tex",
      "tables/verdicts.csv", "tables/verdicts.tex",
    ].map { "reports/small/" + $0 } + ["small.json"]

  @Test func theReportLiesWhereItIsSaid() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    let outcome = try workplace.run("small.json")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    // Standard output holds the result alone, so that it can be used in a script.
    #expect(outcome.output == "reports/small/report.md\n")
    #expect(try workplace.files().keys.sorted() == Self.report)
    #expect(try workplace.read("reports/README.md").contains("[small](small/report.md)"))
    #expect(try workplace.read("reports/.gitignore") == ".*.tmp\ncurves.csv\ntiming.csv\n")
  }

  @Test func theSameBytesForAnyNumberOfJobsAndInEveryRun() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    #expect(try workplace.run("small.json", "--jobs", "1").exitCode == 0)
    let one = try workplace.files()
    #expect(one.count == Self.report.count)
    for jobs in ["2", "7"] {
      #expect(try workplace.run("run", "small.json", "--jobs", jobs, "--quiet").exitCode == 0)
      #expect(try workplace.files() == one, "\(jobs) jobs")
    }
  }

  @Test func quietSaysNothing() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    #expect(try workplace.run("--quiet", "small.json").errors == "")
  }

  @Test func outputTakesTheReportElsewhere() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    let outcome = try workplace.run("small.json", "-o", "here/it/is")
    #expect(outcome.output == "here/it/is/report.md\n")
    #expect(try workplace.read("here/it/is/report.md").hasPrefix("# small\n"))
    #expect(!FileManager.default.fileExists(atPath: workplace.folder.path + "/reports"))
    // An earlier report may be replaced.
    #expect(try workplace.run("small.json", "--output", "here/it/is").exitCode == 0)
  }

  @Test func ofSeveralSpecsOneBadOneMeansThatNoneRuns() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    try workplace.write("{}", to: "bad.json")
    let before = try workplace.files()
    let outcome = try workplace.run("small.json", "bad.json")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("bad.json:1:1: error: missing key 'name'"))
    #expect(try workplace.files() == before)
  }

  @Test(arguments: ["schema", "list models", "--help", "--version", "validate small.json"])
  func aFullDiskUnderStandardOutputIsNoticed(command: String) throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    let shell = URL(filePath: "/bin/sh")
    let full = try workplace.run(
      ["-c", "exec \"$0\" \(command) > /dev/full", Workplace.program.path], of: shell)
    #expect(full.exitCode == 74)
    #expect(full.errors == "standard output cannot be written: No space left on device\n")
    let closed = try workplace.run(
      ["-c", "exec \"$0\" \(command) >&-", Workplace.program.path], of: shell)
    #expect(closed.exitCode == 0 && closed.errors.isEmpty)
  }

  @Test func aSummaryIsAppendedForTheJob() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    try workplace.write("before\n", to: "summary.md")
    let outcome = try workplace.run("--quiet", "--summary", "summary.md", "small.json")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let text = try workplace.read("summary.md")
    #expect(text.hasPrefix("before\n# small\n\n## Answer\n"))
    #expect(text.contains("| optimizer |") && !text.contains("]("))
    let refused = try workplace.run("--summary", "none/summary.md", "small.json")
    #expect(refused.exitCode == 74)
    #expect(
      refused.errors.contains("none/summary.md: error: the summary cannot be written: No such"))
  }

  /// A claim that must hold and does not ends the run with 1, once the report is written.
  @Test func aClaimThatFailsEndsTheRun() throws {
    let workplace = try Workplace()
    let optimizers = """
      { "name": "fast", "kind": "sgd", "learning_rate": 0.5 },
      { "name": "slow", "kind": "sgd", "learning_rate": 0.1 }
      """
    let claim = """
      { "claim": "slow ends lower", "quantity": "train_loss", "better": "slow", "than": "fast", "require": true }
      """
    let spec = smallSpec(optimizers: optimizers)
    let end = try #require(spec.lastIndex(of: "}"))
    try workplace.write(
      spec[..<end] + ", \"report\": { \"cells\": [\(claim)] } }", to: "small.json")
    let outcome = try workplace.run("--quiet", "small.json")
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.errors.contains("reports/small/report.md: claim 1 is contradicted: slow ends lower"),
      "\(outcome.errors)")
    #expect(try workplace.read("reports/small/report.md").contains("**Contradicted**"))
  }

  @Test func divergedRunsAreReportedAsFailures() throws {
    let workplace = try Workplace()
    let optimizers = """
      { "name": "wild", "kind": "sgd", "learning_rate": 1e6 },
      { "name": "calm", "kind": "sgd", "learning_rate": 0.1 }
      """
    try workplace.write(smallSpec(optimizers: optimizers), to: "small.json")
    #expect(try workplace.run("small.json").exitCode == 0)
    let text = try workplace.read("reports/small/report.md")
    #expect(text.contains("- Diverged, which counts as the worst value: all 6 runs of **wild**."))
    #expect(text.contains("6 of 12 runs diverged and count as +∞"))
    let runs = try workplace.read("reports/small/data/runs.csv")
    #expect(runs.components(separatedBy: ",diverged,").count == 7)
  }

  @Test func hostileNamesInjectNothing() throws {
    let workplace = try Workplace()
    let spec = smallSpec(
      problem: "<img src=x onerror=alert(1)> | [x](javascript:y) `z`",
      optimizers: #"{ "name": "../../../etc|passwd, \"q\"", "kind": "adam" }"#
    ).replacing("\"../../../etc", with: "\"..\\\\etc")
    try workplace.write(spec, to: "small.json")
    let outcome = try workplace.run("small.json")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let text = try workplace.read("reports/small/report.md")
    #expect(!text.replacing("\\<", with: "").contains("<img src=x"))
    #expect(!text.contains("[x](javascript"))
    let svg = try #require(
      try workplace.files().first { $0.key.hasSuffix("z.svg") && $0.key.contains("loss") })
    #expect(!String(decoding: svg.value, as: UTF8.self).contains("<img"))
    #expect(svg.key == "reports/small/figures/loss-img-src-x-onerror-alert-1-x-javascript-y-z.svg")
    let runs = try workplace.read("reports/small/data/runs.csv")
    #expect(runs.contains(#""..\etc|passwd, ""q""""#))
  }

  @Test func oneFigureIsDrawnAgainInAnotherStyle() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    let listed = try workplace.run("figure", "small.json")
    #expect(listed.output == "loss-diabetes\neffective-step\n")
    let outcome = try workplace.run(
      "figure", "small.json", "loss-diabetes", "--style", "ieee", "--output", "paper/fig2.pdf")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output == "paper/fig2.pdf\n")
    let files = try workplace.files()
    #expect(files.keys.sorted() == ["paper/fig2.pdf", "small.json"])
    #expect(files["paper/fig2.pdf"]?.starts(with: Data("%PDF-".utf8)) == true)
    for (arguments, words) in [
      (["loss-diabets"], "Did you mean 'loss-diabetes'?"),
      (["x", "--style", "ieeee"], "There is no style 'ieeee'. Did you mean 'ieee'?"),
      (["loss-diabetes", "--output", "a.svg", "--format", "pdf"], "'a.svg' ends in svg, but"),
      (["loss-diabetes", "--output", "a.jpg"], "does not end in svg, png, pdf, eps or pdf_tex"),
    ] {
      let refused = try workplace.run(["figure", "small.json"] + arguments)
      #expect(refused.exitCode == 64 && refused.errors.contains(words), "\(refused.errors)")
    }
    #expect(try workplace.files().count == 2)
    let folder = try workplace.run("figure", "small.json", "x", "-o", "paper", "--format", "svg")
    #expect(folder.exitCode == 74 && folder.errors.contains("stands there; left alone"))
  }

  /// Not after hours of runs.
  @Test func aMissingFontIsFoundBeforeAnythingRuns() throws {
    let workplace = try Workplace()
    let look =
      ", \"report\": { \"cells\": [{ \"figure\": \"effective_step\", \"font\": \"No Such\" }] } }"
    try workplace.write(String(smallSpec().dropLast(1)) + look, to: "small.json")
    for command in ["validate", "run", "figure"] {
      let outcome = try workplace.run([command, "small.json"])
      #expect(outcome.exitCode == 74, "\(command): \(outcome.errors)")
      #expect(outcome.errors.contains("'No Such'") && outcome.errors.contains("^^^"))
      #expect(!outcome.errors.contains("runs"))
    }
  }

  @Test func aFigureWithoutDataSaysWhatItNeeds() throws {
    let workplace = try Workplace()
    let cells =
      ", \"report\": { \"cells\": [{ \"figure\": \"critical_difference\", \"id\": \"ranks\" }] } }"
    try workplace.write(String(smallSpec().dropLast(1)) + cells, to: "small.json")
    let outcome = try workplace.run("figure", "small.json", "ranks")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("'ranks' of kind critical_difference has nothing to show: it"))
  }

  @Test func cellsMakeAReportOfTheAuthorsOwn() throws {
    let workplace = try Workplace()
    let report = """
        , "report": { "style": "ieee", "formats": ["pdf", "svg"], "svg_text": "text", "cells": [
          { "markdown": "## Mine <b>" },
          { "figure": "loss_curves", "id": "training", "quantity": "train_loss", "caption": "A *star*." },
          { "figure": "box_strip", "y_label": "error", "svg_text": "paths" }, { "figure": "contour" },
          { "table": "final" }, { "section": "provenance" }
        ] }
      }
      """
    try workplace.write(String(smallSpec().dropLast(1)) + report, to: "small.json")
    let outcome = try workplace.run("small.json")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let text = try workplace.read("reports/small/report.md")
    #expect(text.hasPrefix("# small\n\n## Mine \\<b\\>\n"))
    #expect(text.contains("**Figure 1.** A \\*star\\*."))
    #expect(text.contains("(figures/box-diabetes.svg)"))
    let need = "needs a test function of two dimensions among its problems."
    #expect(text.contains("**Nothing to show:** a figure of kind `contour` \(need)"))
    #expect(outcome.errors.contains("of kind contour has nothing to show: it \(need)"))
    #expect(!text.contains("## Answer"))
    #expect(try workplace.read("reports/small/figures/training.svg").contains("<text"))
    let outlined = try workplace.read("reports/small/figures/box-diabetes.svg")
    #expect(!outlined.contains("<text"))
    let figures = try workplace.files().keys.filter { $0.contains("/figures/") }.sorted()
    #expect(
      figures
        == ["box-diabetes", "training"].flatMap { name in
          ["csv", "pdf", "svg"].map { "reports/small/figures/\(name).\($0)" }
        })
  }
}
