import Diagnostics
import ExperimentSupport
import Experiments
import Foundation
import Specs
import Testing

@testable import Reports

/// What a report asks of problems that have it not: whole messages, before anything runs.
@Suite struct CellDemandTests {
  /// A plan of two optimizers, A and B.
  static func plan(_ problems: String, report: String) throws -> Plan {
    let text = """
      {"name":"a","seeds":6,"problems":[\(problems)],"optimizers":[{"name":"A","kind":"adam"},{"name":"B","kind":"sgd"}],"report":
      \(report)}
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try Plan(ExperimentSpec.read(path: file.path, cells: .standard))
  }

  static let iris = #"{"dataset":"iris","model":"softmax","epochs":1}"#
  static let diabetes = #"{"dataset":"diabetes","model":"linear","epochs":1}"#
  static let unsplit =
    #"{"name":"d","dataset":"diabetes","model":"linear","epochs":1,"split":{"validation":0}}"#
  static let function = #"{"model":"beale","epochs":1}"#

  private func faults(_ problems: [String], _ report: String) throws -> [String] {
    let plan = try Self.plan(problems.joined(separator: ","), report: report)
    return try plan.demandFaults
  }

  private func claim(_ keys: String, on problems: [String]) throws -> [String] {
    try faults(problems, #"{"cells":[{"claim":"c","better":"A","than":"B",\#(keys)}]}"#)
  }

  @Test func aClaimNeedsValuesOnEachOfItsProblems() throws {
    let fault =
      "runs on 'd' have no validation_loss|it needs held-out rows, or a model with a metric"
    let keys = #""quantity":"validation_loss""#
    #expect(try claim(keys, on: [Self.iris, Self.unsplit]) == ["2:59+17 \(fault)"])
    #expect(try claim(keys + #","problem":"iris""#, on: [Self.iris, Self.unsplit]) == [])
    #expect(
      try claim(keys + #","across":true"#, on: [Self.iris, Self.unsplit]) == ["2:59+17 \(fault)"])
    #expect(
      try claim(#""quantity":"test_metric""#, on: [Self.function]) == [
        "2:59+13 runs on 'beale' have no test_metric|it needs held-out rows, or a model with a metric"
      ])
  }

  @Test func acrossProblemsThereMustBeSeveral() throws {
    let help = "leave 'across' out, or add problems on other data"
    #expect(
      try claim(#""across":true"#, on: [Self.iris]) == [
        "2:57+4 one problem is no sample of problems|\(help)"
      ])
    #expect(
      try claim(#""across":true,"problems":["iris"]"#, on: [Self.iris, Self.diabetes]) == [
        "2:57+4 one problem is no sample of problems|\(help)"
      ])
    #expect(
      try claim(#""across":true"#, on: [Self.diabetes, Self.unsplit]) == [
        "2:57+4 both problems have the same rows and count as one, which is no sample|\(help)"
      ])
    #expect(try claim(#""across":true"#, on: [Self.iris, Self.diabetes]) == [])
    #expect(try claim(#""across":false"#, on: [Self.iris]) == [])
  }

  @Test func noTwoAccuraciesDifferByMoreThanOne() throws {
    let help = "they are shares of rows: expected at most 1, such as 0.01 for one in a hundred"
    let keys = #""quantity":"test_metric","by":"#
    #expect(
      try claim(keys + "5", on: [Self.diabetes, Self.iris]) == [
        "2:78+1 no two accuracies on 'iris' differ by more than 1|\(help)"
      ])
    #expect(try claim(keys + "1", on: [Self.iris]) == [])
    // Errors and ratios can differ by that much.
    #expect(try claim(keys + "5", on: [Self.diabetes]) == [])
    #expect(try claim(#""quantity":"test_loss","by":5"#, on: [Self.iris]) == [])
  }

  @Test func aMarginNeedsAProblemThatItIsFor() throws {
    let both = #"{"margin":{"rmse":0.02,"accuracy":0.01,"epochs_to_target":0.1}}"#
    let error = "2:19+4 no problem has the metric 'rmse' that this margin is for"
    let share = "2:35+4 no problem has the metric 'accuracy' that this margin is for"
    let helps = ["leave it out: it is for regression", "leave it out: it is for classification"]
    #expect(try faults([Self.iris], both) == [error + "|" + helps[0]])
    #expect(try faults([Self.diabetes], both) == [share + "|" + helps[1]])
    #expect(
      try faults([Self.function], both) == [error + "|" + helps[0], share + "|" + helps[1]])
    #expect(try faults([Self.iris, Self.diabetes], both) == [])
    #expect(try faults([Self.function], #"{"margin":{"epochs_to_target":0.1}}"#) == [])
  }

  @Test func captionsOfTablesAreCheckedLikeAllTexts() throws {
    #expect(
      try faults(
        [Self.unsplit], #"{"cells":[{"table":"final","caption":"{{ d/A/validation_loss/n }}"}]}"#
      ) == [
        "2:39+27 runs on 'd' have no validation_loss|it needs held-out rows, or a model with a metric"
      ])
  }
}

/// Claims of several problems for which the runs give no numbers.
@Suite struct EmptyClaimTests {
  /// The one line of a claim on two problems, on which every run has the same losses.
  private func line(_ keys: String, target: Double, losses: [[Double]]) throws -> String {
    let problems = ["iris", "wine"].map {
      #"{"dataset":"\#($0)","model":"softmax","epochs":2,"targets":[\#(target)]}"#
    }
    let plan = try CellDemandTests.plan(
      problems.joined(separator: ","),
      report: #"{"cells":[{"claim":"A wins","better":"A","than":"B",\#(keys)}]}"#)
    try CellDemands.check(plan)
    let records = Dictionary(
      uniqueKeysWithValues: plan.runs.map { run in
        (run, SmallExperiment.record(losses[Int(run.seed) % losses.count]))
      })
    let report = Report(ResultSet(plan: plan, records: records), versions: [])
    let text = MarkdownWriter().markdown(report.document)
    return text.split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test func aTargetThatNobodyReachedIsTold() throws {
    let start = #"<a name="claim-1"></a>**Claim 1.** A wins. **Undecided**: "#
    let never = try line(#""across":true"#, target: 0.5, losses: [[3, 2, 1]])
    #expect(never == start + "across problems no run reached the target.")
    // One run in three is there, so that the median of each is ∞.
    let rarely = try line(
      #""across":true"#, target: 0.5, losses: [[3, 2, 1], [3, 2, 1], [3, 2, 0.1]])
    #expect(
      rarely == start
        + "across problems half of the runs of both, or more, failed on every problem.")
  }
}
