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

  /// Of eight ratios seven are 0.5 and one is 2. A resampled median lies above 0.5 when at least four
  /// of eight draws are the 2, with probability 0.0113 (binomial, n = 8, p = 1/8): between 0.05 / 2 and
  /// 0.05 / 3 / 2, so that the interval ends at 0.5 for one pair and above 1 for one of three.
  @Test func intervalsHoldForAllPairsTogether() throws {
    func run(_ arrival: Int) -> RunRecord {
      SmallExperiment.record((0...8).map { $0 < arrival ? 100 : 10 })
    }
    let often = [2, 2, 2, 2, 2, 2, 2, 8].map(run)
    let never = (0..<8).map { _ in run(4) }
    func comparison(_ others: Int) throws -> ProblemComparison {
      let runs = [("a", often)] + (0..<others).map { ("b\($0)", never) }
      let results = try SmallExperiment.results(
        runs.map { (name: $0.0, records: $0.1) }, targets: "[10]", epochs: 8)
      return try #require(Comparison(results).problems.first)
    }
    let pair = try comparison(1)
    #expect(pair.simultaneousLevel == 0.95)
    #expect(pair.ratio(.epochsToTarget, of: 0, to: 1)?.interval == Interval(low: 0.5, high: 0.5))
    let three = try comparison(2)
    #expect(three.simultaneousLevel == 1 - 0.05 / 3)
    #expect(three.ratio(.epochsToTarget, of: 0, to: 1)?.interval == Interval(low: 0.5, high: 1.25))
    #expect(
      three.difference(.epochsToTarget, of: 0, to: 1)?.interval == Interval(low: -2, high: 1))
  }

  @Test func theFastestIsNilWhenNobodyArrivesInHalfOfItsRuns() throws {
    let a = (0..<6).map { SmallExperiment.record([100, $0 < 2 ? 1 : 50]) }
    let b = (0..<6).map { _ in SmallExperiment.record([100, 50]) }
    let comparison = Comparison(try SmallExperiment.results(a, b, targets: "[10]"))
    #expect(comparison.problems.first?.best(by: .epochsToTarget) == nil)
  }
}
