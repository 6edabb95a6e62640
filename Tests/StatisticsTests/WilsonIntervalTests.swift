import Testing

@testable import Statistics

@Suite struct WilsonIntervalTests {
  @Test(arguments: try Reference.read().shares)
  func agreesWithSciPy(_ reference: Reference.Share) throws {
    let interval = try #require(wilsonInterval(reference.successes, of: reference.count))
    // Both ends come from a difference of numbers below 1: a few of their last places.
    #expect(abs(interval.low - reference.low) < 1e-15)
    #expect(abs(interval.high - reference.high) < 1e-15)
  }

  @Test func withoutTrialsThereIsNone() {
    #expect(wilsonInterval(0, of: 0) == nil)
  }
}
