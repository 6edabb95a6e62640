import Foundation
import Statistics
import TestSupport
import Testing

@testable import Analysis

/// What NumPy, SciPy and statsmodels say of random times; made by `References/across.py`.
private struct Reference: Decodable {
  struct Ranks: Decodable {
    var means: [Double]
    var statistic: Double
    var probability: Double
    var f: Double
    var fProbability: Double
  }

  /// A statistic of a contender; `bounds` are the least and the greatest that each end may be.
  struct Effect: Decodable {
    var value: Double?
    var bounds: [Double?]
  }

  var times: [[[Double?]]]
  var sources: [[Int]]
  var ranks: Ranks
  var adjusted: [Double]?
  var improvements: [[Double]]
  var middleScores: [Effect]
  var areas: [Effect]
  var improvement: [Effect]
  var ratios: [Effect]

  static func read() throws -> [Reference] {
    try References().json("across.json", as: [Reference].self)
  }

  var sample: AcrossSample {
    AcrossSample(
      contenders: times[0].indices.map { "\($0)" },
      problems: times.enumerated().map { number, times in
        AcrossSample.Problem(
          number: number, name: "\(number)", positions: Array(times.indices), times: times)
      }, sources: sources)
  }
}

@Suite struct AcrossReferenceTests {
  @Test func ranksAreThoseOfSciPy() throws {
    for one in try Reference.read() {
      let ranks = try #require(one.sample.ranks)
      #expect(ranks.problemCount == one.sources.count)
      #expect(zip(ranks.means, one.ranks.means).allSatisfy { abs($0 - $1) < 1e-12 })
      let friedman = try #require(ranks.friedman)
      #expect(abs(friedman.statistic - one.ranks.statistic) < 1e-9)
      #expect(abs(friedman.probability - one.ranks.probability) < 1e-11)
      #expect(abs(friedman.fStatistic / one.ranks.f - 1) < 1e-9)
      #expect(abs(friedman.fProbability - one.ranks.fProbability) < 1e-9)
    }
  }

  @Test func adjustedProbabilitiesAreThoseOfStatsmodels() throws {
    var tested = 0
    for one in try Reference.read() {
      guard let expected = one.adjusted else { continue }
      let tests = BaselineTests(one.sample, baseline: 0).tests
      #expect(tests.map(\.contender) == Array(1..<one.sample.contenders.count))
      for (test, expected) in zip(tests, expected) {
        #expect(abs(test.adjustedProbability - expected) < 1e-12)
      }
      tested += tests.count
    }
    #expect(tested > 3, "the cases are too few")
  }

  @Test func effectsAndTheirIntervalsAreThoseOfNumPy() throws {
    func check(_ estimates: [IntervalEstimate], _ expected: [Reference.Effect], _ what: String) {
      for (contender, (estimate, expected)) in zip(estimates, expected).enumerated() {
        let value = expected.value ?? .infinity
        #expect(
          estimate.value == value || abs(estimate.value - value) < 1e-9 * (1 + value),
          "\(what) of \(contender)")
        let bounds = expected.bounds.map { $0 ?? .infinity }
        let (low, high) = (estimate.interval.low, estimate.interval.high)
        #expect(
          bounds[0] - 1e-9 <= low && low <= bounds[1] + 1e-9, "\(what) of \(contender): \(low)")
        #expect(
          bounds[2] - 1e-9 <= high && high <= bounds[3] + 1e-9, "\(what) of \(contender): \(high)")
      }
    }
    for (number, one) in try Reference.read().enumerated() {
      let effects = AcrossEffects(one.sample, reference: 0, resampleCount: 10_000)
      check(effects.middleScores, one.middleScores, "case \(number), score")
      check(effects.areas, one.areas, "case \(number), area")
      check(effects.improvements, one.improvement, "case \(number), improvement")
      check(try effects.ratios.map { try #require($0) }, one.ratios, "case \(number), ratio")
    }
  }

  /// The same statistics, where other code of ours computes them.
  @Test func effectsAgreeWithTheirDefinitions() throws {
    for one in try Reference.read() {
      let sample = one.sample
      let effects = AcrossEffects(sample, reference: 0, resampleCount: 10)
      let pairs = PairImprovements(sample, resampleCount: 10)
      let profile = PerformanceRatios(times: one.times, sources: one.sources)
      let scores = TimeScores(sample)
      for contender in sample.contenders.indices {
        #expect(abs(effects.areas[contender].value - profile.score(of: contender)) < 1e-12)
        for (other, expected) in one.improvements[contender].enumerated() {
          let told = pairs.estimates[contender][other]?.value
          #expect(contender == other ? told == nil : abs((told ?? 0) - expected) < 1e-12)
        }
        #expect(
          abs(effects.improvements[contender].value - one.improvements[contender][0]) < 1e-12)
        let repeated = scores.scores.indices.flatMap { problem in
          scores.scores[problem][contender].flatMap {
            Array(repeating: $0, count: Int(scores.weights[problem]))
          }
        }.sorted()
        let middle = try #require(interquartileMean(repeated))
        #expect(abs(effects.middleScores[contender].value - middle) < 1e-12)
      }
    }
  }

  /// Pairs share the draws with what is compared with a reference, whichever way they are told.
  @Test func pairsHaveTheIntervalsOfTheEffects() throws {
    for one in try Reference.read() {
      let sample = one.sample
      let pairs = PairImprovements(sample, resampleCount: 500)
      for reference in sample.contenders.indices {
        let effects = AcrossEffects(sample, reference: reference, resampleCount: 500)
        for contender in sample.contenders.indices where contender != reference {
          let pair = try #require(pairs.estimates[contender][reference])
          let effect = effects.improvements[contender]
          #expect(abs(pair.value - effect.value) < 1e-12)
          #expect(abs(pair.interval.low - effect.interval.low) < 1e-9)
          #expect(abs(pair.interval.high - effect.interval.high) < 1e-9)
        }
      }
    }
  }

  /// The probability of improvement is what its definition says, over all pairs of runs.
  @Test func improvementsAreThoseOfAllPairsOfRuns() {
    let (own, rival): ([Double?], [Double?]) = ([3, nil, 5, 7], [3, 4, nil, nil])
    let counts: [Int32] = [2, 0, 1, 1]
    func drawn(_ times: [Double?]) -> [Double] {
      zip(times, counts).flatMap { Array(repeating: $0 ?? .infinity, count: Int($1)) }
    }
    let expected = probabilityOfImprovement(drawn(own), drawn(rival))
    #expect(PairedLevels(own, against: rival).improvement(counts) == expected)
  }

  @Test func theSameDrawsEveryTime() throws {
    let sample = try Reference.read()[1].sample
    let effects = AcrossEffects(sample, reference: 1, resampleCount: 200)
    #expect(effects == AcrossEffects(sample, reference: 1, resampleCount: 200))
  }
}

@Suite struct AcrossSampleTests {
  @Test func infiniteNumbersCancelWeightByWeight() {
    func mean(_ numbers: [(Double, Double)], of total: Double) -> Double {
      var mean = SignedMean()
      for (number, weight) in numbers { mean.add(number, weight: weight) }
      return mean.value(of: total)
    }
    #expect(mean([(1, 1), (3, 1)], of: 2) == 2)
    #expect(mean([(.infinity, 1), (-.infinity, 1), (3, 1)], of: 3) == 1)
    #expect(mean([(.infinity, 1), (-.infinity, 0.5), (3, 1)], of: 2.5) == .infinity)
    #expect(
      mean(
        [(-.infinity, 1), (.infinity, 1 / 3.0), (.infinity, 1 / 3.0), (.infinity, 1 / 3.0)], of: 2)
        == 0)
  }

  @Test func ratiosOfTimes() {
    #expect(logRatio(3, 3) == 0 && logRatio(.infinity, .infinity) == 0 && logRatio(0, 0) == 0)
    #expect(logRatio(.infinity, 3) == .infinity && logRatio(3, .infinity) == -.infinity)
    #expect(abs(logRatio(8, 2) - 2 * logRatio(2, 1)) < 1e-15)
  }

  @Test func scoresOfRunsAndTheirWeights() {
    // The first problem has two seeds, the other two share their rows and have one seed each.
    let times: [[[Double?]]] = [[[10, 20], [nil, 40]], [[5], [4]], [[nil], [nil]]]
    let sample = AcrossSample(
      contenders: ["a", "b"],
      problems: times.enumerated().map {
        AcrossSample.Problem(
          number: $0.offset, name: "\($0.offset)", positions: [0, 1], times: $0.element)
      }, sources: [[0], [1, 2]])
    let scores = TimeScores(sample)
    // The shortest median is 15; nobody solved the last problem, which scores 0 and is not dropped.
    #expect(scores.scores == [[[1, 0.75], [0, 0.375]], [[0.8], [1]], [[0], [0]]])
    #expect(scores.weights == [1, 1, 1])
    // Where half of the runs of everybody missed the target the shortest time takes the median's place.
    let half = AcrossSample(
      contenders: ["a", "b"],
      problems: [
        AcrossSample.Problem(
          number: 0, name: "0", positions: [0, 1], times: [[10, nil], [nil, 40]])
      ], sources: [[0]])
    #expect(TimeScores(half).scores == [[[1, 0], [0, 0.25]]])
  }

  @Test func interquartileMeanOfWeightedValues() {
    #expect(interquartileMean([1, 2, 3, 10], weights: [1, 1, 1, 1], total: 4) == 2.5)
    #expect(interquartileMean([1, 2, 3, 10], weights: [2, 0, 1, 1], total: 4) == 2)
    #expect(interquartileMean([1, 2], weights: [0, 7], total: 7) == 2)
    #expect(interquartileMean([1, 2], weights: [0, 0], total: 0) == nil)
  }
}
