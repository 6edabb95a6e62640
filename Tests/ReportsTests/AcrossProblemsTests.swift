import Foundation
import Testing

@testable import Analysis
@testable import Reports

/// What SciPy says of random scores; made by `References/ranks.py`.
private struct Reference: Decodable {
  struct Ranks: Decodable {
    var scores: [[Double?]]
    var means: [Double]
    var friedman: Double?
    var criticalDifference: Double?
    var groups: [[Int]]?
  }

  struct Profile: Decodable {
    var times: [[[Double?]]]
    var factors: [Double]
    var shares: [[Double]]
  }

  var ranks: [Ranks]
  var profiles: [Profile]

  static func read() throws -> Reference {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "References/ranks.json")
    return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
  }
}

@Suite struct MeanRanksTests {
  @Test func ranksAndCriticalDifferencesAreThoseOfSciPy() throws {
    let cases = try Reference.read().ranks
    #expect(cases.count == 72)
    var groupCounts: Set<Int> = []
    var verdicts: Set<Bool> = []
    for one in cases {
      let scores = one.scores.map { $0.map { $0 ?? .infinity } }
      let ranks = try #require(MeanRanks(scores: scores))
      #expect(ranks.problemCount == one.scores.count)
      for (mean, expected) in zip(ranks.means, one.means) {
        #expect(abs(mean - expected) < 1e-12)
      }
      if let expected = one.criticalDifference {
        // The table has four digits after the point.
        let difference = try #require(ranks.criticalDifference)
        #expect(abs(difference / expected - 1) < 0.00005 / 1.96)
        #expect(ranks.groups == one.groups)
        groupCounts.insert(ranks.groups.count)
      } else {
        #expect(ranks.criticalDifference == nil)
        #expect(ranks.groups.isEmpty == ranks.areDifferent)
      }
      #expect((ranks.friedman == nil) == (one.friedman == nil))
      #expect(abs((ranks.friedman?.probability ?? 0) - (one.friedman ?? 0)) < 1e-11)
      verdicts.insert(ranks.areDifferent)
    }
    #expect(verdicts.count == 2)
    #expect(groupCounts.count > 3, "the cases are too alike: \(groupCounts)")
  }

  @Test func oneProblemOrOneOptimizerHasNoRanks() {
    #expect(MeanRanks(scores: []) == nil)
    #expect(MeanRanks(scores: [[1, 2]]) == nil)
    #expect(MeanRanks(scores: [[1], [2]]) == nil)
    #expect(MeanRanks(scores: [[1, 2], [3]]) == nil)
  }

  @Test func failuresShareTheLastRanks() throws {
    let ranks = try #require(
      MeanRanks(scores: [[1, .infinity, .infinity], [2, 1, .infinity]]))
    #expect(ranks.means == [1.5, 1.75, 2.75])
  }
}

@Suite struct PerformanceRatiosTests {
  @Test func sharesAreThoseOfNumPy() throws {
    for one in try Reference.read().profiles {
      let ratios = PerformanceRatios(times: one.times)
      for (optimizer, shares) in one.shares.enumerated() {
        for (factor, expected) in zip(one.factors, shares) {
          let share = ratios.share(of: optimizer, within: factor)
          #expect(abs(share - expected) < 1e-12)
          // The curve says the same as the share that it is made from.
          let step = try #require(ratios.steps(of: optimizer).last { $0.place <= factor })
          #expect(abs(Double(step.count) / Double(ratios.pairCount) - expected) < 1e-12)
        }
      }
    }
  }

  @Test func stepsRiseFromFactorOne() {
    let ratios = PerformanceRatios(times: [
      [[2, 4, nil], [1, 4, nil]], [[6, 3, 5], [2, 1, nil]],
    ])
    #expect(ratios.pairCount == 6)
    let expected: [[Double]] = [[1, 1, 2, 3, 3], [1, 1, 1, 1]]
    #expect(ratios.ratios == expected)
    let steps = ratios.steps(of: 0)
    #expect(steps.map(\.place) == [1, 2, 3])
    #expect(steps.map(\.count) == [2, 3, 5])
    #expect(ratios.greatest == 3)
    #expect(PerformanceRatios(times: []).greatest == 1)
  }
}
