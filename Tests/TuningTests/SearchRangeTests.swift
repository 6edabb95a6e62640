import Testing
import Tuning

/// Shares of a range and values, by hand.
@Suite struct SearchRangeTests {
  @Test func linearRangesAreEven() {
    let range = SearchRange(low: 1, high: 5)
    #expect(range.value(at: 0) == 1)
    #expect(range.value(at: 0.25) == 2)
    #expect(range.share(of: 4) == 0.75)
    #expect(range.value(at: 1) == 5)
  }

  @Test func logarithmicRangesAreEvenInRatios() {
    let range = SearchRange(low: 1e-5, high: 1e-1, scale: .log)
    #expect(abs(range.value(at: 0.5) / 1e-3 - 1) < 1e-14)
    #expect(abs(range.share(of: 1e-2) - 0.75) < 1e-14)
    #expect(range.value(at: 0) == 1e-5)
    #expect(range.value(at: 1.0.nextDown) <= 1e-1)
  }

  /// 3 to 6 are four whole numbers, a quarter of the way each.
  @Test func wholeNumbersHaveEqualParts() {
    let range = SearchRange(low: 3, high: 6, isInteger: true)
    let values = (0..<8).map { range.value(at: (Double($0) + 0.5) / 8) }
    #expect(values == [3, 3, 4, 4, 5, 5, 6, 6])
    #expect(range.value(at: 0) == 3)
    #expect(range.value(at: 1.0.nextDown) == 6)
  }

  /// From ½ to 4½ the logarithms of 1½, 2½ and 3½ part the way to 1, 2, 3 and 4: 0.5, 0.7325 and 0.8856 of it.
  @Test func wholeNumbersOnALogarithmicScaleToo() {
    let range = SearchRange(low: 1, high: 4, scale: .log, isInteger: true)
    let values = [0, 0.49, 0.51, 0.73, 0.74, 0.88, 0.89, 0.999].map { range.value(at: $0) }
    #expect(values == [1, 1, 2, 2, 3, 3, 4, 4])
  }
}
