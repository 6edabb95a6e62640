import Testing

@testable import Plotting

@Suite struct TickLabelTests {
  private func texts(_ labels: [TickLabel]) -> [String] {
    labels.map { $0.text + ($0.exponent.map { "^" + $0 } ?? "") }
  }

  @Test func decimalsAreSharedAlongAnAxis() {
    let numbers =
      [DecimalNumber(0, exponent: 0), DecimalNumber(25, exponent: -2)]
      + [DecimalNumber(5, exponent: -1), DecimalNumber(1, exponent: 0)]
    #expect(texts(TickLabel.sharingDecimals(numbers)) == ["0.00", "0.25", "0.50", "1.00"])
  }

  @Test func minusIsTheMathematicalSign() {
    let numbers = [DecimalNumber(-15, exponent: -1), DecimalNumber(0, exponent: 0)]
    #expect(texts(TickLabel.sharingDecimals(numbers)) == ["\u{2212}1.5", "0.0"])
  }

  @Test func largeAndSmallNumbersShareAnExponent() {
    let large = [0, 5, 10, 15].map { DecimalNumber($0, exponent: 299) }
    #expect(
      texts(TickLabel.sharingDecimals(large)) == [
        "0", "5\u{00D7}10^299", "10\u{00D7}10^299", "15\u{00D7}10^299",
      ])
    let small = [DecimalNumber(-2, exponent: -7), DecimalNumber(4, exponent: -7)]
    #expect(
      texts(TickLabel.sharingDecimals(small)) == [
        "\u{2212}2\u{00D7}10^\u{2212}7", "4\u{00D7}10^\u{2212}7",
      ])
  }

  @Test func aTenThousandthIsTheLeastThatIsWrittenOut() {
    #expect(
      texts(TickLabel.sharingDecimals([1, 2].map { DecimalNumber($0, exponent: -4) }))
        == ["0.0001", "0.0002"])
    #expect(
      texts(TickLabel.sharingDecimals([1, 2].map { DecimalNumber($0, exponent: -5) }))
        == ["1\u{00D7}10^\u{2212}5", "2\u{00D7}10^\u{2212}5"])
  }

  @Test func logarithmicLabelsAreShortest() {
    let numbers = [
      DecimalNumber(5, exponent: -1), DecimalNumber(1, exponent: 0), DecimalNumber(2, exponent: 4),
    ]
    #expect(texts(TickLabel.shortest(numbers)) == ["0.5", "1", "20,000"])
    #expect(
      texts(TickLabel.shortest([DecimalNumber(1, exponent: 8), DecimalNumber(2, exponent: 8)]))
        == ["10^8", "2\u{00D7}10^8"])
  }

  @Test(arguments: [
    (1234, -2, 2, "12.34"), (5, -3, 3, "0.005"), (-7, 2, 0, "\u{2212}700"), (0, 0, 2, "0.00"),
    (3, 1, 1, "30.0"),
  ])
  func formatsExactly(mantissa: Int, exponent: Int, decimals: Int, expected: String) {
    #expect(DecimalNumber(mantissa, exponent: exponent).formatted(decimals: decimals) == expected)
  }
}
