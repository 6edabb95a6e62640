import PlottingTestSupport
import Testing

@testable import Plotting

@Suite struct ContourLevelsTests {
  @Test func lossesHaveLevelsAtEqualRatios() {
    let decade = (0...1000).map { 1 + 0.1 * Double($0) }
    #expect(ContourLevels.levels(for: decade) == [5, 7, 10, 15, 20, 30, 50, 70])
    let wide = (0...200).map { Double("1e\($0 - 100)") ?? 0 }
    let levels = ContourLevels.levels(for: wide)
    #expect((3...12).contains(levels.count))
    let exponents = levels.map(decimalLogarithm)
    #expect(exponents.allSatisfy { abs($0 - $0.rounded()) < 1e-12 })
  }

  @Test func otherValuesHaveLevelsAtEqualSteps() {
    let values = (0...100).map { Double($0) - 50 }
    #expect(ContourLevels.levels(for: values) == [-40, -30, -20, -10, 0, 10, 20, 30, 40])
    let near = (0...100).map { 1000 + Double($0) / 100 }
    #expect(ContourLevels.levels(for: near).first == 1000.1)
  }

  @Test func valuesThatDoNotDifferHaveNone() {
    #expect(ContourLevels.levels(for: []).isEmpty)
    #expect(ContourLevels.levels(for: [2, 2, 2]).isEmpty)
    #expect(ContourLevels.levels(for: [.nan, .infinity, 1]).isEmpty)
  }

  @Test(arguments: 0..<200)
  func levelsRiseWithinTheValues(seed: Int) {
    var random = RandomFigures(seed: UInt64(seed))
    let values = random.values(60)
    let finite = values.filter(\.isFinite)
    let levels = ContourLevels.levels(for: values)
    #expect(levels.count <= 13)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 })
    #expect(levels.allSatisfy { $0 >= finite.min() ?? 0 && $0 <= finite.max() ?? 0 })
  }
}
