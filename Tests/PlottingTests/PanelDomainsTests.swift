import Testing

@testable import Plotting

@Suite struct PanelDomainsTests {
  private func panel(_ greatest: Double, group: Int?, scale: Axis.Scale = .linear) -> Panel {
    let line = LineMark(x: [1, 2], y: [1, greatest], style: SeriesStyle(index: 0))
    return Panel(x: Axis(), y: Axis(scale: scale), marks: [.line(line)], yGroup: group)
  }

  private func ranges(_ panels: [Panel]) -> [Double] {
    PanelData.all(of: Figure(id: "a", panels: panels)).map(\.y.upper)
  }

  @Test func panelsOfOneGroupShareTheirRange() {
    // Five hundredths of the range are free above the data.
    let expected = [9.4, 9.4, 3.1, 2.05]
    let found = ranges([
      panel(5, group: 1), panel(9, group: 1), panel(3, group: 2), panel(2, group: nil),
    ])
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func panelsOfDifferentScalesShareNothing() {
    let found = ranges([panel(9, group: 1), panel(5, group: 1, scale: .logarithmic)])
    #expect(abs(found[0] - 9.4) < 1e-12 && found[1] < 1)
  }

  @Test func theFirstOfNeighboursWithOneRangeHasTheNumbers() {
    let figure = Figure(
      id: "a", panels: [panel(5, group: 1), panel(9, group: 1), panel(7, group: 2)])
    let layout = FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(MonospacedMeasuring()),
      resolution: 300
    ).layout
    #expect(layout.places.map(\.y.hasTickLabels) == [true, false, true])
  }
}
