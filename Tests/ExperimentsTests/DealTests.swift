import Testing

@testable import Experiments

/// Shares of about equal cost.
@Suite struct DealTests {
  @Test("the longest goes first, each to the least share")
  func graham() {
    // By hand; Graham's worst case for three: best is 9 (5+4, 5+4, 3+3+3), the rule gives 11.
    let deal = Deal([5, 5, 4, 4, 3, 3, 3], count: 3)
    #expect(deal.shares == [[0, 4, 6], [1, 5], [2, 3]])
    #expect(deal.loads == [11, 8, 8])
  }

  @Test("equal work is dealt like cards")
  func equal() {
    #expect(Deal([1, 1, 1, 1, 1], count: 2).shares == [[0, 2, 4], [1, 3]])
  }

  @Test("more shares than work leave some empty, and no work leaves all")
  func few() {
    #expect(Deal([2, 3], count: 4).shares == [[1], [0], [], []])
    #expect(Deal([], count: 2).shares == [[], []])
  }

  @Test("every unit is in one share, and no share is more than the rule's bound allows")
  func bound() {
    var state: UInt64 = 1
    for round in 1...40 {
      let costs = (0..<(3 * round)).map { _ -> Double in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 40) + 1
      }
      let count = 1 + round % 7
      let deal = Deal(costs, count: count)
      #expect(deal.shares.flatMap { $0 }.sorted() == Array(costs.indices))
      #expect(
        zip(deal.shares, deal.loads).allSatisfy { share, load in
          abs(share.map { costs[$0] }.reduce(0, +) - load) < 1e-6 * load + 1e-9
        })
      // No deal does better than the mean and than the longest unit.
      let least = max(costs.reduce(0, +) / Double(count), costs.max() ?? 0)
      #expect((deal.loads.max() ?? 0) <= 2 * least)
    }
  }
}
