import PlottingTestSupport
import Testing

@testable import Plotting

/// The horizontal axis in another unit.
@Suite struct SecondAxisTests {
  private let measuring = MonospacedMeasuring()

  private func figure(_ scale: Axis.Scale, factor: Double, title: String? = nil) -> Figure {
    var panel = Panel(
      title: title, x: Axis("epoch", scale: scale, lower: 1, upper: 100, isWhole: true),
      y: Axis("loss"),
      marks: [.line(LineMark(x: [1, 100], y: [1, 0], style: SeriesStyle(index: 0)))])
    panel.secondX = SecondAxis("step", factor: factor)
    return Figure(id: "second", panels: [panel], legend: .none, style: .ieee)
  }

  private func layout(_ figure: Figure) throws -> FigureLayout.PanelPlace {
    let layout = FigureLayout(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), reserve: .init())
    return try #require(layout.places.first)
  }

  /// The number that a label stands for.
  private func number(_ label: TickLabel) -> Double? {
    label.exponent.map { exponent in
      Double("1e\(exponent.replacing("−", with: "-"))")
    } ?? Double(label.text.replacing(",", with: ""))
  }

  @Test(arguments: [Axis.Scale.linear, .logarithmic], [1.0, 9, 4.5])
  func itsNumbersAreThoseOfTheLowerOneTimesTheFactor(
    _ scale: Axis.Scale, _ factor: Double
  ) throws {
    let axis = try #require(try layout(figure(scale, factor: factor)).secondX)
    let labels = axis.ticks.major.compactMap { tick in tick.label.map { (tick.position, $0) } }
    #expect(labels.count > 1)
    for (position, label) in labels {
      let value = try #require(number(label)) / factor
      let place =
        scale == .linear
        ? (value - 1) / 99 : decimalLogarithm(value) / 2
      #expect(abs(position - place) < 1e-9, "\(label)")
    }
  }

  @Test func itStandsBetweenPanelAndHeading() throws {
    let figure = figure(.linear, factor: 9, title: "Training")
    let frame = try layout(figure).frame
    let drawing = figure.drawing(measuredBy: measuring)
    let runs = drawing.textRuns
    let label = try #require(runs.first { $0.text == "step" })
    let heading = try #require(runs.first { $0.text == "Training" })
    #expect(label.origin.y < frame.minY && heading.origin.y < label.origin.y)
    #expect(layoutFaults(of: drawing, measuredBy: measuring).isEmpty)
  }

  @Test func aRailStandsAboveIt() throws {
    var figure = figure(.linear, factor: 9, title: "Training")
    figure.panels[0].rail = Rail(rows: [Rail.Row(x: [50], style: SeriesStyle(index: 0))])
    let place = try layout(figure)
    #expect(place.railGap >= (place.secondX?.depth ?? .infinity))
    let drawing = figure.drawing(measuredBy: measuring)
    #expect(layoutFaults(of: drawing, measuredBy: measuring).isEmpty)
  }
}
