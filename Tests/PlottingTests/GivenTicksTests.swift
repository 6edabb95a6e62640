import PlottingTestSupport
import Testing

@testable import Plotting

@Suite struct GivenTicksTests {
  private func labels(_ places: [Double], lower: Double = -4, upper: Double = 1) -> [[String?]] {
    let scale = Scale(kind: .logarithmic, lower: lower, upper: upper)
    return GivenTicks(scale: scale, places: places).candidates.map { $0.major.map(\.label?.text) }
  }

  @Test func ticksStandAtTheRatesThatWereTried() {
    #expect(labels([0.03, 0.001, 0.01, 0.3]) == [["0.001", "0.01", "0.03", "0.3"]])
    // One tick tells no scale, and what has no short name is no tick.
    #expect(labels([0.01]) == [] && labels([]) == [])
    #expect(labels([0.01, 0.031622776601683794]) == [])
    // Beyond the axis there are none.
    #expect(labels([0.001, 0.01, 0.1], upper: -2) == [["0.001", "0.01"]])
  }

  @Test(arguments: [1e-3, 0.003, 0.0625, 2.5, 7, 1e5, 123])
  func shortNumbersAreReadBack(value: Double) throws {
    #expect(try #require(DecimalNumber(short: value)).value == value)
  }

  @Test(arguments: [Double.nan, .infinity, 1.0 / 3, 1234])
  func othersAreNot(value: Double) {
    #expect(DecimalNumber(short: value) == nil)
  }

  /// Where the rates have no room, the axis has the usual ticks.
  @Test func crowdedRatesGiveWay() {
    func texts(_ width: Double) -> [String] {
      let rates = [0.001, 0.002, 0.003, 0.004, 0.005, 0.006, 0.007, 0.008]
      let curve = LearningRateSensitivity.Curve(
        "a", rates: rates, median: rates.map { 1 / $0 }, style: SeriesStyle(index: 0))
      return Figure(id: "a", LearningRateSensitivity([curve]), width: width)
        .drawing(measuredBy: MonospacedMeasuring()).textRuns.map(\.text)
    }
    #expect(texts(12).contains("0.007") && !texts(2).contains("0.007"))
  }
}
