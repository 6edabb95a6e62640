import Testing
import Training

@testable import Experiments

@Suite("Result sets")
struct ResultSetTests {
  private let folder: SpecFolder
  private let plan: Plan

  init() throws {
    folder = try SpecFolder()
    plan = try folder.plan(
      problems: #"{ "dataset": "diabetes", "model": "linear", "epochs": 3 }"#, seeds: "[5, 2, 9]")
  }

  private func results(_ runs: [PlannedRun]) -> ResultSet {
    let records = runs.map { run in (run, plan.request(for: run).run()) }
    return ResultSet(
      plan: plan,
      records: Dictionary(uniqueKeysWithValues: records).compactMapValues { $0 })
  }

  @Test("The runs of a contender come in the order of the spec's seeds")
  func order() {
    let results = results(plan.runs.reversed())
    #expect(results.isComplete)
    let runs = results.runs(problem: 0, contender: 1)
    #expect(runs.map(\.seed) == [5, 2, 9])
    for run in runs {
      let planned = PlannedRun(problem: 0, contender: 1, seed: run.seed)
      #expect(run.record == plan.request(for: planned).run())
      #expect(results[planned] == run.record)
    }
  }

  @Test("What is missing is left out, and what was never planned too")
  func incomplete() {
    let known = PlannedRun(problem: 0, contender: 0, seed: 9)
    let results = results([known])
    #expect(!results.isComplete)
    #expect(results.runs(problem: 0, contender: 0).map(\.seed) == [9])
    #expect(results.runs(problem: 0, contender: 1).isEmpty)
    #expect(results[PlannedRun(problem: 0, contender: 0, seed: 5)] == nil)

    let foreign = PlannedRun(problem: 0, contender: 0, seed: 7)
    let record = plan.request(for: foreign).run()
    let others = ResultSet(plan: plan, records: [foreign: record].compactMapValues { $0 })
    #expect(others[foreign] == nil && !others.isComplete)
  }
}
