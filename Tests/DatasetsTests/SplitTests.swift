import Datasets
import Kernels
import Testing

@Suite struct SplitTests {
  @Test func theArticlesSplitComesOutInItsOrder() throws {
    var stream = NumPyLegacyStream(seed: 42)
    let split = Split.make(exampleCount: 442, shares: SplitShares()) { stream.permutation($0) }
    let expected = try reference("split.txt").map { $0.dropFirst().compactMap { Int($0) } }
    #expect(split.training == expected[0])
    #expect(split.validation == expected[1])
    #expect(split.test == expected[2])
    #expect(stream.normal() == -0.9857260463355437)
  }

  @Test(arguments: [
    (442, 0.2, 0.2, 284, 70, 88), (10, 0, 0, 10, 0, 0), (3, 0.2, 0.2, 3, 0, 0),
    (5, 0.2, 0.25, 3, 1, 1), (0, 0.5, 0.5, 0, 0, 0), (1, 0.99, 0, 1, 0, 0),
  ])
  func sizesAreRoundedDown(
    count: Int, test: Double, validation: Double, training: Int, validating: Int, testing: Int
  ) {
    let sizes = SplitShares(test: test, validation: validation).sizes(exampleCount: count)
    #expect(sizes == (training, validating, testing))
  }

  @Test(arguments: [(0.0, 0.0, []), (0.3, 0.0, [10]), (0.0, 0.3, [10]), (0.3, 0.3, [10, 7])])
  func aShareOfZeroDrawsNoPermutation(test: Double, validation: Double, expected: [Int]) {
    var drawn: [Int] = []
    let shares = SplitShares(test: test, validation: validation)
    let split = Split.make(exampleCount: 10, shares: shares) { count in
      drawn.append(count)
      return Array((0..<count).reversed())
    }
    #expect(drawn == expected)
    #expect((split.training + split.validation + split.test).sorted() == Array(0..<10))
    #expect(split.test == (test == 0 ? [] : [9, 8, 7]))
  }
}
