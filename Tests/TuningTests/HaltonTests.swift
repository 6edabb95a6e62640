import TestSupport
import Testing

@testable import Tuning

/// Radical inverses, against SciPy with the same permutations and against published numbers.
@Suite struct HaltonTests {
  private struct Reference: Decodable {
    let indices: [Int]
    let columns: [Column]
  }

  private struct Column: Decodable {
    let base: Int
    let permutations: [[Int]]
    let scrambled: [Double]
    let plain: [Double]
  }

  private static let reference = Result { try References().json("halton.json", as: Reference.self) }

  @Test func permutedDigitsGiveSciPysNumbers() throws {
    let reference = try Self.reference.get()
    for column in reference.columns {
      #expect(column.permutations.count == RadicalInverse.placeCount(base: column.base))
      let inverse = RadicalInverse(permutations: column.permutations)
      let identity = RadicalInverse(
        permutations: column.permutations.map { Array($0.indices) })
      for (place, index) in reference.indices.enumerated() {
        #expect(abs(inverse(index) - column.scrambled[place]) <= 1e-15)
        #expect(abs(identity(index) - column.plain[place]) <= 1e-15)
      }
    }
  }

  /// The first points of the plain sequence as in every textbook: halves, then quarters between them, ...
  @Test func plainDigitsGiveThePublishedSequence() {
    let halves = RadicalInverse(permutations: Array(repeating: [0, 1], count: 53))
    #expect((0..<8).map(halves.callAsFunction) == [0, 0.5, 0.25, 0.75, 0.125, 0.625, 0.375, 0.875])
    let thirds = RadicalInverse(permutations: Array(repeating: [0, 1, 2], count: 33))
    let published = [0, 3, 6, 1, 4, 7, 2, 5, 8].map { $0 / 9.0 }
    for (index, value) in published.enumerated() {
      #expect(abs(thirds(index) - value) <= 1e-15)
    }
  }

  /// Every digit raised to the highest would round to 1, which lies outside of [0, 1).
  @Test func theNumberStaysBelowOne() {
    for base in [2, 3, 5, 1021] {
      let places = RadicalInverse.placeCount(base: base)
      let reversed = Array((0..<base).reversed())
      let highest = RadicalInverse(permutations: Array(repeating: reversed, count: places))(0)
      #expect(highest < 1)
      #expect(highest > 1 - 1e-12)
    }
  }

  @Test func primesAreCountedFromZero() {
    #expect((0..<10).map(prime) == [2, 3, 5, 7, 11, 13, 17, 19, 23, 29])
    #expect(prime(99) == 541)
  }

  private static func space(_ dimensions: [Int]) -> SearchSpace {
    SearchSpace(
      dimensions.map {
        SearchKey(name: "key\($0)", range: SearchRange(low: 0, high: 1), dimension: $0)
      })
  }

  private static func points(_ count: Int, seed: UInt64, dimensions: [Int]) -> [[Double]] {
    var sampler = HaltonSampler(space(dimensions), seed: seed)
    return (0..<count).map { _ in sampler.ask() }
  }

  /// b^k consecutive points of base b fall into b^k equal parts, one in each: what makes the sequence even.
  @Test func eachPartOfTheRangeHasOnePoint() {
    let points = Self.points(27 * 32, seed: 3, dimensions: [0, 1])
    for (column, parts) in [(0, 32), (1, 27)] {
      for start in stride(from: 0, to: points.count, by: parts) {
        let hit = Set(points[start..<start + parts].map { Int($0[column] * Double(parts)) })
        #expect(hit.count == parts)
      }
    }
  }

  @Test func theDimensionAndTheSeedDecide() {
    let both = Self.points(20, seed: 5, dimensions: [2, 7])
    let one = Self.points(20, seed: 5, dimensions: [7])
    #expect(both.map { $0[1] } == one.map { $0[0] })
    #expect(both.map { $0[0] } != one.map { $0[0] })
    #expect(Self.points(20, seed: 6, dimensions: [7]) != one)
    let method = SamplerConfiguration(HaltonSampling(seed: 4))
    var study = method.makeSampler(for: Self.space([7]), trials: 20, study: 1)
    #expect((0..<20).map { _ in study.ask() } == one)
    #expect(method.hasChance && !method.isAdaptive)
  }
}
