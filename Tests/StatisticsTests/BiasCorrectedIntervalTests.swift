import Testing

@testable import Statistics

@Suite struct BiasCorrectedIntervalTests {
  @Test(arguments: try ResamplingReference.read().bca)
  func agreesWithSciPy(_ reference: ResamplingReference.BiasCorrected) throws {
    let interval = try #require(
      bcaInterval(
        ofSorted: reference.resampled, estimate: reference.estimate,
        leaveOneOut: reference.leaveOneOut, level: reference.level))
    #expect(abs(interval.low - reference.low) <= 1e-12 * reference.low)
    #expect(abs(interval.high - reference.high) <= 1e-12 * reference.high)
  }

  @Test func withoutBiasAndSkewItIsThePercentileInterval() {
    let resampled = (0...1000).map(Double.init)
    let interval = bcaInterval(
      ofSorted: resampled, estimate: 500, leaveOneOut: [1, 2, 3], level: 0.9)
    #expect(interval.map { abs($0.low - 50) < 1e-9 && abs($0.high - 950) < 1e-9 } == true)
    // Equal statistics without each value have no skew either.
    #expect(
      bcaInterval(ofSorted: resampled, estimate: 500, leaveOneOut: [2, 2], level: 0.9) == interval)
  }

  @Test func anEstimateOutsideItsResamplesHasNone() {
    #expect(bcaInterval(ofSorted: [], estimate: 0, leaveOneOut: [1, 2]) == nil)
    #expect(bcaInterval(ofSorted: [1, 2, 3], estimate: 4, leaveOneOut: [1, 2]) == nil)
    #expect(bcaInterval(ofSorted: [1, 2, 3], estimate: 0, leaveOneOut: [1, 2]) == nil)
  }
}
