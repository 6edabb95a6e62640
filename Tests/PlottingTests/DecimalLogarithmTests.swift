import Testing

@testable import Plotting

@Suite struct DecimalLogarithmTests {
  @Test func agreesWithHighPrecision() throws {
    let rows = try referenceRows("log10.csv")
    #expect(rows.count > 300)
    for row in rows {
      let x = try #require(Double(row[0]))
      let expected = try #require(Double(row[1]))
      let error = abs(decimalLogarithm(x) - expected)
      #expect(error <= 4 * max(expected.ulp, 1e-17), "\(row)")
    }
  }

  @Test func edges() {
    #expect(decimalLogarithm(0) == -.infinity)
    #expect(decimalLogarithm(.infinity) == .infinity)
    #expect(decimalLogarithm(-1).isNaN)
    #expect(decimalLogarithm(.nan).isNaN)
    #expect(decimalLogarithm(1) == 0)
  }
}
