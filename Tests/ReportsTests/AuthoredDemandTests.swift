import ExperimentSupport
import Experiments
import Testing

@testable import Reports

/// What an author asks of a figure's axes and width that the plan does not allow: whole messages.
@Suite struct AuthoredDemandTests {
  private func faults(_ cell: String, look: String = "") throws -> [String] {
    try CellDemandTests.plan(
      CellDemandTests.iris, report: #"{\#(look)"cells":[{"figure":\#(cell)}]}"#
    ).demandFaults
  }

  @Test func aShareOfTheWidthIsAtLeastTwoInches() throws {
    let cell = #""loss_curves","width_share":0.5"#
    #expect(try faults(cell) == [])
    let help = "|a figure is at least 2 inches wide: give at least 0.58"
    #expect(
      try faults(cell, look: #""style":"ieee","#) == [
        "2:64+3 0.5 of the width of 'ieee' is 1.75 inches\(help)"
      ])
    // What the whole report asks for is refused where it stands.
    #expect(
      try faults(#""loss_curves""#, look: #""style":"ieee","width_share":0.5,"#) == [
        "2:31+3 0.5 of the width of 'ieee' is 1.75 inches\(help)"
      ])
    #expect(try faults(cell + #","style":"icml-wide""#, look: #""style":"ieee","#) == [])
  }

  @Test(arguments: [#""x":"step""#, #""second_x":"step""#])
  func stepsAreNoAxisWhereBatchSizesAreTuned(_ key: String) throws {
    let text = """
      {"name":"a","seeds":6,"problems":[\(CellDemandTests.iris)],"optimizers":[{"name":"A","kind":"adam"},{"name":"B","kind":"sgd","space":{"batch_size":{"low":8,"high":32,"integer":true}}}],"tuning":{"sampler":"random","trials":2},"report":
      {"cells":[{"figure":"loss_curves",\(key)}]}}
      """
    let found = try SmallExperiment.plan(text, cells: .standard).demandFaults
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix(
        "on 'iris' an epoch is not the same number of steps for all: batch sizes are tuned|choose "
          + "epochs or gradient evaluations, or optimizers whose batch size is not tuned") == true,
      "\(found)")
    let chosen = text.replacing(
      #""loss_curves","#, with: #""loss_curves","optimizers":["A"],"#)
    #expect(try SmallExperiment.plan(chosen, cells: .standard).demandFaults == [])
  }
}
