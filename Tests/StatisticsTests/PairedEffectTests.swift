import Testing

@testable import Statistics

@Suite struct PairedEffectTests {
  private let bootstrap = MedianBootstrap(count: 8)

  @Test func ratioIsTakenSeedBySeed() throws {
    // The ratio is 1/2 for every seed, although the two overlap widely.
    let reference: [Double?] = [2, 4, 8, 16, 32, 64, 128, 256]
    let values: [Double?] = reference.map { $0.map { $0 / 2 } }
    let ratio = try #require(PairedRatio(of: values, to: reference, bootstrap: bootstrap))
    #expect(ratio.median == 0.5)
    #expect(ratio.interval == Interval(low: 0.5, high: 0.5))
  }

  @Test func aMissedTargetCountsAgainstTheOneThatMissedIt() throws {
    let arrived: [Double?] = Array(repeating: 10, count: 8)
    let never: [Double?] = Array(repeating: nil, count: 8)
    #expect(PairedRatio(of: arrived, to: never, bootstrap: bootstrap)?.median == 0)
    #expect(PairedRatio(of: never, to: arrived, bootstrap: bootstrap)?.median == .infinity)
    #expect(PairedRatio(of: never, to: never, bootstrap: bootstrap) == nil)
  }

  @Test func bothMissedFavoursNeither() throws {
    let values: [Double?] = [nil, nil, nil, nil, nil, nil, nil, 10]
    let ratio = try #require(PairedRatio(of: values, to: values, bootstrap: bootstrap))
    #expect(ratio.median == 1)
    #expect(ratio.decided == 1)
  }

  @Test func failuresCountAsInfinite() throws {
    let values: [Double?] = [nil, nil, nil, nil, nil, 1, 1, 1]
    let reference: [Double?] = Array(repeating: 1, count: 8)
    let difference = try #require(
      PairedDifference(of: values, to: reference, bootstrap: bootstrap))
    #expect(difference.median == .infinity)
  }

  @Test func summaryCountsFailuresAsTheWorst() throws {
    let summary = try #require(
      Summary(of: [1, 2, 3, nil, nil, nil, nil, nil], bootstrap: bootstrap))
    #expect(summary.count == 8)
    #expect(summary.failures == 5)
    #expect(summary.median == .infinity)
    #expect(summary.lowerQuartile == 2.75)
  }
}
