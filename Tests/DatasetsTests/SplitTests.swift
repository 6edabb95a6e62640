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

  /// Class by class, as `References/spellings.py` splits with NumPy's generator.
  @Test func stratifiedSplitsAreThoseOfNumPy() throws {
    let classes = (0..<60).map { $0 % 11 == 5 ? 2 : $0 % 2 }
    let target = Target.classes(classes, names: ["a", "b", "c"])
    let shares = SplitShares(test: 0.2, validation: 0.25, isStratified: true)
    let expected = try reference("stratified.txt").map { $0.dropFirst(2).compactMap { Int($0) } }
    for seed in 0..<3 {
      var stream = NumPyLegacyStream(seed: UInt32(seed))
      let split = Split.make(target, shares: shares) { stream.permutation($0) }
      #expect(split.training == expected[3 * seed])
      #expect(split.validation == expected[3 * seed + 1])
      #expect(split.test == expected[3 * seed + 2])
      #expect(
        shares.sizes(of: target)
          == (split.training.count, split.validation.count, split.test.count))
    }
  }

  @Test func withoutStratificationTheTargetDoesNotMatter() {
    let shares = SplitShares(test: 0.25, validation: 0.5)
    let target = Target.classes((0..<20).map { $0 % 2 }, names: ["a", "b"])
    let one = Split.make(target, shares: shares) { Array((0..<$0).reversed()) }
    #expect(one == Split.make(exampleCount: 20, shares: shares) { Array((0..<$0).reversed()) })
    #expect(shares.sizes(of: target) == shares.sizes(exampleCount: 20))
  }
}
