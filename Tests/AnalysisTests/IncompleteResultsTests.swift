import ExperimentSupport
import Statistics
import Testing
import Training

@testable import Analysis

/// Results in which runs are missing: nobody may count on all contenders having the same seeds.
@Suite struct IncompleteResultsTests {
  private func record(_ arrival: Int) -> RunRecord {
    SmallExperiment.record((0...20).map { $0 < arrival ? 50 : 10 })
  }

  @Test func pairsAreThoseOfTheSeedsThatBothHave() throws {
    let all = (0..<8).map { record(4 + $0) }
    var some: [RunRecord?] = (0..<8).map { record(2 * (4 + $0)) }
    some[0] = nil
    some[7] = nil
    let results = try SmallExperiment.results(
      [("a", all), ("b", some)], targets: "[10]", epochs: 20)
    let comparison = Comparison(results)
    let problem = try #require(comparison.problems.first)
    let ratio = try #require(comparison.family[0, .epochsToTarget, 1, 0])
    #expect(ratio.count == 6 && abs(ratio.effect - 2) < 1e-12)
    #expect(problem.contenders.map(\.runs.count) == [8, 6])
    #expect(problem.contenders[0].summaries[.epochsToTarget]?.count == 8)
    #expect(problem.contenders[1].summaries[.epochsToTarget]?.median == 15)
  }

  @Test func observationsArePairedBySeedAndNotByPlace() {
    let one = Observations(seeds: [3, 1, 2], values: [30, nil, 20], earliest: [29, nil, 19])
    let other = Observations(seeds: [2, 9, 3], values: [200, 900, 300])
    let (left, right) = one.paired(with: other)
    #expect(left == Observations(seeds: [3, 2], values: [30, 20], earliest: [29, 19]))
    #expect(right == Observations(seeds: [3, 2], values: [300, 200]))
  }

  @Test func aContenderWithoutRunsHasNoFigures() throws {
    let results = try SmallExperiment.results(
      [("a", (0..<3).map { record(4 + $0) }), ("b", [nil, nil, nil])], targets: "[10]", epochs: 20)
    let problem = try #require(Comparison(results).problems.first)
    #expect(problem.contenders[1].summaries.isEmpty && problem.contenders[1].observations.isEmpty)
    #expect(problem.best(by: .epochsToTarget) == 0 && problem.ranked(by: .trainLoss) == [0])
    #expect(problem.test(.epochsToTarget, 1, 0) == nil && problem.test(.trainLoss, 0, 1) == nil)
  }

  @Test func quantitiesAreNamedAsTheColumnsOfTables() {
    for quantity in Quantity.allCases {
      #expect(Quantity(rawValue: quantity.rawValue) == quantity)
    }
    #expect(Quantity.timeToTarget(2).rawValue == "epochs_to_target_3")
    #expect(Quantity(rawValue: "epochs_to_target") == .timeToTarget(0))
    #expect(Quantity(rawValue: "loss") == nil)
  }
}
