import Testing

@testable import Statistics

@Suite struct MedianBootstrapTests {
  /// The ends must lie where 400,000 resamples of SciPy put the .017 to .033 and .967 to .983
  /// quantiles: with 10,000 resamples the level of an end has a standard error of .0016.
  @Test(arguments: try Reference.read().intervals)
  func agreesWithSciPy(_ reference: Reference.Interval) throws {
    let bootstrap = MedianBootstrap(count: reference.values.count)
    let interval = try #require(bootstrap.medianInterval(of: reference.values.sorted()))
    #expect((reference.lowLeast...reference.lowGreatest).contains(interval.low))
    #expect((reference.highLeast...reference.highGreatest).contains(interval.high))
  }

  @Test func sameSeedSameInterval() {
    let values = (0..<20).map { Double($0 * $0) }
    let one = MedianBootstrap(count: 20).medianInterval(of: values)
    #expect(one == MedianBootstrap(count: 20).medianInterval(of: values))
    #expect(
      one != MedianBootstrap(count: 20, seed: 1).medianInterval(of: values.map { $0.squareRoot() }))
  }

  @Test func aHigherLevelIsWider() throws {
    let bootstrap = MedianBootstrap(count: 30)
    let values = (0..<30).map(Double.init)
    let narrow = try #require(bootstrap.medianInterval(of: values, level: 0.9))
    let wide = try #require(bootstrap.medianInterval(of: values, level: 0.999))
    #expect(wide.low < narrow.low && narrow.high < wide.high)
  }

  @Test(arguments: 0..<6)
  func tooFewValuesCarryNoInterval(_ count: Int) {
    let values = (0..<count).map(Double.init)
    #expect(MedianBootstrap(count: count).medianInterval(of: values) == nil)
  }

  @Test func infiniteValuesStayOrdered() throws {
    let values = [1, 2, 3, 4, 5, 6, 7, .infinity, .infinity, .infinity]
    let interval = try #require(MedianBootstrap(count: 10).medianInterval(of: values))
    #expect(interval.low.isFinite && interval.high == .infinity)
  }

  @Test func equalValuesGiveAPoint() throws {
    let interval = try #require(
      MedianBootstrap(count: 8).medianInterval(of: Array(repeating: 2.5, count: 8)))
    #expect(interval == Interval(low: 2.5, high: 2.5))
  }
}
