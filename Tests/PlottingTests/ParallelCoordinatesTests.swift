import PlottingTestSupport
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
      let count = axis.layout.ticks.major.count { $0.label != nil }
      #expect(axis.hasLabels ? count > 1 : axis.ends.count == 2)
    }
  }

  /// Thirteen axes in a column of a paper: both ends of each have a number, and no curve comes near.
  @Test(arguments: FigureStyle.presets)
  func everyEndHasANumberAtEveryWidth(style: FigureStyle) throws {
    let trials = (0..<20).map { trial in
      (0..<13).map { axis in
        Double((trial * 7 + axis * 3) % 20) * [0.05, 0.5, 5, 50, 500, 4e-9][axis % 6] + 0.0191
      }
    }
    let axes = (0..<13).map { Axis("setting \($0)") }
    let figure = Figure(id: "a", ParallelCoordinates(axes: axes, trials: trials), style: style)
    let drawing = figure.drawing(measuredBy: MonospacedMeasuring())
    #expect(layoutFaults(of: drawing, measuredBy: MonospacedMeasuring()) == [])
    let content = try #require(
      FigureArrangement(
        figure, data: PanelData.all(of: figure), ruler: TextRuler(MonospacedMeasuring()),
        resolution: 300
      ).contents.first)
    #expect(content.shapes.innerAxes.count == 12)
    for axis in content.shapes.innerAxes {
      #expect(axis.hasLabels || axis.ends.count == 2)
      for end in axis.ends {
        #expect(end.origin.y < axis.frame.minY || end.origin.y > axis.frame.maxY)
      }
    }
  }

  @Test func endsAreWrittenAlikeAndTellTheValues() {
    func ends(_ numbers: [Double], _ kind: Axis.Scale = .linear) -> [String] {
      var domain = Domain()
      domain.include(numbers, on: kind)
      let labels = domain.scale(for: Axis(scale: kind), padding: 0).endLabels
      return [labels.lower, labels.upper].map { $0.text + ($0.exponent.map { "^" + $0 } ?? "") }
    }
    #expect(ends([0.0191, 0.9597]) == ["0.019", "0.960"])
    #expect(ends([308.1, 9986.8]) == ["308", "9987"])
    #expect(ends([-1.5, 2]) == ["\u{2212}1.5", "2.0"])
    #expect(ends([0, 4e-9]) == ["0", "4\u{00D7}10^\u{2212}9"])
    #expect(ends([1e-5, 0.31], .logarithmic) == ["10^\u{2212}5", "3.1\u{00D7}10^\u{2212}1"])
    #expect(ends([0.001, 0.31], .logarithmic) == ["0.001", "0.31"])
  }

  /// Numbers stand on a ground that hides the curves under them.
  @Test func noCurveIsSeenThroughANumber() throws {
    let figure = Figure(id: "a", kind)
    let drawing = figure.drawing(measuredBy: MonospacedMeasuring())
    let plates = drawing.commands.filter { command in
      if case .fill(_, let color) = command { color == figure.style.background } else { false }
    }
    #expect(plates.count >= 6)
  }
}
