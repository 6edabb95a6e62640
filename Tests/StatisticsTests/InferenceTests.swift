import Kernels
import Testing

@testable import Statistics

@Suite struct DistributionTests {
  @Test func tailsAndQuantilesAreThoseOfSciPy() throws {
    let reference = try InferenceReference.read()
    for one in reference.students {
      let distribution = StudentDistribution(degreesOfFreedom: one.degrees)
      let tail = distribution.twoSidedTail(one.statistic)
      #expect(abs(tail - one.tail) <= 1e-12 * one.tail)
      #expect(abs(distribution.twoSidedQuantile(one.probability) / one.quantile - 1) < 1e-12)
    }
    for one in reference.fishers {
      let tail = fisherUpperTail(
        one.statistic, degreesOfFreedom: (one.degrees[0], one.degrees[1]))
      #expect(isClose(tail, one.tail, 1e-12) && abs(tail / one.tail - 1) < 1e-11)
    }
    for one in reference.normals {
      #expect(isClose(normalUpperTail(one.value), one.tail, 1e-15))
      #expect(isClose(normalQuantile(one.probability), one.quantile, 1e-11))
    }
    for one in reference.ranges {
      let quantile = StudentizedRange(count: one.methods).upperQuantile(0.05)
      #expect(abs(quantile - one.quantile) < 1e-8)
    }
  }

  @Test func imanAndDavenportsStatistic() throws {
    for one in try InferenceReference.read().friedman {
      let test = try #require(FriedmanTest(ranks: one.ranks))
      #expect(abs(test.fStatistic / one.statistic - 1) < 1e-10)
      #expect(isClose(test.fProbability, one.tail, 1e-12))
    }
    let agreeing = try #require(FriedmanTest(ranks: [[1, 2, 3], [1, 2, 3]]))
    #expect(agreeing.fStatistic == .infinity && agreeing.fProbability == 0)
  }
}

@Suite struct CorrectedResampledTestTests {
  @Test func agreesWithTheFormulaInSciPy() throws {
    for one in try InferenceReference.read().corrected {
      let test = try #require(CorrectedResampledTest(one.differences, testShare: one.share))
      #expect(isClose(test.probability, one.probability, 1e-11))
      #expect(test.interval(level: 0.99).isNear(one.interval))
    }
  }

  @Test func infiniteAndConstantDifferences() throws {
    let lost = try #require(CorrectedResampledTest([1, 2, .infinity], testShare: 0.25))
    #expect(lost == CorrectedResampledTest([1, 2, 2], testShare: 0.25))
    #expect(CorrectedResampledTest([0, 0, 0], testShare: 0.25)?.probability == 1)
    #expect(CorrectedResampledTest([2, 2, 2], testShare: 0.25)?.probability == 0)
    let none = try #require(CorrectedResampledTest([-.infinity, .infinity], testShare: 0.25))
    #expect(none.mean == 0)
    #expect(CorrectedResampledTest([1], testShare: 0.25) == nil)
  }
}

@Suite struct HolmFamilyTests {
  @Test func agreesWithStatsmodels() throws {
    for one in try InferenceReference.read().holm {
      let family = HolmFamily(probabilities: one.probabilities)
      for (adjusted, expected) in zip(family.adjusted, one.adjusted) {
        #expect(isClose(adjusted, expected, 1e-14))
      }
      #expect(family.adjusted.map { $0 < 0.05 } == one.rejected)
      for (probability, (level, rejected)) in zip(
        one.probabilities, zip(family.levels, one.rejected))
      {
        // At its own level a comparison alone says the same.
        #expect((probability <= 1 - level + 1e-15) == rejected)
      }
    }
  }

  @Test func soManySeedsAreNeeded() {
    #expect(HolmFamily.fewestSeeds(comparisons: 1) == 6)
    #expect(HolmFamily.fewestSeeds(comparisons: 45) == 11)
    #expect(HolmFamily.fewestSeeds(comparisons: 120) == 13)
    #expect(HolmFamily.fewestSeeds(comparisons: 0) == 6)
  }
}

@Suite struct MedianIntervalTests {
  @Test func agreesWithTheBinomialOfSciPy() throws {
    for one in try InferenceReference.read().medianIntervals {
      let interval = medianInterval(ofSorted: one.values, level: one.level)
      #expect((interval == nil) == (one.interval == nil))
      if let interval, let expected = one.interval { #expect(interval.isNear(expected)) }
    }
  }

  @Test func fewValuesAndInfiniteOnes() {
    #expect(medianInterval(ofSorted: [1, 2, 3, 4, 5]) == nil)
    #expect(medianInterval(ofSorted: [1, 2, 3, 4, 5, .infinity])?.high == .infinity)
    let many = (0..<3_000).map(Double.init)
    #expect(medianInterval(ofSorted: many).map { $0.low > 1_400 && $0.high < 1_600 } == true)
  }
}

@Suite struct SettlingSeedsTests {
  @Test func moreThanWereObservedAndAsManyAsThePowerAsksFor() throws {
    // A shift of .6 standard deviations has a power of .8 at 5 % from about 25 pairs on.
    var stream = PhiloxStream(seed: 2, purpose: "test", name: "settling")
    let values = (0..<400).map { _ in stream.normal() + 0.6 }
    let seeds = try #require(settlingSeeds(Array(values.prefix(20)) + [], level: 0.95))
    #expect(seeds > 20)
    let small = try #require(settlingSeeds(values.prefix(15).map { $0 - 0.4 }, level: 0.95))
    let strict = settlingSeeds(values.prefix(15).map { $0 - 0.4 }, level: 0.999) ?? 1_001
    #expect(small > 15 && strict > small)
    // Where the corrected test has to agree it takes more, and never comes to pass where a mean over
    // √(share · variance), to which t goes, stays below the quantile.
    let middle = values.prefix(20).map { $0 - 0.1 }
    let alone = try #require(settlingSeeds(middle, level: 0.95))
    let both = try #require(settlingSeeds(middle, level: 0.95, testShare: 0.01))
    #expect(both > alone + 3, "\(alone) \(both)")
    #expect(settlingSeeds(middle, level: 0.95, testShare: 1) == nil)
    #expect(settlingSeeds([0, 0, 0], level: 0.95) == nil)
    #expect(settlingSeeds([1, -1, 1, -1], level: 0.95) == nil)
    #expect(settlingSeeds(values.prefix(10).map { _ in 1 }, level: 0.95) == 11)
  }
}

@Suite struct RunningTimeTests {
  @Test func missesArePaidByArrivals() {
    #expect(expectedRunningTime(times: [10, nil, 20], spent: [10, 100, 20]) == 65)
    #expect(expectedRunningTime(times: [nil], spent: [10]) == nil)
  }
}
