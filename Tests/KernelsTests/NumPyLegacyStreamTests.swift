import Kernels
import Testing

@Suite struct NumPyLegacyStreamTests {
  /// The fold of bit patterns that `numpy_legacy.py` describes.
  private func fold(_ values: [Double]) -> UInt64 {
    values.reduce(0) { hash, value in
      ((hash << 7 | hash >> 57) ^ value.bitPattern) &+ 0x9E37_79B9_7F4A_7C15
    }
  }

  @Test func drawsAreNumPys() throws {
    var seed: UInt32 = 0
    var seeds = 0
    for line in try reference("numpy_legacy.txt") {
      var stream = NumPyLegacyStream(seed: seed)
      switch line[0] {
      case "seed":
        seed = try #require(UInt32(line[1]))
        seeds += 1
      case "permutation":
        let count = try #require(Int(line[1]))
        #expect(stream.permutation(count) == line.dropFirst(2).compactMap { Int($0) })
      case "uniform":
        for text in line.dropFirst() {
          #expect(stream.uniform() == double(text))
        }
      case "uniforms":
        #expect(fold((0..<20_000).map { _ in stream.uniform() }) == word(line[1]))
      case "normal":
        #expect(stream.normals(50) == line.dropFirst().map(double))
      case "nearest":
        #expect(fold(stream.normals(20_000)) == word(line[1]))
      default:
        break
      }
    }
    #expect(seeds == 6)
  }

  @Test func normalsAreNumPysButForTheRoundingOfItsLogarithm() throws {
    let lines = try reference("numpy_legacy.txt")
    var seed: UInt32 = 0
    var folded: UInt64 = 0
    var tested = 0
    for line in lines {
      switch line[0] {
      case "seed": seed = try #require(UInt32(line[1]))
      case "normals": folded = word(line[1])
      case "differences":
        var stream = NumPyLegacyStream(seed: seed)
        var values = stream.normals(20_000)
        #expect(line.count - 1 <= 10)
        for difference in line.dropFirst() {
          let parts = difference.split(separator: ":").map(String.init)
          let place = try #require(Int(parts[0]))
          let theirs = double(parts[1])
          #expect(theirs != values[place])
          #expect((theirs - values[place]).magnitude <= 2 * values[place].ulp)
          values[place] = theirs
        }
        #expect(fold(values) == folded)
        tested += 1
      default: break
      }
    }
    #expect(tested == 6)
  }

  @Test func theSpareNormalSurvivesOtherDraws() {
    var one = NumPyLegacyStream(seed: 42)
    var other = one
    let pair = one.normals(2)
    #expect(other.normal() == pair[0])
    _ = other.permutation(5)
    #expect(other.normal() == pair[1])
    #expect(pair == [0.4967141530112327, -0.13826430117118466])
  }
}
