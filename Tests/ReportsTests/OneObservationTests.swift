import ExperimentSupport
import Experiments
import Specs
import Testing
import Training

@testable import Analysis
@testable import Reports

/// Test functions have one observation: no interval, no verdict, no word of split and batches.
@Suite struct OneObservationTests {
  private func report(_ runs: [(name: String, records: [RunRecord?])]) throws -> String {
    let results = try SmallExperiment.results(
      runs, epochs: 4, seeds: "20", data: #""model": "beale""#)
    return MarkdownWriter().markdown(Report(results, versions: []).document)
  }

  private func run(_ losses: [Double]) -> RunRecord {
    var run = SmallExperiment.record(losses)
    run.validationLoss = nil
    run.testMetric = nil
    return run
  }

  @Test func theAnswerTellsOfOneRun() throws {
    let text = try report([
      ("a", [run([100, 20, 1, 1, 1])]), ("b", [run([100, 60, 40, 0.5, 0])]),
      ("c", [run([100, 99, 98, 97, 96])]),
    ])
    let start = try #require(text.range(of: "## Answer\n\n"))
    let lines = text[start.upperBound...].split(separator: "\n").map(String.init)
    #expect(
      Array(lines.prefix(8)) == [
        "Nothing here depends on the seed: every seed gives the same run, which is one observation of an "
          + "optimizer and carries no verdict about chance.",
        "On *p* **a** was first in the one run that there is.",
        "<a name=\"table-1\"></a>**Table 1.** Values of the one run. "
          + "([CSV](tables/verdicts.csv), [LaTeX](tables/verdicts.tex))",
        "| optimizer | epochs to 99 % |",
        "| :-------- | -------------: |",
        "| a         |              2 |",
        "| b         |              3 |",
        "| c         |              ∞ |",
      ])
    #expect(
      lines[8]
        == "- On *p* every seed gives the same run, which is one observation: the optimizers come 99 % of the "
        + "way to where a ends in 2 epochs (**a**), 3 epochs (**b**) and never (**c**).")
    for absent in ["20 seeds", "paired", "clearly", "split", "20 of 20"] {
      #expect(!text[start.upperBound...].prefix { $0 != "#" }.contains(absent), "\(absent)")
    }
  }
}
