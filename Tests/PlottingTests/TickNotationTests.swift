import Testing

@testable import Plotting

@Suite struct TickNotationTests {
  private func texts(_ labels: [TickLabel]) -> [String] {
    labels.map { $0.text + ($0.exponent.map { "^" + $0 } ?? "") }
  }

  private func once(_ mantissas: [Int], _ exponent: Int) -> TickNotation {
    TickNotation(
      evenlySpaced: mantissas.map { DecimalNumber($0, exponent: exponent) }, said: .once)
  }

  @Test func aPowerOfTenIsSaidOnce() {
    let small = once([-10, -5, 0, 5, 10], -6)
    #expect(texts(small.labels) == ["\u{2212}10", "\u{2212}5", "0", "5", "10"])
    #expect(texts(small.note) == ["in 10^\u{2212}6"])
    let large = once([25, 50, 75, 100], 5)
    #expect(texts(large.labels) == ["2.5", "5.0", "7.5", "10.0"])
    #expect(texts(large.note) == ["in 10^6"])
  }

  /// 0.5×10¹¹ would be 50 thousand millions in disguise.
  @Test func noLabelIsBelowOne() {
    let numbers = once([0, 5, 10, 15], 10)
    #expect(texts(numbers.labels) == ["0", "5", "10", "15"])
    #expect(texts(numbers.note) == ["in 10^10"])
  }

  @Test func whatLongNumbersShareIsSaidOnce() {
    let numbers = once([10_000_000, 10_000_001, 10_000_002], 1)
    #expect(texts(numbers.labels) == ["0", "10", "20"])
    #expect(texts(numbers.note) == ["100,000,000", " + …"])
    // The roundest number in view is the one that they are counted from.
    let around = once([9_999_999, 10_000_000, 10_000_001], 1)
    #expect(texts(around.labels) == ["\u{2212}10", "0", "10"])
    let negative = once([-1_234_567_300, -1_234_567_200, -1_234_567_100], -2)
    #expect(texts(negative.labels) == ["\u{2212}3", "\u{2212}2", "\u{2212}1"])
    #expect(texts(negative.note) == ["\u{2212}12,345,670", " + …"])
    let fine = once([100_000_000_002, 100_000_000_004], -6)
    #expect(texts(fine.labels) == ["2", "4"])
    #expect(texts(fine.note) == ["100,000", " + … ", "in 10^\u{2212}6"])
  }

  @Test func shortNumbersStayAsTheyAre() {
    for (mantissas, exponent, expected) in [
      ([12345, 12350], -1, ["1234.5", "1235.0"]), ([0, 25, 50], -2, ["0.00", "0.25", "0.50"]),
      ([999_900, 1_000_000], -1, ["99,990", "100,000"]), ([1, 2], -4, ["0.0001", "0.0002"]),
    ] {
      let numbers = once(mantissas, exponent)
      #expect(texts(numbers.labels) == expected && numbers.note.isEmpty)
    }
  }

  @Test func digitsMayBeWrittenOut() {
    let numbers = [10_000_000, 10_000_001].map { DecimalNumber($0, exponent: 1) }
    let written = TickNotation(evenlySpaced: numbers, said: .eachDigit)
    #expect(texts(written.labels) == ["100,000,000", "100,000,010"] && written.note.isEmpty)
  }

  @Test func aLogarithmicAxisSaysItsPowerOnceToo() {
    let numbers = [6, 8, 10, 15].map { DecimalNumber($0, exponent: -8) }
    let written = TickNotation(unevenlySpaced: numbers, said: .once)
    #expect(texts(written.labels) == ["6", "8", "10", "15"])
    #expect(texts(written.note) == ["in 10^\u{2212}8"])
    let plain = TickNotation(
      unevenlySpaced: [6, 10, 15].map { DecimalNumber($0, exponent: -1) }, said: .once)
    #expect(texts(plain.labels) == ["0.6", "1", "1.5"] && plain.note.isEmpty)
  }
}
