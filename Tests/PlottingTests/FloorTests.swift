import PlottingTestSupport
import Testing

@testable import Plotting

/// Values without a logarithm on a logarithmic axis.
@Suite struct FloorTests {
  private let measuring = MonospacedMeasuring()

  private func scale(_ values: [Double], _ axis: Axis) -> Scale {
    var domain = Domain()
    domain.include(visible: values, on: axis.scale)
    return domain.scale(for: axis, padding: 0)
  }

  @Test func zeroLiesBelowTheBreakAndTheRestAboveIt() throws {
    let found = scale([0, 1, 100], Axis(scale: .logarithmic))
    #expect(found.floor == .zero && found.floor?.label.text == "0")
    let line = try #require(found.breakPlace)
    #expect(found.position(0) < line && found.position(1) > line)
    #expect(abs(found.position(1) - Floor.share) < 1e-12 && abs(found.position(100) - 1) < 1e-12)
    // Ten lies halfway between one and a hundred.
    #expect(abs(found.position(10) - (Floor.share + 1) / 2) < 1e-12)
    #expect(abs(found.position(ofDecade: 1) - found.position(10)) < 1e-12)
    #expect(found.position(-7) == found.position(0))
  }

  @Test func negativeValuesAreNotCalledZero() {
    for values in [[0, -1, 5.0], [-1, 0, 5]] {
      let found = scale(values, Axis(scale: .logarithmic))
      #expect(found.floor == .notPositive && found.floor?.label.text == "\u{2264} 0")
    }
    #expect(scale([1, 5], Axis(scale: .logarithmic)).floor == nil)
    #expect(scale([0, 5], Axis()).floor == nil)
  }

  @Test func aReversedAxisHasItsFloorAtItsEnd() {
    let found = scale([0, 1, 100], Axis(scale: .logarithmic, isReversed: true))
    #expect(abs(found.position(100)) < 1e-12)
    #expect(found.position(0) > found.position(1) && found.position(0) < 1)
  }

  /// An end that the author gives stays where it is.
  @Test func aGivenEndHasNoFloor() {
    let given = scale([0, 1, 100], Axis(scale: .logarithmic, lower: 0.5))
    #expect(given.floor == nil && given.position(0) == -.infinity)
    #expect(abs(given.position(0.5)) < 1e-12)
    let found = scale([0, 1, 100], Axis(scale: .logarithmic, lower: 0.5, hasFloor: true))
    #expect(found.floor == .zero)
  }

  private func figure(_ values: [Double], yGroup: Int? = nil) -> Figure {
    let line = LineMark(
      "a", x: values.indices.map(Double.init), y: values, style: SeriesStyle(index: 0))
    return Figure(
      id: "a",
      panels: [
        Panel(x: Axis(), y: Axis(scale: .logarithmic), marks: [.line(line)], yGroup: yGroup)
      ])
  }

  /// The curve goes on at the height of its tick, which says 0; the axis is broken above.
  @Test func aCurveThatFallsToZeroStaysInSight() throws {
    let figure = figure([1, 0.1, 0, 0])
    let arrangement = FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300)
    let place = try #require(arrangement.layout.places.first)
    let tick = try #require(place.y.ticks.major.first)
    #expect(tick.label?.text == "0")
    let part = try #require(arrangement.contents[0].curves.first?.parts.first)
    let floor = place.frame.maxY - tick.position * place.frame.height
    let end = try #require(part.last)
    #expect(part.count >= 3 && abs(end.y - floor) < 1e-9)
    #expect(place.y.breakPlace != nil && place.x.breakPlace == nil)
    let drawing = figure.drawing(measuredBy: measuring)
    #expect(layoutFaults(of: drawing, measuredBy: measuring) == [])
    // Two slanted strokes across the axis.
    let strokes = drawing.commands.compactMap { command -> [Point]? in
      if case .stroke(let path, let pen) = command, pen.width == figure.style.axisWidth {
        path.points
      } else {
        nil
      }
    }
    #expect(
      strokes.contains { points in
        points.count == 4 && points[0].x < place.frame.minX && points[1].x > place.frame.minX
      })
    #expect(figure.census.map(\.onFloorOfY) == [2] && figure.census[0].values == 4)
  }

  @Test func panelsOfOneRangeShareTheFloor() {
    var panels = figure([1, 0.1, 0], yGroup: 1)
    panels.panels += figure([1, 0.1, 0.01], yGroup: 1).panels
    let scales = PanelData.all(of: panels).map(\.y)
    #expect(scales[0] == scales[1] && scales[1].floor == .zero)
  }

  @Test func epochZeroStandsLeftOfALogarithmicAxis() {
    let curve = LossCurves.Curve(
      "a", x: [0, 1, 10, 100], median: [8, 4, 2, 1], style: SeriesStyle(index: 0))
    let figure = Figure(
      id: "a", LossCurves([curve], x: Axis("epoch", scale: .logarithmic)))
    let data = PanelData.all(of: figure)[0]
    #expect(data.x.floor == .zero && data.curves[0].x.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(figure.census[0].onFloorOfX == 1)
  }
}
