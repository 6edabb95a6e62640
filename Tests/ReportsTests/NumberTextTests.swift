import Testing

import Kernels
@testable import Reports

@Suite struct NumberTextTests {
  @Test(
    arguments: [
      (2813.2590327034113, 4, "2813"), (0.041249, 3, "0.0412"), (0.99999, 3, "1.00"),
      (1_234_567, 3, "1.23 × 10⁶"), (123_456, 3, "123000"), (12_345_678, 3, "1.23 × 10⁷"),
      (0.00001234, 2, "1.2 × 10⁻⁵"),
      (-5.5, 2, "\u{2212}5.5"), (0, 4, "0"), (.infinity, 4, "∞"), (-.infinity, 4, "\u{2212}∞"),
      (9.96, 2, "10"), (999.96, 4, "1000"), (5, 3, "5.00"), (0.5, 1, "0.5"),
      (1e-300, 3, "1.00 × 10⁻³⁰⁰"),
      (1e300, 3, "1.00 × 10³⁰⁰"),
      // No digits that the number does not hold.
      (0.9666666666666667, 17, "0.9666666666666667"),
      (0.9666666666666667, 16, "0.9666666666666667"),
      (0.30000000000000004, 17, "0.30000000000000004"), (0.5, 17, "0.500000000000000"),
      (0.5, 15, "0.500000000000000"), (0.5, 3, "0.500"), (1e22, 17, "1.00000000000000 × 10²²"),
    ] as [(Double, Int, String)])
  func significantDigits(_ value: Double, _ digits: Int, _ expected: String) {
    #expect(NumberText.significant(value, digits) == expected)
  }

  @Test(
    arguments: [
      (2813.2590327034113, 1, "2813.3"), (0.05, 1, "0.1"), (0.04999, 1, "0.0"), (99.95, 1, "100.0"),
      (-0.001, 2, "0.00"), (-0.01, 2, "\u{2212}0.01"), (0, 2, "0.00"), (1e-7, 3, "0.000"),
      (7, 0, "7"), (0.5, 0, "1"), (0.0012, 4, "0.0012"), (123, 2, "123.00"),
    ] as [(Double, Int, String)])
  func fixedDecimals(_ value: Double, _ decimals: Int, _ expected: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == expected)
  }

  @Test func intervalsShowTwoDigitsOfTheirWidth() {
    #expect(EffectText.value(0.8123, .init(low: 0.7712, high: 0.8633)) == "0.812 [0.771, 0.863]")
    #expect(EffectText.value(55.1234, .init(low: 52.4, high: 56.0)) == "55.1 [52.4, 56.0]")
    #expect(EffectText.value(2849.3, .init(low: 2773.1, high: 2915.2)) == "2849 [2773, 2915]")
    #expect(EffectText.value(3, nil) == "3.00000")
    #expect(EffectText.value(2, .init(low: 1, high: .infinity)) == "2.00 [1.00, ∞]")
    #expect(EffectText.value(2, .init(low: 1, high: .infinity), decimals: 1) == "2.0 [1.0, ∞]")
    #expect(EffectText.value(1.234, .init(low: 1, high: 9), decimals: 2) == "1.23 [1.00, 9.00]")
  }

  @Test func countsKeepTheirFractions() {
    #expect(NumberText.count(58.5) == "58.5")
    #expect(NumberText.count(59) == "59")
    #expect(NumberText.count(54.75) == "54.75")
    #expect(NumberText.count(.infinity) == "∞")
  }

  @Test(arguments: [
    (1234.0, "1200"), (0.0456, "0.046"), (-3.0, "\u{2212}3"), (0.0, "0"), (1.5e-7, "1.5 × 10⁻⁷"),
    (1e300, "1 × 10³⁰⁰"), (-2.04e6, "\u{2212}2 × 10⁶"), (9.96, "10"), (.infinity, "∞"),
  ])
  func shortNumbers(value: Double, expected: String) {
    #expect(NumberText.short(value, digits: 2) == expected)
  }

  @Test(arguments: [
    (1e-4, "0.0001"), (1e-5, "1e-5"), (-2.5e-10, "-2.5e-10"), (1e16, "1e+16"), (12.0, "12"),
    (-0.0, "0"), (0.1, "0.1"), (.infinity, "∞"), (.nan, "not a number"),
  ])
  func exactNumbersReadAsInASpec(value: Double, expected: String) {
    #expect(NumberText.exact(value) == expected)
  }
}
