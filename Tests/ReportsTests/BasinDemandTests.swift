import Diagnostics
import ExperimentSupport
import Testing

@testable import Reports

/// What a spec gets that asks for the basins of optimizers that have none: whole messages, before anything runs.
@Suite struct BasinDemandTests {
  private func faults(_ experiment: SearchedExperiment, _ cell: String) throws -> [String] {
    var experiment = experiment
    experiment.report = "\n{ \"cells\": [\(cell)] }\n"
    let plan = try experiment.plan(cells: .standard)
    return try plan.demandFaults
  }

  @Test func whatIsNotTunedOverItsRateAloneHasNoBasin() throws {
    let ask = #""space": { "learning_rate": { "low": 1e-5, "high": 10, "scale": "log" } }"#
    func asked(_ better: String, _ than: String) -> String {
      #"{"claim":"c","quantity":"basin_width","better":"\#(better)","than":"\#(than)"}"#
    }
    var experiment = SearchedExperiment()
    #expect(
      try faults(experiment, asked("a", "b (tuned)")) == [
        "4:60+3 'a' is not tuned: no search tells its basin_width|name its tuned form, 'a (tuned)'"
      ])
    experiment.optimizers = [
      #"{ "name": "a", "kind": "adam", "space": { "beta1": { "low": 0.5, "high": 0.9 } } }"#,
      #"{ "name": "b", "kind": "sgd", "space": { "learning_rate": { "low": 0.1, "high": 1 } } }"#,
      #"{ "name": "c", "kind": "adam", "space": {} }"#,
    ]
    experiment.tuning = experiment.tuning.replacing("\"trials\": 5", with: "\"trials\": 25")
    #expect(
      try faults(experiment, asked("a (tuned)", "b (tuned)")) == [
        "4:60+11 'a (tuned)' is tuned over learning_rate and beta1: a basin_width is that of learning_rate alone"
          + "|give it a search over the learning rate alone: \(ask)",
        "4:79+11 'b (tuned)' is tuned over learning_rate on a linear scale, which has no decades"
          + "|add \"scale\": \"log\" to the range of 'learning_rate'",
      ])
    #expect(
      try faults(experiment, #"{"markdown":"{{ p/c/b/basin_width/difference }}"}"#) == [
        "4:26+34 'c' is not tuned: no search tells its basin_width|give it the learning rate alone to be tuned over: \(ask)"
      ])
    let untuned = try CellDemandTests.plan(
      CellDemandTests.iris,
      report:
        #"{"cells":[{"claim":"c","quantity":"basin_width","better":"A","than":"B","require":true}]}"#
    )
    let error = try #require(throws: InputError.self) { try CellDemands.check(untuned) }
    #expect(
      error.diagnostics.map(\.message) == [
        "a search tells the basin_width of 'A', but there is no 'tuning'",
        "a search tells the basin_width of 'B', but there is no 'tuning'",
      ])
    #expect(
      error.diagnostics[0].help
        == "add \"tuning\": { \"sampler\": \"grid\", \"trials\": 25, \(ask) } to the spec")
  }
}
