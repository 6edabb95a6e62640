import Testing
import Tuning

@Suite struct OptimumEdgeTests {
  /// On a scale of 4 decades 5 % are a fifth of a decade: a factor of 1.5849.
  @Test func anEndReachesFivePercentOnTheScale() {
    let rates = SearchRange(low: 1e-5, high: 1e-1, scale: .log)
    #expect(OptimumEdge(of: 1e-5, in: rates) == .low)
    #expect(OptimumEdge(of: 1.58e-5, in: rates) == .low)
    #expect(OptimumEdge(of: 1.59e-5, in: rates) == nil)
    #expect(OptimumEdge(of: 1e-3, in: rates) == nil)
    #expect(OptimumEdge(of: 6.2e-2, in: rates) == nil)
    #expect(OptimumEdge(of: 6.4e-2, in: rates) == .high)
    #expect(OptimumEdge(of: 1e-1, in: rates) == .high)
    #expect(OptimumEdge(of: 6.2e-2, in: SearchRange(low: 1e-5, high: 1e-1)) == nil)
    #expect(OptimumEdge(of: 1e-3, in: SearchRange(low: 1e-5, high: 1e-1)) == .low)
  }

  @Test func theReachIsIncluded() {
    let range = SearchRange(low: 0, high: 1)
    #expect(OptimumEdge(of: 0.05, in: range) == .low)
    #expect(OptimumEdge(of: 0.95, in: range) == .high)
    #expect(OptimumEdge(of: 0.0501, in: range) == nil)
    #expect(OptimumEdge(of: 0.9499, in: range) == nil)
    #expect(OptimumEdge(of: 0.1, in: range, share: 0.1) == .low)
    #expect(OptimumEdge(of: 0.9, in: range, share: 0.1) == .high)
  }

  @Test func outsideIsAtTheNearerEnd() {
    let range = SearchRange(low: 2, high: 5, isInteger: true)
    #expect(OptimumEdge(of: 1, in: range) == .low)
    #expect(OptimumEdge(of: 2, in: range) == .low)
    #expect(OptimumEdge(of: 3, in: range) == nil)
    #expect(OptimumEdge(of: 5, in: range) == .high)
    #expect(OptimumEdge(of: 9, in: range) == .high)
  }
}
