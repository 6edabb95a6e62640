import PlottingTestSupport
import Testing

@testable import Plotting

/// What has no room where it was asked for is refused.
@Suite struct RoomFaultTests {
  private let measuring = MonospacedMeasuring()

  private func parallel(_ count: Int, width: Double) -> Figure {
    let axes = (0..<count).map { Axis("p\($0)") }
    let trials = [0.25, 0.5, 0.75].map { value in axes.map { _ in value } }
    return Figure(
      id: "a", ParallelCoordinates(axes: axes, trials: trials), style: .ieee, width: width)
  }

  /// Whether each axis that is seen has two numbers.
  private func hasAllNumbers(_ figure: Figure) -> Bool {
    let layout = FigureLayout(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), reserve: .init())
    let axes = layout.places[0].inner
    return !axes.hasEndNumbers
      || axes.members.allSatisfy { $0.isHidden || ($0.below != nil && !$0.above.isEmpty) }
  }

  @Test(arguments: [2, 12, 20, 26, 32, 60])
  func axesWithoutNumbersAreRefused(count: Int) throws {
    for width in [3.5, 7.16, 12] {
      let figure = parallel(count, width: width)
      let faults = figure.faults(measuredBy: measuring)
      #expect(faults.isEmpty == hasAllNumbers(figure), "\(count) axes in \(width) inches")
      guard let fault = faults.first else { continue }
      #expect(fault.subject == .key("values"))
      #expect(
        fault.message == "\(count - 1) axes side by side have no room for their numbers in "
          + "\(width == 12 ? "12.0" : width == 3.5 ? "3.50" : "7.16") inches")
      // What is advised is enough, and a tenth less is not.
      let advised = try #require(
        fault.help.split(separator: " ").dropLast().last.flatMap { Double($0) })
      #expect(hasAllNumbers(parallel(count, width: advised)))
      #expect(!hasAllNumbers(parallel(count, width: advised - 0.1)) || advised - 0.1 <= width)
    }
    #expect(parallel(26, width: 3.5).faults(measuredBy: measuring).count == 1)
    #expect(parallel(12, width: 7.16).faults(measuredBy: measuring).isEmpty)
  }

  private func curves(_ legend: LegendPolicy, names: [String], height: Double? = nil) -> Figure {
    let lines = names.enumerated().map {
      Mark.line(LineMark($1, x: [0, 1], y: [0, Double($0)], style: SeriesStyle(index: $0)))
    }
    return Figure(
      id: "a", panels: [Panel(x: Axis(), y: Axis(), marks: lines)], legend: legend, width: 2.5,
      height: height)
  }

  @Test(arguments: [
    LegendPolicy.topLeft, .topRight, .bottomLeft, .bottomRight,
  ])
  func aLegendThatDoesNotFitItsCornerIsRefused(legend: LegendPolicy) {
    let many = (0..<20).map { "optimizer \($0)" }
    let faults = curves(legend, names: many).faults(measuredBy: measuring)
    #expect(faults.map(\.subject) == [.key("legend")])
    #expect(
      faults.first?.message
        == "the legend has no room in the \(legend.rawValue.replacing("_", with: " ")) corner")
    #expect(curves(legend, names: ["a", "b"]).faults(measuredBy: measuring).isEmpty)
    #expect(curves(legend, names: []).faults(measuredBy: measuring).isEmpty)
  }

  @Test(arguments: [LegendPolicy.automatic, .inside, .right, .below, .none])
  func elsewhereALegendGoesWhereItHasRoom(legend: LegendPolicy) {
    let many = (0..<20).map { "optimizer \($0)" }
    #expect(curves(legend, names: many).faults(measuredBy: measuring).isEmpty)
  }
}
