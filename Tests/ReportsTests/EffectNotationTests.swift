import Statistics
import Testing

@testable import Reports

/// A column of effects has one notation; the texts are written by hand.
@Suite struct EffectNotationTests {
  private func column(_ effects: [(Double, Double, Double)]) -> [String] {
    let rows = effects.map { (estimate: $0.0, interval: Optional(Interval(low: $0.1, high: $0.2))) }
    let notation = EffectNotation(forAll: rows)
    return rows.map { notation.text($0.estimate, $0.interval) }
  }

  @Test func usualEffectsShareTheirDecimals() {
    #expect(
      column([(0.98, 0.91, 1.04), (1.634, 1.12, 3.261)]) == [
        "0.98 [0.91, 1.04]", "1.63 [1.12, 3.26]",
      ])
    #expect(
      column([(120, 91, 140), (9000, 8500, 9999)]) == ["120 [91, 140]", "9000 [8500, 9999]"])
  }

  @Test func effectsOfManyDecadesHaveThreeDigitsEach() {
    #expect(
      column([(0.98, 0.912, 1.04), (21_345, 9_999, 2_134_000), (99.96, -0.05, 999.6)])
        == [
          "0.980 [0.912, 1.04]", "21300 [10000, 2130000]", "100 [−0.0500, 1000]",
        ])
  }

  @Test func aNumberThatIsTooLongGivesAllAPowerOfTen() {
    #expect(
      column([(0.98, 0.912, 1.04), (2.1e7, 9.995e6, .infinity)])
        == [
          "9.80 × 10⁻¹ [9.12 × 10⁻¹, 1.04]", "2.10 × 10⁷ [1.00 × 10⁷, ∞]",
        ])
    // So do widths that ask for more decimals than can be read.
    #expect(
      column([(1, 0.999_999_9, 1.000_000_1), (-2e-9, -3e-9, 0)])
        == ["1.00 [1.00, 1.00]", "−2.00 × 10⁻⁹ [−3.00 × 10⁻⁹, 0]"])
  }

  /// Without intervals each number has three digits, and no two notations either.
  @Test func estimatesAlone() {
    func column(_ estimates: [Double]) -> [String] {
      let notation = EffectNotation(forAll: estimates.map { ($0, nil) })
      return estimates.map { notation.text($0, nil) }
    }
    #expect(column([0.5, 30]) == ["0.500", "30.0"])
    #expect(column([0.5, 3e6]) == ["0.500", "3000000"])
    #expect(column([0.5, 3e-6]) == ["5.00 × 10⁻¹", "3.00 × 10⁻⁶"])
    #expect(column([0.5, 3e8, .infinity]) == ["5.00 × 10⁻¹", "3.00 × 10⁸", "∞"])
    #expect(column([]) == [])
  }

  @Test func aBoundIsWrittenAsTheOthersAre() {
    let words = EffectRow.Words(quantity: .timeToTarget(0), notation: .scientific)
    let row = EffectRow(
      name: "a", estimate: .infinity, interval: Interval(low: 0.5, high: .infinity))
    #expect(words.text(row) == "not reached, over 5.00 × 10⁻¹")
  }
}
