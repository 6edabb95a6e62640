import Analysis
import Diagnostics
import ExperimentSupport
import Experiments
import Foundation
import Testing

@testable import Publishing

@Suite struct KeptReportTests {
  private func results(
    _ losses: [Double], epochs: [Int]? = nil, failing: Bool = false
  ) throws -> ResultSet {
    let first = (0..<6).map { seed in
      SmallExperiment.record(
        losses, epochs: epochs, status: failing && seed == 5 ? .diverged : .completed,
        metric: 50 + Double(seed))
    }
    let slow = (0..<6).map { _ in SmallExperiment.record([100, 60, 40, 20, 10]) }
    return try SmallExperiment.results(first, slow, targets: "[30, 15, 1]", epochs: 8)
  }

  private func file(_ path: String, of results: ResultSet) throws -> NamedFile? {
    try ReportBundle(results, tool: "1").files.first { $0.path == path }
      .map { ("r/" + $0.path, $0.bytes) }
  }

  private func reading(_ results: ResultSet) throws -> ReportedResults {
    try ReportedResults(
      runs: #require(try file("data/runs.csv", of: results)),
      settings: file("data/settings.csv", of: results),
      comparisons: file("data/comparisons.csv", of: results),
      claims: file("data/claims.csv", of: results))
  }

  /// What is read back is what the analysis had, for a name full of marks, too.
  @Test func aReportIsReadBack() throws {
    let results = try results([100, 20, 10], epochs: [0, 4, 8], failing: true)
    let read = try reading(results)
    let names = ["a", "b|*x*"].map { ContenderName(problem: "p", optimizer: $0) }
    #expect(read.contenders == names)
    let problem = Comparison(results).problems[0]
    for (position, name) in names.enumerated() {
      let known = problem.contenders[position].observations
      for quantity in [Quantity.trainLoss, .testMetric, .timeToTarget(0), .timeToTarget(1)] {
        #expect(read.observations[name]?[quantity] == known[quantity], "\(quantity)")
      }
      // Nobody reaches a loss of 1.
      #expect(read.observations[name]?[.timeToTarget(0)]?.values.allSatisfy { $0 == nil } == true)
    }
    #expect(read.observations[names[0]]?[.trainLoss]?.values == [10, 10, 10, 10, 10, nil])
    // Known up to the gap between two recorded epochs.
    #expect(read.observations[names[0]]?[.timeToTarget(2)]?.values.first == 4)
    #expect(read.observations[names[0]]?[.timeToTarget(2)]?.earliest.first == 1)
    #expect(read.metric(on: "p") == .rootMeanSquareError)
    let settings = try #require(read.settings)
    func value(_ problem: String, _ optimizer: String, _ name: String) -> String? {
      settings.first {
        $0.subject == ContenderName(problem: problem, optimizer: optimizer) && $0.name == name
      }?.value
    }
    #expect(value("", "", "seeds") == "0 to 5" && value("p", "", "epochs") == "8")
    #expect(value("", "b|*x*", "momentum") == "0.9" && value("p", "", "targets") == "30 15 1")
    #expect(value("p", "", "data.sha256")?.count == 64)
    #expect(value("p", "", "name") == nil && value("p", "", "seed") == nil)
    #expect(read.margins == .usual)
    #expect(read.comparisons.count == Comparison(results).family.comparisons.count)
    #expect(ResultsDifference(from: read, to: read).numbers.allSatisfy { $0.verdict == .same })
  }

  @Test func claimsAreReadBack() throws {
    let cells = #"""
      {"cells": [{"claim": "a, \"the\" best", "problems": "all", "quantity": "train_loss", "better": "a",
       "than": "b|*x*"}]}
      """#
    let runs = (0..<6).map { SmallExperiment.record([100, 10 + Double($0)]) }
    let results = try SmallExperiment.results(
      [("a", runs), ("b|*x*", runs.map { _ in SmallExperiment.record([100, 50]) })],
      report: cells, cells: .standard)
    #expect(try reading(results).claims == [.init(text: "a, \"the\" best", verdict: "supported")])
  }

  @Test func quotesAndLineEndsAreFields() throws {
    let text = "a,\"b\"\r\n\"x\"\"y\n,z\",\n1,2"
    let table = try DataTable(Array(text.utf8), named: "t.csv", required: ["a", "b"])
    #expect(table.rows.map { $0["a"] } == ["x\"y\n,z", "1"])
    #expect(table.rows.map { $0["b"] } == ["", "2"])
    #expect(table.rows.map(\.line) == [2, 4])
    #expect(table.rows[0]["c"] == nil && table.has("b") && !table.has("c"))
  }

  @Test(
    "what no report wrote",
    arguments: [
      ("", "t.csv:1:1", "there is no column 'problem'"),
      ("problem,optimizer,seed,status\n", "t.csv:1:1", "there is no column 'train_loss'"),
      ("problem,optimizer,seed,status,train_loss\np,o,0,completed\n", "t.csv:2:1", "4 fields"),
      (
        "problem,optimizer,seed,status,train_loss\np,o,0,completed,x\n", "t.csv:2:1",
        "'x' in column 'train_loss' is no number"
      ),
      ("problem,optimizer,seed,status,train_loss\np,o,-1,completed,1\n", "t.csv:2:1", "is no seed"),
      (
        "problem,optimizer,seed,status,train_loss\np,o,1,completed,1\np,o,1,completed,1\n",
        "t.csv:3:1", "stands there twice"
      ),
      ("problem,optimizer,seed,status,train_loss\n\"p\n,o", "t.csv:2:1", "a quote is never closed"),
      ("problem,\"optimizer\"x", "t.csv:1:1", "text after the quote"),
    ])
  func faults(text: String, place: String, message: String) throws {
    let error = #expect(throws: InputError.self) {
      try ReportedResults(
        runs: ("t.csv", Array(text.utf8)), settings: nil, comparisons: nil, claims: nil)
    }
    let shown = try #require(error).rendered(colour: false)
    #expect(shown.hasPrefix(place + ": error: ") && shown.contains(message), "\(shown)")
  }
}
