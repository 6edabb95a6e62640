import Testing

@testable import Statistics

@Suite struct QuantileTests {
  @Test(arguments: try Reference.read().quantiles)
  func agreesWithNumPy(_ reference: Reference.Quantile) throws {
    let value = try #require(quantile(ofSorted: reference.values.sorted(), reference.probability))
    // NumPy interpolates with the same two forms: a last bit may differ where a product is fused.
    #expect(abs(value - reference.expected) <= reference.expected.ulp)
  }

  @Test func infiniteValuesAreTheWorst() {
    #expect(quantile(ofSorted: [1, 2, .infinity], 0.5) == 2)
    #expect(quantile(ofSorted: [1, .infinity], 0.5) == .infinity)
    #expect(quantile(ofSorted: [1, .infinity, .infinity], 0.25) == .infinity)
    #expect(quantile(ofSorted: [-.infinity, 1], 0.5) == -.infinity)
    #expect(quantile(ofSorted: [.infinity, .infinity], 0.5) == .infinity)
  }

  @Test func nothingHasNoQuantile() {
    #expect(quantile(ofSorted: [], 0.5) == nil)
    #expect(median([]) == nil)
  }

  @Test func medianTakesAnyOrder() {
    #expect(median([3, 1, 2]) == 2)
    #expect(median([4, 1, 3, 2]) == 2.5)
  }
}
