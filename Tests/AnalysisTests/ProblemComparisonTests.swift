import ExperimentSupport
import Testing
import Training
import Statistics

@testable import Analysis

@Suite struct ProblemComparisonTests {
  @Test func verdictsFollowFromTheInterval() {
    #expect(Verdict(Interval(low: 0.5, high: 0.9), neutral: 1) == .less)
    #expect(Verdict(Interval(low: 1.1, high: 2), neutral: 1) == .more)
    #expect(Verdict(Interval(low: 0.5, high: 1), neutral: 1) == .undecided)
    #expect(Verdict(nil, neutral: 1) == .tooFewSeeds)
  }

  /// A difference within the gap between recorded epochs is no clear difference, however many seeds
  /// show it.
  @Test func recordedEpochsTellNoMoreThanTheyCan() throws {
    func runs(_ arrival: Int) -> [RunRecord] {
      (0..<20).map { _ in
        SmallExperiment.record([100, 50, arrival == 10 ? 10 : 20, 10], epochs: [0, 5, 10, 15])
      }
    }
    let comparison = Comparison(
      try SmallExperiment.results(runs(10), runs(15), targets: "[10]", epochs: 15))
    let problem = try #require(comparison.problems.first)
    let ratio = try #require(problem.ratio(.epochsToTarget, of: 0, to: 1))
    #expect(ratio.median == 10.0 / 15)
    #expect(ratio.interval == Interval(low: 6.0 / 15, high: 10.0 / 11))
    let same = try #require(problem.ratio(.epochsToTarget, of: 0, to: 0))
    #expect(same.interval?.contains(1) == true)
  }

  @Test func theFastestIsNilWhenNobodyArrivesInHalfOfItsRuns() throws {
    let a = (0..<6).map { SmallExperiment.record([100, $0 < 2 ? 1 : 50]) }
    let b = (0..<6).map { _ in SmallExperiment.record([100, 50]) }
    let comparison = Comparison(try SmallExperiment.results(a, b, targets: "[10]"))
    #expect(comparison.problems.first?.best(by: .epochsToTarget) == nil)
  }
}
