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
        #expect(abs(ranks.criticalDifference / expected - 1) < 1e-8)
        #expect(ranks.groups == one.groups)
        groupCounts.insert(ranks.groups.count)
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
          // Between two factors at which it rises the share is that of the lower one.
          let step = try #require(ratios.factors(of: optimizer).last { $0 <= factor })
          #expect(ratios.share(of: optimizer, within: step) == share)
        }
      }
    }
  }

  @Test func everyProblemCountsTheSameAndWithinItEverySeed() {
    // The first optimizer is fastest on both of one problem's seeds, the other on the only one of another.
    let ratios = PerformanceRatios(times: [[[2, 4], [4, 12]], [[9], [3]]])
    #expect(ratios.problemCount == 2)
    #expect([0, 1].map { ratios.share(of: $0, within: 1) } == [0.5, 0.5])
    #expect(ratios.factors(of: 0) == [1, 3] && ratios.factors(of: 1) == [1, 2, 3])
    #expect(ratios.share(of: 1, within: 2) == 0.75 && ratios.greatest == 3)
    // Half of the way to factor 2 at .5, then .75 and from 3 on 1: (.5 + .75 + 1) / 3.
    #expect(abs(ratios.score(of: 1) - 0.75) < 1e-12)
    #expect(PerformanceRatios(times: []).greatest == 1)
  }

  @Test func bandsResampleProblemsAndNotPairs() {
    // Six problems of 50 equal seeds: the first optimizer is the fastest on three of them.
    let times = (0..<6).map { problem -> [[Double?]] in
      let (one, other) = problem < 3 ? (1.0, 2.0) : (2.0, 1.0)
      return [Array(repeating: one, count: 50), Array(repeating: other, count: 50)]
    }
    let bands = PerformanceRatios(times: times).bands(of: 0, at: [1, 2])
    // Of six draws of one half, .025 and .975 are at 1/6 or 0 and 5/6 or 1; pooled pairs would say .44 to .56.
    #expect(bands[0].low <= 1.0 / 6 + 1e-9 && bands[0].high >= 5.0 / 6 - 1e-9)
    #expect(bands[1].low == 1 && bands[1].high == 1)
    // The problems as they are: no other seed changes anything.
    let fixed = PerformanceRatios(times: times).bands(
      of: 0, at: [1, 2], resamplesProblems: false)
    #expect(fixed.map(\.low) == [0.5, 1] && fixed.map(\.high) == [0.5, 1])
  }

  @Test func bandsOfTheSeedsAreThoseOfTheProblemsThatThereAre() {
    // On one of two problems half of 40 seeds are the fastest, on the other all: a share of .75 whose
    // deviation is half of √(.25 / 40) = .0395; 1.96 of these are .077.
    let half = (0..<40).map { $0 < 20 ? 1.0 : 3.0 as Double? }
    let times: [[[Double?]]] = [
      [half, Array(repeating: 2, count: 40)],
      [Array(repeating: 1, count: 40), Array(repeating: 2, count: 40)],
    ]
    let ratios = PerformanceRatios(times: times)
    let seeds = ratios.bands(of: 0, at: [1], resamplesProblems: false)[0]
    #expect(abs(seeds.low - 0.673) < 0.02 && abs(seeds.high - 0.827) < 0.02)
    let both = ratios.bands(of: 0, at: [1])[0]
    #expect(both.low < 0.6 && both.high == 1)
  }
}
