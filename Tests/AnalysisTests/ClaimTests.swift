import ExperimentSupport
import Foundation
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

  /// Who fails together is neither equal nor unequal by a factor.
  @Test func failingTogetherCarriesNoClaim() throws {
    func few(_ arrivals: Set<Int>) -> [RunRecord] {
      (0..<20).map { run(arrivals.contains($0) ? 5 : 30) }
    }
    let results = try SmallExperiment.results(
      [("a", few([0, 1])), ("b", few([]))], targets: "[10]", epochs: 20)
    var equal = time(0, 1)
    equal.isEqual = true
    let judged = Comparison(results).judged([equal, time(0, 1, by: 3), time(1, 0, by: 3)])
    #expect(judged.map(\.verdict) == [.undecided, .undecided, .undecided])
    #expect(judged[0].parts[0].reason == .fewShared)
    // Nine of twenty and none: that is a difference, and a larger one than any factor.
    let many = try SmallExperiment.results(
      [("a", few(Set(0..<9))), ("b", few([]))], targets: "[10]", epochs: 20)
    #expect(
      Comparison(many).judged([time(0, 1, by: 3)])[0].verdict == .supported)
  }

  /// Nine tables, seven of regression and two of classes: each by its own measure.
  @Test func acrossProblemsUnitsAreNotPooled() throws {
    func verdict(_ kinds: [Bool]) throws -> ClaimJudgement {
      let problems = kinds.enumerated().map { index, isRegression in
        let source = isRegression ? "regression" : "classification"
        let model = isRegression ? "linear" : "softmax"
        return """
          { "name": "p\(index)", "dataset": { "kind": "\(source)", "samples": 60, "features": 2, "seed": \(index) },
            "model": "\(model)", "split": { "test": 0.2, "validation": 0 }, "epochs": 4 }
          """
      }
      let results = try SmallExperiment.results(problems: problems, seeds: 2) {
        problem, optimizer in
        // a is better by a hundredth of an accuracy, and by a twentieth of an error of any size.
        let size = Foundation.pow(10, Double(problem))
        let metric =
          kinds[problem] ? size * (optimizer == 0 ? 1 : 1.05) : optimizer == 0 ? 0.9 : 0.89
        return SmallExperiment.record([100, 10], metric: metric)
      }
      let claim = Claim(
        quantity: .testMetric, better: 0, than: 1, problems: Array(kinds.indices), isAcross: true)
      return Comparison(results).judged([claim])[0]
    }
    let mixed = try verdict([true, true, true, false, true, false, true, true])
    #expect(mixed.verdict == .supported && mixed.parts[0].adjustedProbability == 2 / 256.0)
    #expect(mixed.parts[0].effect == nil && mixed.parts[0].interval == nil)
    let errors = try verdict(Array(repeating: true, count: 8))
    #expect(errors.verdict == .supported && errors.parts[0].isRatio)
    #expect(abs(try #require(errors.parts[0].effect) - 1 / 1.05) < 1e-12)
    let accuracies = try verdict(Array(repeating: false, count: 8))
    #expect(accuracies.verdict == .supported && !accuracies.parts[0].isRatio)
    #expect(abs(try #require(accuracies.parts[0].effect) - 0.01) < 1e-12)
  }
}
