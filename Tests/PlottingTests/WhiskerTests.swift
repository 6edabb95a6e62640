import PlottingTestSupport
import Testing

@testable import Plotting

/// How a sensitivity to learning rates shows its spread.
@Suite struct WhiskerTests {
  private func curve(_ rates: [Double], upper: Double = 3) -> LearningRateSensitivity.Curve {
    .init(
      "a", rates: rates, median: rates.map { _ in 2 }, lower: rates.map { _ in 1 },
      upper: rates.map { _ in upper }, style: SeriesStyle(index: 0))
  }

  private func kinds(_ kind: LearningRateSensitivity) -> [String] {
    kind.panel.marks.map { mark in
      switch mark {
      case .band: "band"
      case .segments: "whiskers"
      case .line: "line"
      default: "points"
      }
    }
  }

  @Test func fewRatesHaveWhiskersAndManyABand() {
    #expect(
      kinds(LearningRateSensitivity([curve([0.001, 0.01, 0.1])])) == ["whiskers", "line", "points"])
    let many = (0...LearningRateSensitivity.mostWhiskers).map { 0.001 * Double($0 + 1) }
    #expect(kinds(LearningRateSensitivity([curve(many)])) == ["band", "line", "points"])
  }

  @Test func whiskersOfTwoRulesStandSideBySide() throws {
    let rates = [0.001, 0.01, 0.1]
    let marks = LearningRateSensitivity([curve(rates), curve(rates)]).panel.marks
    let places = marks.compactMap { mark in
      if case .points(let points) = mark { points.x } else { nil }
    }
    #expect(zip(places[0], places[1]).allSatisfy { $0 < $1 })
    // By a fiftieth of the range at most, evenly about the rate.
    for (index, rate) in rates.enumerated() {
      #expect(abs(places[0][index] * places[1][index] / (rate * rate) - 1) < 1e-12)
      #expect(places[1][index] / places[0][index] < 1.1)
    }
    let alone = LearningRateSensitivity([curve(rates)]).panel.marks
    let own = alone.compactMap { mark in
      if case .points(let points) = mark { points.x } else { nil }
    }
    #expect(own == [rates])
  }

  @Test func aWhiskerWithoutAnEndIsAnArrow() throws {
    let figure = Figure(id: "a", LearningRateSensitivity([curve([0.001, 0.1], upper: .infinity)]))
    let frame = FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(MonospacedMeasuring()),
      resolution: 300
    ).contents[0].frame
    let tips = figure.drawing(measuredBy: MonospacedMeasuring()).commands.compactMap { command in
      if case .stroke(let path, let pen) = command, pen.width == 0.8 * figure.style.lineWidth {
        path.points.filter { abs($0.y - frame.minY) < 1e-9 }.count
      } else {
        nil as Int?
      }
    }
    #expect(tips == [2])
  }
}
