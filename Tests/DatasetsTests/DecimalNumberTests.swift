import Testing

@testable import Datasets

@Suite struct DecimalNumberTests {
  @Test func numbersAreTheNearestDoubles() throws {
    let lines = try reference("decimals.txt")
    #expect(lines.count > 850)
    for line in lines {
      let bytes = Array(line[0].utf8)
      guard case .finite(let value) = DecimalNumber(bytes.span, bytes.indices) else {
        Issue.record("\(line[0]) is no number")
        continue
      }
      #expect(value.bitPattern == word(line[1]), "\(line[0])")
    }
  }

  @Test(arguments: [
    "", "+", ".", "e5", "1e", "1e+", "0x10", "1_000", "1,5", "1.2.3", "--1", "1 2", "1f", "nano",
    "infinit", "١",
  ])
  func otherTextIsNoNumber(text: String) {
    let bytes = Array(text.utf8)
    #expect(DecimalNumber(bytes.span, bytes.indices) == .text)
  }

  @Test(arguments: ["nan", "-NaN", "inf", "+Infinity", "-INF", "1e309", "-1e99999999999999999999"])
  func whatIsNotFiniteIsToldApart(text: String) {
    let bytes = Array(text.utf8)
    #expect(DecimalNumber(bytes.span, bytes.indices) == .notFinite)
  }
}
