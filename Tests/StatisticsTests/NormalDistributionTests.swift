import Testing

@testable import Statistics

@Suite struct NormalDistributionTests {
  @Test(arguments: try DistributionReference.read().normalTails)
  func tailsAreThoseOfMpmath(_ reference: DistributionReference.Place) {
    let tail = normalUpperTail(reference.place)
    #expect(abs(tail / reference.tail - 1) <= 2e-15)
  }

  @Test(arguments: try DistributionReference.read().normalQuantiles)
  func quantilesAreThoseOfMpmath(_ reference: DistributionReference.Quantile) {
    let place = normalQuantile(reference.probability)
    // Around ½ what counts is the absolute error.
    #expect(abs(place - reference.place) <= 1e-15 * max(1, abs(reference.place)))
  }

  @Test func ends() {
    #expect(normalUpperTail(.infinity) == 0)
    #expect(normalUpperTail(-.infinity) == 1)
    #expect(normalUpperTail(.nan).isNaN)
    #expect(normalQuantile(0) == -.infinity)
    #expect(normalQuantile(1) == .infinity)
    #expect(normalQuantile(0.5) == 0)
    #expect(normalQuantile(-0.1).isNaN && normalQuantile(1.1).isNaN && normalQuantile(.nan).isNaN)
    #expect(normalQuantile(.leastNonzeroMagnitude).isFinite)
  }
}
