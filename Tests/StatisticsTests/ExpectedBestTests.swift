import Kernels
import Testing

@testable import Statistics

private let probabilities = [0.25, 0.5, 0.75]

/// Whether two values are the same, infinite ones included, or differ by rounding.
private func isClose(_ value: Double, _ expected: Double, within error: Double) -> Bool {
  value == expected || expected.isFinite && abs(value - expected) <= error * abs(expected)
}

@Suite struct ExpectedBestTests {
  /// Small searches against every subset, others against whole numbers.
  @Test(arguments: try SearchReference.read().best)
  func agreesWithEnumerationAndFractions(_ reference: SearchReference.Best) throws {
    let best = try #require(ExpectedBest(losses(reference.values)))
    #expect(best.count == reference.values.count)
    #expect(best.expectations.count == reference.sizes.count)
    for (value, expected) in zip(best.expectations, losses(reference.expectations)) {
      #expect(isClose(value, expected, within: 1e-13))
    }
    for (probability, expected) in zip(probabilities, reference.quantiles) {
      #expect(best.quantiles(probability) == losses(expected))
    }
  }

  @Test(arguments: try SearchReference.read().large)
  func holdsForThousands(_ reference: SearchReference.Large) throws {
    let best = try #require(
      ExpectedBest((0..<reference.count).map { Double($0 * 7919 % 10007) / 64 }))
    let expectations = best.expectations
    for (size, expected) in zip(reference.sizes, reference.expectations) {
      #expect(abs(expectations[size - 1] - expected) <= 1e-11 * expected)
    }
    for (probability, expected) in zip(probabilities, reference.quantiles) {
      let quantiles = best.quantiles(probability)
      #expect(reference.sizes.map { quantiles[$0 - 1] } == expected)
    }
  }

  @Test func moreTrialsAreNoWorse() throws {
    var random = RandomDifferences("expected best")
    for count in 1...60 {
      let best = try #require(
        ExpectedBest(random.next(count).map { $0 == -.infinity ? .infinity : $0 }))
      for (fewer, more) in zip(best.expectations, best.expectations.dropFirst()) {
        #expect(more <= fewer || more - fewer <= 4 * fewer.ulp)
      }
      for probability in probabilities {
        let quantiles = best.quantiles(probability)
        #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 >= $1 })
      }
    }
  }

  @Test func itsEndsAreTheMeanAndTheBest() throws {
    let best = try #require(ExpectedBest([3, 1, 2, .nan]))
    #expect(best.count == 3)
    #expect(best.expectations.first == 2)
    #expect(best.expectations.last == 1)
    #expect(best.quantiles(0) == [1, 1, 1])
    #expect(best.quantiles(1) == [3, 2, 1])
    #expect(ExpectedBest([]) == nil)
    #expect(ExpectedBest([.nan]) == nil)
  }
}

@Suite struct ExpectedBestIntervalTests {
  /// The ends must lie where 200,000 resamples of NumPy put the .019 to .031 and .969 to .981
  /// quantiles.
  @Test(arguments: try SearchReference.read().intervals)
  func agreeWithNumPy(_ reference: SearchReference.Intervals) throws {
    let best = try #require(ExpectedBest(losses(reference.values)))
    let expectations = best.intervals(of: .expectation)
    let medians = best.intervals(of: .quantile(0.5))
    #expect(expectations.count == best.count && medians.count == best.count)
    for row in reference.rows {
      for (interval, ends) in [
        (expectations[row.size - 1], losses(row.expectation)),
        (medians[row.size - 1], losses(row.median)),
      ] {
        #expect((ends[0]...ends[1]).contains(interval.low), "low end of \(row.size)")
        #expect((ends[2]...ends[3]).contains(interval.high), "high end of \(row.size)")
      }
    }
  }

  /// The bootstrap's block of eight and what it leaves out change nothing: each resample has the
  /// expectations of the values that the same draws pick.
  @Test(arguments: [
    [5], [1, 2], [0.1, 1e12, 0.2, 0.4, 7, .infinity, 0.3, .infinity, 3, 0.15],
    (0..<40).map { pow(10, Double($0 % 20)) },
  ])
  func resamplesHaveTheExpectationsOfTheirValues(_ values: [Double]) throws {
    let best = try #require(ExpectedBest(values))
    for count in [1, 8, 11] {
      var expected = Array(repeating: [Double](), count: values.count)
      best.forEachResample(count, seed: 3) { drawn in
        for (size, value) in (ExpectedBest(drawn)?.expectations ?? []).enumerated() {
          expected[size].append(value)
        }
      }
      let resampled = best.expectations(ofResamples: count, seed: 3)
      for (found, expected) in zip(resampled.flatMap { $0 }, expected.flatMap { $0 }) {
        #expect(isClose(found, expected, within: 1e-14))
      }
      #expect(resampled.map(\.count) == expected.map(\.count))
    }
  }

  @Test func seedsDecideThem() throws {
    let values = (0..<30).map { Double($0 * $0 % 31) } + [.infinity]
    let best = try #require(ExpectedBest(values))
    for statistic in [BestOfDrawsStatistic.expectation, .quantile(0.75)] {
      let one = best.intervals(of: statistic, seed: 1, resampleCount: 101)
      #expect(one == best.intervals(of: statistic, seed: 1, resampleCount: 101))
      #expect(one != best.intervals(of: statistic, seed: 2, resampleCount: 101))
    }
    let wide = best.intervals(of: .expectation, level: 0.95)
    let narrow = best.intervals(of: .expectation, level: 0.5)
    for (wide, narrow) in zip(wide, narrow) {
      #expect(wide.low <= narrow.low && narrow.high <= wide.high)
    }
  }

  @Test func divergedTrialsMakeEndsInfinite() throws {
    let none = try #require(ExpectedBest([.infinity, .infinity]))
    let infinite = Interval(low: .infinity, high: .infinity)
    #expect(none.intervals(of: .expectation) == [infinite, infinite])
    let half = try #require(ExpectedBest([1, .infinity, 2, .infinity]))
    #expect(half.intervals(of: .expectation)[3] == Interval(low: 1, high: .infinity))
    let same = try #require(ExpectedBest([2, 2, 2]))
    #expect(
      same.intervals(of: .expectation) == Array(repeating: Interval(low: 2, high: 2), count: 3))
  }
}
