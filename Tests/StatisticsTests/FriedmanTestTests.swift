import Testing

@testable import Statistics

@Suite struct FriedmanTestTests {
  @Test(arguments: try Reference.read().friedman)
  func agreesWithSciPy(_ reference: Reference.Friedman) throws {
    let test = try #require(FriedmanTest(ranks: reference.ranks))
    #expect(test.degreesOfFreedom == reference.ranks[0].count - 1)
    // A difference of sums up to a thousand times as large as itself.
    #expect(abs(test.statistic - reference.statistic) <= 1e-10 * max(1, reference.statistic))
    #expect(abs(test.probability - reference.probability) <= 1e-11)
  }

  @Test(arguments: try Reference.read().tails)
  func tailsAreThoseOfSciPy(_ reference: Reference.Tail) {
    let tail = chiSquareUpperTail(reference.statistic, degreesOfFreedom: reference.degrees)
    #expect(abs(tail - reference.expected) <= 1e-14)
  }

  @Test func equalRanksEverywhereSayNothing() {
    #expect(FriedmanTest(ranks: [[1.5, 1.5], [1.5, 1.5]]) == nil)
    #expect(FriedmanTest(ranks: [[1, 2]]) == nil)
    #expect(FriedmanTest(ranks: [[1], [1]]) == nil)
    #expect(FriedmanTest(ranks: [[1, 2], [1]]) == nil)
  }
}
