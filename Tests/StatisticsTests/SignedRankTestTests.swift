import Kernels
import Testing

@testable import Statistics

@Suite struct SignedRankTestTests {
  @Test func agreesWithAllPatternsOfSignsAndWithSciPy() throws {
    let cases = try InferenceReference.read().signedRank
    #expect(cases.count == 55)
    for one in cases {
      let test = try #require(SignedRankTest(one.differences))
      #expect(test.isExact == one.exact && test.count == one.differences.count)
      #expect(
        isClose(test.probability, one.probability, 1e-12),
        "\(one.differences): \(test.probability), \(one.probability)")
    }
  }

  /// min(1, 2 min(P(W ≤ w), P(W ≥ w))) by going through all patterns of signs, of differences with ties,
  /// zeros and infinities.
  @Test(arguments: 1...12) func countsEveryPatternOfSigns(_ count: Int) throws {
    var random = RandomDifferences("patterns of \(count)")
    for _ in 0..<(count > 9 ? 15 : 40) {
      let differences = random.next(count)
      let sizes = differences.map(\.magnitude)
      let ranked = differences.filter { $0 != 0 }.map { difference in
        let smaller = sizes.count { $0 < difference.magnitude }
        return (
          rank: 2 * smaller + sizes.count { $0 == difference.magnitude } + 1,
          isPositive: difference > 0
        )
      }
      let seen = ranked.reduce(0) { $0 + ($1.isPositive ? $1.rank : 0) }
      var (lower, upper) = (0, 0)
      for pattern in 0..<(1 << ranked.count) {
        var sum = 0
        for (index, one) in ranked.enumerated() where pattern >> index & 1 == 1 { sum += one.rank }
        lower += sum <= seen ? 1 : 0
        upper += sum >= seen ? 1 : 0
      }
      let expected = min(1, Double(2 * min(lower, upper)) / Double(1 << ranked.count))
      #expect(SignedRankTest(differences)?.probability == expected, "\(differences)")
    }
  }

  /// R's help of wilcox.test, after Hollander and Wolfe 1973: V = 40, one-sided p = 0.01953.
  @Test func theDepressionDataOfHollanderAndWolfe() throws {
    let first = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
    let second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    let test = try #require(SignedRankTest(zip(first, second).map { $0 - $1 }))
    #expect(abs(test.probability - 0.0390625) < 1e-15)
  }

  @Test func bothDirectionsAgreeAndNothingIsNothing() throws {
    let values = [1, 2, -0.5, .infinity, 0, 3, 3, -1]
    #expect(SignedRankTest(values)?.probability == SignedRankTest(values.map { -$0 })?.probability)
    #expect(SignedRankTest([0, 0, 0])?.probability == 1)
    #expect(SignedRankTest([]) == nil)
    #expect(SignedRankTest(Array(repeating: 1, count: 10))?.probability == 2 / 1024.0)
  }
}

@Suite struct HodgesLehmannTests {
  @Test func agreesWithSortedWalshAverages() throws {
    for one in try InferenceReference.read().hodgesLehmann {
      let shift = try #require(HodgesLehmann(one.differences))
      #expect(isClose(shift.estimate, one.estimate, 1e-12))
      let interval = shift.interval(level: one.level)
      #expect((interval == nil) == (one.interval == nil))
      if let interval, let expected = one.interval { #expect(interval.isNear(expected)) }
    }
  }

  /// Averages are sorted where they are few and counted where they are many: on both sides of that the
  /// estimate is the median of all of them, and the interval has its ends among them.
  @Test(arguments: [39, 40, 41, 42]) func sortedOrCountedTheyAreTheSame(_ count: Int) throws {
    var stream = PhiloxStream(seed: 4, purpose: "test", name: "averages")
    let values = (0..<count).map { _ in stream.normal() + 0.3 }
    var averages: [Double] = []
    for first in 0..<count {
      for last in first..<count { averages.append((values[first] + values[last]) / 2) }
    }
    averages.sort()
    let shift = try #require(HodgesLehmann(values))
    let middle = [averages[(averages.count - 1) / 2], averages[averages.count / 2]]
    #expect(shift.estimate == (middle[0] + middle[1]) / 2)
    let interval = try #require(shift.interval(level: 0.95))
    let place = try #require(averages.firstIndex(of: interval.low))
    #expect(averages[averages.count - 1 - place] == interval.high && place > 0)
  }

  /// Over random differences with ties, zeros and infinities, at several levels.
  @Test func theIntervalExcludesNoShiftExactlyWhenTheTestRejects() throws {
    var stream = PhiloxStream(seed: 3, purpose: "test", name: "agreement")
    var counts = [0, 0]
    for trial in 0..<2_000 {
      let size = 7 + Int(stream.next(below: 20))
      let shift = Double(stream.next(below: 4))
      let values = (0..<size).map { _ -> Double in
        let value = Double(stream.next(below: 7)) - 3 + shift
        return stream.next(below: 10) == 0 ? (value < 0 ? -.infinity : .infinity) : value
      }
      let level = [0.95, 0.97, 0.9][trial % 3]
      let test = try #require(SignedRankTest(values))
      let isRejected = test.probability <= 1 - level
      let interval = try #require(
        HodgesLehmann(values)?.interval(level: level, isRejected: isRejected))
      #expect(interval.contains(0) != isRejected, "\(values) at \(level)")
      counts[isRejected ? 1 : 0] += 1
    }
    #expect(counts.allSatisfy { $0 > 300 })
  }

  /// Many zeros and a few differences of one sign: the test rejects what most Walsh averages are.
  @Test func anEndMovesToTheSideOfTheRanks() throws {
    let positive = (1...6).map(Double.init)
    for zeros in [24, 94] {
      let differences = Array(repeating: 0, count: zeros) + positive
      let shift = try #require(HodgesLehmann(differences))
      #expect(shift.estimate == 0 && shift.lean == zeros * 6 + 21)
      #expect(shift.interval(level: 0.95)?.low == 0)
      let interval = try #require(shift.interval(level: 0.95, isRejected: true))
      #expect(interval.low == 0.5 && interval.high >= 0.5)
      let turned = try #require(HodgesLehmann(differences.map { -$0 }))
      #expect(
        turned.interval(level: 0.95, isRejected: true)
          == Interval(low: -interval.high, high: -interval.low))
    }
  }

  /// Ties for which the test gives .234, and the interval without ties excludes 0.
  @Test func anIntervalIsWidenedToHoldZero() throws {
    let differences: [Double] = [1, 1, -2, 1, 1, 1, 1, 1]
    let shift = try #require(HodgesLehmann(differences))
    #expect(SignedRankTest(differences)?.probability == 0.234375)
    #expect(shift.interval(level: 0.8) == Interval(low: 1, high: 1))
    #expect(shift.interval(level: 0.8, isRejected: false) == Interval(low: 0, high: 1))
  }

  @Test func theIntervalFollowsTheTest() throws {
    let shift = try #require(HodgesLehmann((1...8).map(Double.init)))
    #expect(try #require(shift.interval(level: 0.95)).low > 0)
    #expect(shift.interval(level: 0.95, isRejected: false)?.low == 0)
    let doubtful = try #require(HodgesLehmann([-5, 1, 1, 2, 3, 4, 5, 6]))
    #expect(try #require(doubtful.interval(level: 0.95)).contains(0))
    // The lowest Walsh average above 0, of -5 and 6.
    #expect(doubtful.interval(level: 0.95, isRejected: true)?.low == 0.5)
  }

  @Test func manyDifferencesAreNoTrouble() throws {
    let values = (0..<5_000).map { Double($0 % 101) - 40 }
    let shift = try #require(HodgesLehmann(values))
    #expect(abs(shift.estimate - 10) < 1)
    #expect(try #require(shift.interval(level: 0.95)).contains(shift.estimate))
  }
}
