import ExperimentSupport
import Testing
import Training

@testable import Analysis
@testable import Reports

/// Makes answers of small made-up results, whose truth is known.
protocol AnswerMaking {}

extension AnswerMaking {
  typealias Runs = [(name: String, records: [RunRecord?])]

  /// A run of 20 epochs that arrives at a loss of 10.
  func run(_ arrival: Int, metric: Double = 1) -> RunRecord {
    SmallExperiment.record((0...20).map { $0 < arrival ? 100 : 10 }, metric: metric)
  }

  func runs(_ count: Int = 12, _ arrival: (Int) -> Int) -> [RunRecord?] {
    (0..<count).map { run(arrival($0)) }
  }

  var lost: RunRecord {
    SmallExperiment.record([100, 1e300, .infinity], status: .diverged)
  }

  /// What is said of test errors that are all 1.
  var same: String {
    "In test RMSE both optimizers are practically equal, at a median of 1.00000 both (88 test rows)."
  }

  func section(
    _ runs: Runs, targets: String = "[10]", report: String = "{}",
    kinds: [String] = [#""kind": "adam""#], problem: String = ""
  ) throws -> [String] {
    let results = try SmallExperiment.results(
      runs, targets: targets, epochs: 20, kinds: kinds, problem: problem, report: report)
    let text = MarkdownWriter().markdown(Report(results, versions: []).document)
    let start = try #require(text.range(of: "## Answer\n\n"))
    let end = text.range(of: "\n## Results")?.lowerBound ?? text.endIndex
    return text[start.upperBound..<end].split(separator: "\n").map(String.init)
  }

  /// The lines of an answer but for the table's caption and head, and the paragraph on methods.
  func answer(
    _ runs: Runs, targets: String = "[10]", report: String = "{}",
    kinds: [String] = [#""kind": "adam""#], problem: String = ""
  ) throws -> [String] {
    try section(runs, targets: targets, report: report, kinds: kinds, problem: problem).filter {
      line in
      !line.hasPrefix("Runs are paired") && !line.hasPrefix("<a name") && !line.hasPrefix("| :--")
        && !line.hasPrefix("| optimizer")
    }
  }
}
