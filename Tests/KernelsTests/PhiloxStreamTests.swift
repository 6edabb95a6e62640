import Kernels
import Testing

@Suite struct PhiloxStreamTests {
  @Test func rawWordsAreNumPys() throws {
    let lines = try reference("philox.txt").filter { $0[0] == "raw" }
    #expect(lines.count == 24)
    for line in lines {
      let words = line.dropFirst().map(word)
      var stream = PhiloxStream(
        key: SIMD2(words[0], words[1]), counter: SIMD4(words[2], words[3], words[4], words[5]))
      for expected in words[6...] {
        #expect(stream.next() == expected)
      }
    }
  }

  @Test func keysFollowFromSeedPurposeAndName() throws {
    let lines = try reference("philox.txt", separator: "\t").filter { $0[0] == "key" }
    #expect(lines.count == 6)
    for line in lines {
      let key = line[4].split(separator: " ").map { word(String($0)) }
      let derived = Philox.key(
        seed: try #require(UInt64(line[1])), purpose: line[2],
        name: String(line[3].map { $0 == "_" ? " " : $0 }))
      #expect(derived == SIMD2(key[0], key[1]))
    }
  }

  @Test func uniformNumbersAreTheTopBitsOfTheWords() {
    var words = PhiloxStream(seed: 3, purpose: "order", name: "x")
    var numbers = words
    for _ in 0..<100 {
      #expect(numbers.uniform() == Double(words.next() >> 11) / 9_007_199_254_740_992)
    }
  }

  @Test func numbersBelowABoundAreEquallyLikely() {
    var stream = PhiloxStream(seed: 1, purpose: "test", name: "bound")
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 {
      counts[Int(stream.next(below: 7))] += 1
    }
    // χ² with 6 degrees of freedom exceeds 22.46 with probability 0.001.
    let statistic = counts.reduce(0.0) {
      $0 + (Double($1) - 10_000) * (Double($1) - 10_000) / 10_000
    }
    #expect(statistic < 22.46)
  }

  @Test func aLargeBoundStaysUnbiased() {
    var stream = PhiloxStream(seed: 2, purpose: "test", name: "bound")
    // Of four neighbouring words, two would give a multiple of three without rejection.
    let bound = 3 << 62 as UInt64
    var counts = [0, 0, 0]
    for _ in 0..<30_000 {
      counts[Int(stream.next(below: bound) % 3)] += 1
    }
    for count in counts {
      #expect((count - 10_000).magnitude < 400)
    }
  }

  @Test func permutationsHoldEveryIndexAndEveryOrderIsEquallyLikely() {
    var stream = PhiloxStream(seed: 5, purpose: "test", name: "order")
    #expect(stream.permutation(1000).sorted() == Array(0..<1000))
    #expect(stream.permutation(0).isEmpty)
    #expect(stream.permutation(1) == [0])
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 {
      counts[stream.permutation(4), default: 0] += 1
    }
    #expect(counts.count == 24)
    // χ² with 23 degrees of freedom exceeds 49.73 with probability 0.001.
    let statistic = counts.values.reduce(0.0) {
      $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000
    }
    #expect(statistic < 49.73)
  }

  @Test func normalNumbersHaveTheMomentsOfTheNormalDistribution() {
    var stream = PhiloxStream(seed: 11, purpose: "initial", name: "x")
    let count = 100_000.0
    let values = stream.normals(100_000)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + $1 * $1 } / count
    let fourth = values.reduce(0) { $0 + $1 * $1 * $1 * $1 } / count
    // Four standard errors: 1, √2 and √96 over √n.
    #expect(mean.magnitude < 4 * 0.00317)
    #expect((variance - 1).magnitude < 4 * 0.00448)
    #expect((fourth - 3).magnitude < 4 * 0.031)
    // Half of all lie within the quartiles; four standard errors of the count are 632.
    let within = values.filter { $0.magnitude < 0.6744897501960817 }.count
    #expect((within - 50_000).magnitude < 632)
  }

  @Test func aCopyContinuesWithTheSameDraws() {
    var stream = PhiloxStream(seed: 9, purpose: "initial", name: "x")
    _ = stream.normal()
    var copy = stream
    #expect(stream.normals(10) == copy.normals(10))
  }
}
