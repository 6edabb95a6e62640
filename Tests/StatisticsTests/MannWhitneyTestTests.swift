import Testing

@testable import Statistics

@Suite struct MannWhitneyTestTests {
  @Test(arguments: try ResamplingReference.read().mannWhitney)
  func agreesWithSciPy(_ reference: ResamplingReference.MannWhitney) throws {
    let test = try #require(MannWhitneyTest(reference.one, reference.other))
    #expect(test.counts == [reference.one.count, reference.other.count])
    #expect(test.isExact == reference.exact)
    #expect(abs(test.probability / reference.probability - 1) <= 1e-12)
    let turned = try #require(MannWhitneyTest(reference.other, reference.one))
    #expect(abs(turned.probability / test.probability - 1) <= 1e-13)
  }

  @Test(arguments: try ResamplingReference.read().mannWhitney)
  func improvementIsThatOfSciPysStatistic(_ reference: ResamplingReference.MannWhitney) throws {
    let value = try #require(probabilityOfImprovement(reference.one, reference.other))
    #expect(abs(value - reference.improvement) <= 1e-15)
  }

  /// All choices of mid-ranks, infinities among the values.
  @Test func countsEveryChoice() throws {
    var random = RandomDifferences("choices")
    for trial in 0..<150 {
      let (one, other) = (random.next(1 + trial % 5), random.next(1 + trial / 5 % 6))
      let doubled = midRanks(of: one + other).map { Int(2 * $0) }
      let seen = doubled.prefix(one.count).reduce(0, +)
      var (lower, upper, all) = (0, 0, 0)
      for choice in 0..<(1 << doubled.count) where choice.nonzeroBitCount == one.count {
        let sum = doubled.indices.reduce(0) { $0 + (choice >> $1 & 1) * doubled[$1] }
        lower += sum <= seen ? 1 : 0
        upper += sum >= seen ? 1 : 0
        all += 1
      }
      let expected = min(1, Double(2 * min(lower, upper)) / Double(all))
      let test = try #require(MannWhitneyTest(one, other))
      #expect(abs(test.probability - expected) <= 1e-15, "\(one) \(other)")
    }
  }

  @Test func nothingToCompare() {
    #expect(MannWhitneyTest([], [1]) == nil && MannWhitneyTest([1], []) == nil)
    #expect(MannWhitneyTest([1, 1], [1, 1, 1])?.probability == 1)
    let equal = [Double](repeating: .infinity, count: 150)
    #expect(MannWhitneyTest(equal, equal)?.probability == 1)
    #expect(probabilityOfImprovement([], [1]) == nil && probabilityOfImprovement([1], []) == nil)
    #expect(probabilityOfImprovement([1, 2], [.infinity]) == 1)
    #expect(probabilityOfImprovement([.infinity], [.infinity]) == 0.5)
  }

  @Test func farApartIsTheLeastThereIs() throws {
    let (one, other) = ((0..<20).map(Double.init), (100..<120).map(Double.init))
    // 2 of the C(40, 20) choices.
    let test = try #require(MannWhitneyTest(one, other))
    #expect(abs(test.probability * 137_846_528_820 / 2 - 1) < 1e-14)
  }
}
