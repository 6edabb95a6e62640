import PlottingTestSupport
import Testing

@testable import Plotting

@Suite struct ParityPlotTests {
  private let measuring = MonospacedMeasuring()

  private func place(_ figure: Figure) throws -> FigureLayout.PanelPlace {
    let arrangement = FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300)
    return try #require(arrangement.layout.places.first)
  }

  private func parity(_ scale: Axis.Scale, upTo greatest: Double) -> ParityPlot {
    let series = ParityPlot.Series(
      measured: [greatest / 5, greatest], predicted: [greatest / 4, greatest / 1.2],
      style: SeriesStyle(index: 0))
    return ParityPlot([series], x: Axis("measured", scale: scale))
  }

  @Test func theErrorStandsInACornerAndTheLineHasAName() {
    let series = ParityPlot.Series(
      measured: [1, 2, 3, 4], predicted: [1.1, 1.9, 3.2, 4.1], style: SeriesStyle(index: 0))
    let figure = Figure(id: "a", ParityPlot([series], notes: ["RMSE 0.15", "R² 0.98"]))
    let drawing = figure.drawing(measuredBy: measuring)
    #expect(Set(["RMSE 0.15", "R² 0.98", "y = x"]).isSubset(of: drawing.textRuns.map(\.text)))
    #expect(layoutFaults(of: drawing, measuredBy: measuring) == [])
  }

  /// Points a little above the line leave the name room below it or farther off, however thick they are.
  @Test(arguments: [0.5, 1, 2, 4], [0.02, 0.04, 0.08, 0.12])
  func theNameOfTheLineLiesOnNoPoint(lineWidth: Double, distance: Double) throws {
    var style = FigureStyle.ieee
    style.lineWidth = lineWidth
    let measured = (0..<40).map { Double($0) / 40 }
    let series = ParityPlot.Series(
      measured: measured, predicted: measured.map { $0 + distance }, style: SeriesStyle(index: 0))
    let figure = Figure(id: "a", ParityPlot([series]), style: style)
    let arrangement = FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300)
    let content = arrangement.contents[0]
    let label = try #require(content.shapes.labels.first { $0.text == "y = x" })
    let points = content.markers.flatMap(\.points)
    #expect(points.count == 40)
    let radius = 0.85 * style.markerRadius
    for point in points {
      let across = max(label.box.minX - point.x, point.x - label.box.maxX, 0)
      let along = max(label.box.minY - point.y, point.y - label.box.maxY, 0)
      #expect(across * across + along * along >= radius * radius)
    }
  }

  /// Predictions of 0 are seen on both logarithmic axes.
  @Test func zerosLieOnTheFloorOfBothAxes() {
    let series = ParityPlot.Series(
      measured: [0, 2, 30], predicted: [1, 0, 30], style: SeriesStyle(index: 0))
    let figure = Figure(id: "a", ParityPlot([series], x: Axis(scale: .logarithmic)))
    let census = figure.census[0]
    #expect(census.unseen == 0 && census.onFloorOfX == 1 && census.onFloorOfY == 1)
  }

  @Test(arguments: [3.1, 312, 9.9e5, 4.7e-8], [FigureStyle.ieee, .screen, .nature])
  func bothAxesHaveTheSameTicks(greatest: Double, style: FigureStyle) throws {
    for scale in [Axis.Scale.linear, .logarithmic] {
      let place = try place(Figure(id: "a", parity(scale, upTo: greatest), style: style))
      #expect(place.x.ticks == place.y.ticks)
      #expect(place.x.ticks.major.count >= 2)
    }
  }

  @Test(arguments: [3.0, 0, -1e-9], [Axis.Scale.linear, .logarithmic])
  func onePointHasAnAxisAroundIt(value: Double, scale: Axis.Scale) throws {
    let series = ParityPlot.Series(
      measured: [value], predicted: [value], style: SeriesStyle(index: 0))
    let panel = ParityPlot([series], x: Axis(scale: scale)).panel
    guard scale == .linear || value > 0 else { return }
    #expect(try #require(panel.x.lower) < value && value < #require(panel.x.upper))
    #expect(panel.x.lower == panel.y.lower && panel.x.upper == panel.y.upper)
  }

  @Test(arguments: [2.0, 3, 5, 8])
  func aGivenHeightKeepsItSquareAndInTheMiddle(height: Double) throws {
    let figure = Figure(id: "a", parity(.linear, upTo: 312), width: 5, height: height)
    let place = try place(figure)
    #expect(abs(place.frame.width - place.frame.height) < 1e-9)
    let drawing = figure.drawing(measuredBy: measuring)
    #expect(abs(drawing.height - height * 72) < 1e-9 && drawing.width == 360)
    #expect(layoutFaults(of: drawing, measuredBy: measuring) == [])
    let left = place.frame.minX - place.y.depth
    let right = 360 - place.frame.maxX - place.x.overhangAtEnd
    #expect(abs(left - right) < 1)
  }
}
