import Diagnostics
import ExperimentSupport
import Testing

@testable import Reports

/// What a spec gets that asks for figures of searches that nobody makes: whole messages, before anything runs.
@Suite struct SearchDemandTests {
  private static let rate = #""learning_rate":{"low":1e-3,"high":1,"scale":"log"}"#
  private static let both = #"\#(rate),"momentum":{"low":0,"high":0.9}"#

  /// The faults of a figure in a report of optimizers A, B and C, of which C is not tuned.
  private func faults(
    _ figure: String, _ tuning: String?, problem: String = #""dataset":"iris","model":"softmax""#
  ) throws -> [String] {
    let tuning = tuning.map { #""tuning":{\#($0)},"# } ?? ""
    let own = tuning.isEmpty ? "" : #","space":{}"#
    let plan = try SmallExperiment.plan(
      """
      {"name":"a","seeds":6,"problems":[{\(problem),"epochs":1}],\(tuning)"optimizers":[{"name":"A","kind":"sgd","momentum":0.5},{"name":"B","kind":"adam"},{"name":"C","kind":"adam"\(own)}],"report":{"cells":[
      {\(figure)}]}}
      """, cells: .standard)
    return try plan.demandFaults
  }

  private static let random = #""sampler":"random","trials":4,"space":{\#(both)}"#

  @Test(
    arguments: [
      (
        #""figure":"slices""#, nil,
        "2:11+8 'slices' shows searches, but nothing is tuned here|it needs 'tuning', and optimizers that are "
          + "tuned: add 'tuning' to the spec"
      ),
      (
        #""figure":"parity""#, nil,
        "2:11+8 'parity' shows searches, but nothing is tuned here|it needs 'tuning' on seeds of its own, and a "
          + "problem that depends on the seed with a setting that did not diverge: add 'tuning' to the spec, or "
          + "give the numbers as 'values'"
      ),
      (
        #""figure":"search_history","optimizers":["C"]"#, random,
        "2:11+16 'search_history' shows searches, but none of these optimizers is tuned|choose some that are: "
          + "'A (tuned)', 'B (tuned)'"
      ),
      (
        #""figure":"importance","optimizers":["B"]"#, random,
        "2:11+12 'importance' can show none of the searches|it needs 'tuning' of two hyperparameters or more, and "
          + "three trials that did not diverge and are not equally good, or give the numbers as 'values'"
      ),
      (
        #""figure":"heat_map""#, random,
        "2:11+10 'heat_map' can show none of the searches|it needs a search on a grid of two hyperparameters or "
          + "more, or give the numbers as 'values'"
      ),
      (
        #""figure":"heat_map","keys":["momentum","beta1"]"#,
        #""sampler":"grid","trials":4,"space":{\#(both)}"#,
        "2:11+10 'heat_map' can show none of the searches|it needs a search on a grid of momentum and beta1, or "
          + "give the numbers as 'values'"
      ),
      (
        #""figure":"best_of_n""#, #""sampler":"random","trials":1,"space":{\#(both)}"#,
        "2:11+11 'best_of_n' can show none of the searches|it needs 'tuning' with two trials or more that are "
          + "chosen without looking at values, not all of which diverged"
      ),
    ] as [(String, String?, String)])
  func whatCannotBeShownIsSaid(_ figure: String, _ tuning: String?, _ expected: String) throws {
    #expect(try faults(figure, tuning) == [expected])
  }

  @Test(
    arguments: [
      (#""figure":"search_history","optimizers":["A"]"#, random),
      (#""figure":"search_history","optimizers":["A (tuned)"]"#, random),
      (#""figure":"search_history","values":{"values":[1]}"#, nil),
      (#""figure":"importance""#, random),
      (#""figure":"best_of_n""#, random),
      (#""figure":"best_of_n""#, #""sampler":"tpe","trials":40,"space":{\#(both)}"#),
      (#""figure":"heat_map""#, #""sampler":"grid","trials":4,"space":{\#(both)}"#),
      (#""figure":"parity""#, random),
    ] as [(String, String?)])
  func whatCanBeShownIsNoFault(_ figure: String, _ tuning: String?) throws {
    #expect(try faults(figure, tuning) == [])
  }

  @Test func aFunctionHasNoFreshSeeds() throws {
    let found = try faults(#""figure":"parity""#, Self.random, problem: #""model":"beale""#)
    #expect(
      found.count == 1 && found[0].hasPrefix("2:11+8 'parity' can show none of the searches|"))
  }
}
