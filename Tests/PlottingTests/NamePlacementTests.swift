import Testing

@testable import Plotting

@Suite struct NamePlacementTests {
  private let measuring = MonospacedMeasuring()

  private func arrangement(
    _ names: [String], legend: LegendPolicy, y: (Int) -> [Double] = { [0, Double($0)] }
  ) -> FigureArrangement {
    let marks = names.enumerated().map { index, name in
      Mark.line(LineMark(name, x: [0, 1], y: y(index), style: SeriesStyle(index: index)))
    }
    let panel = Panel(x: Axis("x"), y: Axis("y"), marks: marks)
    let figure = Figure(id: "names", panels: [panel], legend: legend, style: .ieee)
    return FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300)
  }

  @Test func aLegendStandsRightOfThePanelsOnRequest() throws {
    let found = arrangement(["Adam", "Nadam"], legend: .right)
    let legend = try #require(found.legend)
    let frame = try #require(found.layout.places.first?.frame)
    #expect(legend.origin.x >= frame.maxX + Spacing.rightLegend)
    #expect(legend.origin.y == frame.minY)
    #expect(legend.origin.x + legend.layout.width <= found.layout.width - Spacing.canvas + 1e-9)
    #expect(legend.layout.items.map(\.x) == [0, 0])
  }

  @Test(arguments: [
    ["a name of an optimizer that needs half of the canvas", "Adam"],
    (1...14).map { "curve \($0)" },
  ])
  func itStandsBelowWhereThatLeavesTooLittleRoom(_ names: [String]) throws {
    let found = arrangement(names, legend: .right)
    let legend = try #require(found.legend)
    let frame = try #require(found.layout.places.first?.frame)
    #expect(legend.origin.y > frame.maxY)
  }

  @Test func aLongNameWidensItsOwnColumnOnly() {
    let names = ["SGD", "a much longer name", "Adam", "Nadam", "Lion"]
    let entries = names.map { LegendEntry(name: $0, sample: .reference) }
    // In letters of six points: a column of 18 letters, one of four, samples and the gap.
    let width = 6 * 18 + 6 * 4 + 2 * (Spacing.sample + Spacing.sampleName) + Spacing.entries
    let legend = LegendLayout(
      entries, font: Font(family: "any", size: 10), ruler: TextRuler(measuring), width: width,
      isColumn: false)
    #expect(legend.items.map(\.text) == names)
    #expect(Set(legend.items.map(\.y)).count == 3)
    #expect(Set(legend.items.map(\.x)).count == 2)
    #expect(legend.width <= width)
  }

  @Test func aLegendInsideTakesTheMiddleOfASideWhereAllCornersHoldData() throws {
    // Two strokes fill the upper and the lower border; between them it is free.
    let found = arrangement(["Adam", "Nadam"], legend: .inside) { [Double($0), Double($0)] }
    let legend = try #require(found.legend)
    let frame = try #require(found.layout.places.first?.frame)
    let middle = legend.origin.y + legend.layout.height / 2
    #expect(abs(middle - frame.midY) < 1e-9)
    #expect(frame.contains(legend.origin))
  }
}
