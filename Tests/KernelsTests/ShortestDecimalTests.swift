import Kernels
import Testing

@Suite struct ShortestDecimalTests {
  static let spellings: [(Double, String)] = [
    (0, "0"), (-0.0, "-0"), (1, "1"), (-12, "-12"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"),
    (123_456_789, "123456789"), (1e15, "1000000000000000"), (1e16, "1e+16"), (1e22, "1e+22"),
    (1e-5, "1e-05"), (.leastNonzeroMagnitude, "5e-324"),
    (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
    (9_007_199_254_740_992, "9007199254740992"), (.infinity, "inf"), (-.infinity, "-inf"),
    (.nan, "nan"), (-Double.nan, "nan"), (Double(nan: 5, signaling: false), "nan"),
  ]

  @Test(arguments: spellings)
  func spelling(value: Double, text: String) {
    #expect(shortestDecimal(value) == text)
    var bytes = Array("x,".utf8)
    appendShortestDecimal(value, to: &bytes)
    #expect(bytes == Array("x,\(text)".utf8))
  }

  @Test func everyTextReadsBackToTheSameBitsAndBothSpellAlike() throws {
    var stream = PhiloxStream(seed: 4, purpose: "test", name: "decimal")
    for _ in 0..<20_000 {
      let value = Double(bitPattern: stream.next())
      guard value.isFinite else { continue }
      let text = shortestDecimal(value)
      #expect(Double(text)?.bitPattern == value.bitPattern)
      var bytes: [UInt8] = []
      appendShortestDecimal(value, to: &bytes)
      #expect(bytes == Array(text.utf8))
    }
  }
}
