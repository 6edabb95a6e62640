import ExperimentSupport
import Testing
import Training

@testable import Analysis

@Suite struct ClaimTests {
  private func run(_ arrival: Int, metric: Double = 1) -> RunRecord {
    SmallExperiment.record((0...20).map { $0 < arrival ? 100 : 10 }, metric: metric)
  }

  /// `a` takes 4 or 5 epochs, `b` 8 to 10; `b` has an error higher by .004.
  private func comparison(seeds: Int = 12) throws -> Comparison {
    let a = (0..<seeds).map { run(4 + $0 % 2, metric: 2 + 0.1 * Double($0)) }
    let b = (0..<seeds).map { run(8 + $0 % 3, metric: 2.004 + 0.1 * Double($0)) }
    return Comparison(
      try SmallExperiment.results(a, b, targets: "[10]", epochs: 20))
  }

  private func time(_ better: Int, _ than: Int, by: Double? = nil) -> Claim {
    Claim(quantity: .epochsToTarget, better: better, than: than, problems: [0], by: by)
  }

  @Test func claimsAreSupportedContradictedOrUndecided() throws {
    let judged = try comparison().judged([
      time(0, 1), time(1, 0), time(0, 1, by: 1.5), time(0, 1, by: 2), time(0, 1, by: 3),
    ])
    #expect(
      judged.map(\.verdict) == [
        .supported, .contradicted, .supported, .undecided, .contradicted,
      ])
    let part = try #require(judged[0].parts.first)
    #expect(part.count == 12 && part.isRatio && part.problem == 0 && part.reason == .effect)
    // Five tests of p = 2^-11 each, or more: the first step of Holm multiplies by five.
    #expect(part.adjustedProbability == 5 * 2 / 4096.0)
    #expect(abs(try #require(part.effect) - 0.5) < 0.02)
    // The effect of a claim with a factor is that of the runs, too.
    #expect(judged[2].parts[0].effect == part.effect)
  }

  @Test func equalityIsClaimedWithinTheMargin() throws {
    var claim = Claim(
      quantity: .testMetric, better: 0, than: 1, problems: [0], isEqual: true)
    #expect(try comparison().judged([claim])[0].verdict == .supported)
    claim.isEqual = false
    let judged = try comparison().judged([claim])
    #expect(judged[0].verdict == .contradicted && judged[0].parts[0].reason == .equal)
    let times = Claim(
      quantity: .epochsToTarget, better: 0, than: 1, problems: [0], isEqual: true)
    #expect(try comparison().judged([times])[0].verdict == .contradicted)
  }

  @Test func soManyClaimsNeedSoManySeeds() throws {
    let few = try comparison(seeds: 6)
    #expect(few.judged([time(0, 1)])[0].verdict == .supported)
    let two = few.judged([time(0, 1), time(1, 0)])
    #expect(two.allSatisfy { $0.verdict == .undecided && $0.parts[0].reason == .tooFewPairs })
  }

  @Test func oneProblemIsNoSampleOfProblems() throws {
    var claim = time(0, 1)
    claim.isAcross = true
    let judged = try comparison().judged([claim])
    #expect(judged[0].verdict == .undecided && judged[0].parts[0].reason == .tooFewPairs)
    #expect(judged[0].parts[0].problem == nil && judged[0].parts[0].count == 1)
  }

  @Test func whatComparesNothingDecidesNothing() throws {
    let never = (0..<12).map { _ in run(30) }
    let comparison = Comparison(
      try SmallExperiment.results(never, never, targets: "[10]", epochs: 20))
    #expect(
      comparison.judged([time(0, 1)])[0].parts[0].reason == .obstacle(.unreached))
  }
}
