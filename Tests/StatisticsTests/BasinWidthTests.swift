import Testing

@testable import Statistics

@Suite struct BasinWidthTests {
  @Test(arguments: try SearchReference.read().basins)
  func agreesWithNumPy(_ reference: SearchReference.Basin) throws {
    let basin = try #require(
      BasinWidth(
        rates: reference.rates, losses: reference.losses, tolerance: .ofBest(reference.share)))
    #expect(abs(basin.decades - reference.decades) < 1e-11)
    #expect(abs(basin.low / reference.low - 1) < 1e-11)
    #expect(abs(basin.high / reference.high - 1) < 1e-11)
    #expect(basin.isLowOpen == reference.lowOpen)
    #expect(basin.isHighOpen == reference.highOpen)
  }

  private func expectBasin(
    _ basin: BasinWidth?, _ low: Double, _ high: Double, decades: Double, lowOpen: Bool = false,
    highOpen: Bool = false, _ place: SourceLocation = #_sourceLocation
  ) throws {
    let basin = try #require(basin, sourceLocation: place)
    #expect(abs(basin.low / low - 1) < 1e-13, sourceLocation: place)
    #expect(abs(basin.high / high - 1) < 1e-13, sourceLocation: place)
    #expect(abs(basin.decades - decades) < 1e-13, sourceLocation: place)
    #expect(basin.isLowOpen == lowOpen && basin.isHighOpen == highOpen, sourceLocation: place)
    #expect(basin.isLowerBound == (lowOpen || highOpen), sourceLocation: place)
  }

  /// 2.1 is half of the way from 2 to 2.2 below, and a quarter of the way from 2 to 2.4 above: ½
  /// and ¼ of a decade.
  @Test func endsLieBetweenTrials() throws {
    let basin = BasinWidth(rates: [1e-2, 1e-4, 1e-1, 1e-3], losses: [2.4, 2.2, 1, 2])
    // The best trial, 1, is at the edge; its limit 1.05 is 1/28 of the way to 2.4.
    try expectBasin(basin, 0.09210553176894815, 1e-1, decades: 1.0 / 28, highOpen: true)
    try expectBasin(
      BasinWidth(rates: [1e-2, 1e-4, 1e-3], losses: [2.4, 2.2, 2]), 3.1622776601683794e-4,
      1.7782794100389229e-3, decades: 0.75)
    // A hill that is within the limit does not part the basin; one above it does.
    try expectBasin(
      BasinWidth(rates: [1, 10, 100, 1000], losses: [4, 4.1, 4.2, 5]), 1, 100, decades: 2,
      lowOpen: true)
    try expectBasin(
      BasinWidth(rates: [1, 10, 100], losses: [4, 4.4, 4.1], tolerance: .ofBest(0.05)), 1,
      3.1622776601683795, decades: 0.5, lowOpen: true)
  }

  @Test func divergedTrialsEndItAtTheLastThatDidNot() throws {
    let losses = [.infinity, 1.01, 1, 1.02, .nan]
    try expectBasin(
      BasinWidth(rates: [1, 10, 100, 1000, 1e4], losses: losses), 10, 1000, decades: 2)
    // Then both ends are rates that were tried, to the last bit.
    for step in 1...40 {
      let rate = 0.001 * Double(step)
      let basin = try #require(
        BasinWidth(rates: [1e-9, rate, 2 * rate, 1], losses: [.infinity, 1, 1.04, .infinity]))
      #expect(basin.low == rate && basin.high == 2 * rate)
    }
    // One that merely exploded lets the end lie hardly any farther.
    try expectBasin(
      BasinWidth(rates: [1, 10, 100], losses: [1, 1, 1e300]), 1, 10, decades: 1, lowOpen: true)
    // What diverged in the middle parts it.
    try expectBasin(
      BasinWidth(rates: [1, 10, 100, 1000], losses: [1.01, .infinity, 1, 1]), 100, 1000,
      decades: 1, highOpen: true)
  }

  @Test func oneTrialHasNoWidth() throws {
    try expectBasin(
      BasinWidth(rates: [0.1], losses: [3]), 0.1, 0.1, decades: 0, lowOpen: true, highOpen: true)
    try expectBasin(
      BasinWidth(rates: [0.1, 1], losses: [3, .infinity]), 0.1, 0.1, decades: 0, lowOpen: true)
    #expect(BasinWidth(rates: [], losses: []) == nil)
    #expect(BasinWidth(rates: [1, 2], losses: [.infinity, .nan]) == nil)
    #expect(BasinWidth(rates: [1, 0], losses: [1, 1]) == nil)
    #expect(BasinWidth(rates: [1, .infinity], losses: [1, 1]) == nil)
    #expect(BasinWidth(rates: [1, 2], losses: [1]) == nil)
  }

  @Test func ofSeveralBestTheWidestCounts() throws {
    try expectBasin(
      BasinWidth(rates: [1, 10, 100, 1000], losses: [1, 1, 5, 1]), 1, 10.292005271944283,
      decades: 1.0125, lowOpen: true)
    let wideAbove = BasinWidth(rates: [1, 10, 100, 1000], losses: [1, .infinity, 1, 1])
    try expectBasin(wideAbove, 100, 1000, decades: 1, highOpen: true)
    let equal = BasinWidth(rates: [1, 10, 100, 1000, 1e4], losses: [1, 1, .infinity, 1, 1])
    try expectBasin(equal, 1, 10, decades: 1, lowOpen: true)
  }

  @Test func aRateTriedTwiceCountsOnce() throws {
    try expectBasin(
      BasinWidth(rates: [1, 10, 1, 10], losses: [9, 1, 1, .infinity]), 1, 10, decades: 1,
      lowOpen: true, highOpen: true)
  }

  /// A share of a best loss of 0 or below has no meaning; ways that do.
  @Test func tolerancesForLossesAroundZero() throws {
    let (rates, losses) = ([1.0, 10, 100], [0.0, 1, 4])
    #expect(BasinWidth(rates: rates, losses: losses) == nil)
    #expect(BasinWidth(rates: rates, losses: [-1, 0, 1]) == nil)
    // A tenth of the way back to 20 is 2: a third of the way from 1 to 4.
    try expectBasin(
      BasinWidth(rates: rates, losses: losses, tolerance: .ofProgress(0.1, start: 20)), 1,
      21.544346900318837, decades: 4.0 / 3, lowOpen: true)
    try expectBasin(
      BasinWidth(rates: rates, losses: [-1, 0, 1], tolerance: .absolute(1)), 1, 10, decades: 1,
      lowOpen: true)
    try expectBasin(
      BasinWidth(rates: rates, losses: losses, tolerance: .absolute(0)), 1, 1, decades: 0,
      lowOpen: true)
    #expect(BasinWidth(rates: rates, losses: losses, tolerance: .ofProgress(0.1, start: 0)) == nil)
    #expect(
      BasinWidth(rates: rates, losses: losses, tolerance: .ofProgress(0.1, start: .infinity)) == nil
    )
    #expect(BasinWidth(rates: rates, losses: losses, tolerance: .absolute(-1)) == nil)
    #expect(BasinWidth(rates: rates, losses: losses, tolerance: .absolute(.infinity)) == nil)
  }
}
