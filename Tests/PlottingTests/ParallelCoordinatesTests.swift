import Testing

@testable import Plotting

@Suite struct ParallelCoordinatesTests {
  private let trials = (0..<12).map { index -> [Double] in
    let batches: [Double] = [16, 32, 64]
    return [Double(index) * 0.1, batches[index % 3], 1 / (1 + Double(index))]
  }
  private var kind: ParallelCoordinates {
    ParallelCoordinates(axes: [Axis("rate"), Axis("batch"), Axis("loss")], trials: trials)
  }

  @Test func anAxisOfFewValuesHasTicksAtThem() {
    let words = Figure(id: "a", kind).drawing(measuredBy: MonospacedMeasuring()).textRuns
    for text in ["16", "32", "64"] { #expect(words.contains { $0.text == text }) }
    guard case .parallel(let mark)? = kind.panel.marks.first else {
      Issue.record("no curves")
      return
    }
    #expect(mark.axes[0].names == nil)
    #expect(mark.axes[1].names?.map(\.value) == [16, 32, 64])
  }

  @Test(arguments: [true, false])
  func theObjectiveIsAStripOfTheCurvesColours(isLowerBetter: Bool) throws {
    var kind = kind
    kind.isLowerBetter = isLowerBetter
    let figure = Figure(id: "a", kind)
    let data = try #require(PanelData.all(of: figure).first)
    // The strip's scale is that of the curves' ends.
    #expect(data.innerAxes.last?.scale == data.colorScale)
    let bar = try #require(kind.panel.colorBar)
    #expect(bar.isAttached)
    let style = FigureStyle.screen
    let best = style.color(of: bar.colors, at: isLowerBetter ? 0 : 1)
    #expect(best == style.color(of: SeriesStyle(colorIndex: 0, shade: 0)).over(style.background))
  }

  @Test func curvesEndAtTheStrip() throws {
    let figure = Figure(id: "a", kind)
    let arrangement = FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(MonospacedMeasuring()),
      resolution: 300)
    let content = try #require(arrangement.contents.first)
    for curve in content.curves {
      #expect(abs((curve.parts.last?.last?.x ?? 0) - content.frame.maxX) < 1e-9)
    }
  }

  /// In a column of a paper 0.0001 would reach into the axis on its left, where 10⁻⁴ does not.
  @Test func everyAxisHasNumbersInANarrowFigure() throws {
    let rates = (0..<12).map { index -> [Double] in
      [0.3, 1e-4, 3e-3, 1].map { $0 * (1 + Double(index)) }
    }
    let logarithmic = ["momentum", "rate", "decay", "loss"].map { Axis($0, scale: .logarithmic) }
    var style = FigureStyle.ieee
    style.width = 2.4
    let figure = Figure(
      id: "a", ParallelCoordinates(axes: logarithmic, trials: rates), style: style)
    let arrangement = FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(MonospacedMeasuring()),
      resolution: 300)
    let axes = try #require(arrangement.contents.first).shapes.innerAxes
    #expect(axes.count > 2)
    for axis in axes {
      #expect(axis.hasLabels)
      #expect(axis.layout.ticks.major.count { $0.label != nil } > 1)
    }
  }
}
