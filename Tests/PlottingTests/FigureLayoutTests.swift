import PlottingTestSupport
import Testing

@testable import Plotting

@Suite struct FigureLayoutTests {
  private let measuring = MonospacedMeasuring()

  /// The last ones have found faults once.
  @Test(arguments: Array(0..<400) + [935, 4549, 4876])
  func nothingOverlapsAndNothingLeavesTheCanvas(seed: Int) {
    var figures = RandomFigures(seed: UInt64(seed))
    let drawing = figures.next().drawing(measuredBy: measuring)
    #expect(layoutFaults(of: drawing, measuredBy: measuring) == [], "figure \(seed)")
  }

  @Test(arguments: Array(0..<560) + [1771, 4754, 6041])
  func kindsNeitherOverlapNorLeaveTheCanvas(seed: Int) {
    var figures = RandomFigures(seed: UInt64(seed))
    let figure = figures.next(ofKind: seed % RandomFigures.kindCount)
    let drawing = figure.drawing(measuredBy: measuring)
    #expect(
      layoutFaults(of: drawing, measuredBy: measuring) == [],
      "figure \(seed), kind \(seed % RandomFigures.kindCount)")
  }

  /// Limits and values from all over the range of numbers, at its ends and next to each other.
  @Test(arguments: 0..<400)
  func wildLimitsBreakNothing(seed: Int) {
    var figures = RandomFigures(seed: UInt64(seed))
    let drawing = figures.nextWithWildLimits().drawing(measuredBy: measuring)
    #expect(layoutFaults(of: drawing, measuredBy: measuring) == [], "figure \(seed)")
  }

  @Test func noDataIsSaidBesideALabel() {
    let labels = ["one", "a label half as long as the panel", "another", "four"]
    let marks = labels.enumerated().map { index, label in
      Mark.reference(ReferenceMark(.horizontal, at: 0.44 + 0.04 * Double(index), label: label))
    }
    let axis = Axis(lower: 0, upper: 1)
    let figure = Figure(
      id: "empty", panels: [Panel(x: axis, y: axis, marks: marks)], style: .screen, width: 2)
    let drawing = figure.drawing(measuredBy: measuring)
    #expect(drawing.textRuns.contains { $0.text == "no data" })
    #expect(layoutFaults(of: drawing, measuredBy: measuring) == [])
  }

  @Test(arguments: [0, -1, 1e9, .infinity, .nan])
  func aSizeThatIsNoneBreaksNothing(size: Double) {
    for kind in 0..<RandomFigures.kindCount {
      var figures = RandomFigures(seed: UInt64(kind))
      var figure = figures.next(ofKind: kind)
      figure.style.tickSize = size
      figure.style.textSize = size
      #expect(!figure.drawing(measuredBy: measuring).commands.isEmpty)
    }
  }

  @Test(arguments: 0..<400)
  func everyAxisHasTwoLabels(seed: Int) {
    var figures = RandomFigures(seed: UInt64(seed))
    let kind = seed % (2 * RandomFigures.kindCount)
    let figure = kind < RandomFigures.kindCount ? figures.next(ofKind: kind) : figures.next()
    let data = PanelData.all(of: figure)
    let arrangement = FigureArrangement(
      figure, data: data, ruler: TextRuler(measuring), resolution: 300)
    for place in arrangement.layout.places {
      let axes = [place.x, place.y, place.colorBar].compactMap { $0 }
      for axis in axes where axis.names == nil && !axis.isHidden {
        let labelled = axis.ticks.major.filter { $0.label != nil }
        let length = axis.orientation == .horizontal ? place.frame.width : place.frame.height
        // Two labels in scientific notation side by side need about this much.
        let room = axis.orientation == .horizontal ? 15 * figure.style.tickSize : 30
        #expect(
          labelled.count >= 2 || (length < room && labelled.count == 1),
          "\(labelled.count) labels on \(length) points in figure \(seed)")
        #expect(axis.ticks.major.allSatisfy { $0.position >= 0 && $0.position <= 1 })
      }
    }
  }

  @Test func spinesOfOneRowLineUp() {
    let wide = Panel(x: Axis("x"), y: Axis("y"), marks: [])
    let titled = Panel(title: "Title", x: Axis("x"), y: Axis("a label"), marks: [])
    let figure = Figure(id: "a", panels: [wide, titled])
    let frames = FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300
    ).contents.map(\.frame)
    #expect(frames[0].minY == frames[1].minY && frames[0].maxY == frames[1].maxY)
    #expect(abs(frames[0].width - frames[1].width) < 1e-9)
    #expect(abs(frames[0].height - 0.618 * frames[0].width) < 1e-9)
  }

  @Test func headingsOfOneRowAreLevel() throws {
    let rail = Rail(rows: [.init(x: [0.5], style: SeriesStyle(index: 0))])
    let panels = [
      Panel(title: "one", x: Axis(), y: Axis(), marks: [], rail: rail),
      Panel(title: "other", x: Axis(), y: Axis(), marks: []),
    ]
    let runs = Figure(id: "a", panels: panels).drawing(measuredBy: measuring).textRuns
    let one = try #require(runs.first { $0.text == "one" })
    let other = try #require(runs.first { $0.text == "other" })
    #expect(one.origin.y == other.origin.y)
  }

  private func lines(_ ends: [Double]) -> Figure {
    let marks = ends.enumerated().map { index, end in
      Mark.line(
        LineMark("series \(index)", x: [0, 1], y: [0, end], style: SeriesStyle(index: index)))
    }
    return Figure(id: "ends", panels: [Panel(x: Axis(), y: Axis(), marks: marks)])
  }

  private func arrangement(_ figure: Figure) -> FigureArrangement {
    FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300)
  }

  @Test func namesStandAtLineEndsThatAreApart() {
    let apart = arrangement(lines([1, 2, 3]))
    #expect(apart.lineEnds.map(\.text) == ["series 0", "series 1", "series 2"])
    #expect(apart.legend == nil)
    let together = arrangement(lines([1, 1.01, 3]))
    #expect(together.lineEnds.isEmpty)
    #expect(together.legend?.layout.items.count == 3)
    let many = arrangement(lines([1, 2, 3, 4, 5, 6]))
    #expect(many.lineEnds.isEmpty && many.legend != nil)
  }

  @Test func aFigureWithoutDataIsStillAFigure() {
    let empty = Figure(id: "empty", panels: []).drawing(measuredBy: measuring)
    #expect(empty.commands.isEmpty && empty.width > 0 && empty.height > 0)
    let bare = Figure(id: "bare", panels: [Panel(x: Axis(), y: Axis(), marks: [])])
    let texts = bare.drawing(measuredBy: measuring).textRuns.map(\.text)
    #expect(texts.contains("no data") && texts.count >= 5)
  }

  @Test func aLegendInsideHidesNoData() throws {
    let result = arrangement(lines([1, 1.01, 3]))
    let legend = try #require(result.legend)
    let content = try #require(result.contents.first)
    let box = Rectangle(
      x: legend.origin.x, y: legend.origin.y, width: legend.layout.width,
      height: legend.layout.height)
    #expect(content.frame.contains(legend.origin))
    for curve in content.curves {
      for part in curve.parts {
        for (start, end) in zip(part, part.dropFirst()) {
          for step in 0...100 {
            let share = Double(step) / 100
            let point = Point(
              x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
            #expect(!box.contains(point))
          }
        }
      }
    }
  }

  @Test func aLegendStandsBelowWhereNoCornerIsFree() throws {
    let xs = (0...100).map { Double($0) / 100 }
    let busy = xs.indices.map { $0 % 2 == 0 ? 0.0 : 1.0 }
    let marks = (0..<6).map { index in
      Mark.line(LineMark("series \(index)", x: xs, y: busy, style: SeriesStyle(index: index)))
    }
    let result = arrangement(
      Figure(id: "busy", panels: [Panel(x: Axis(), y: Axis(), marks: marks)]))
    let legend = try #require(result.legend)
    let frame = try #require(result.contents.first).frame
    #expect(legend.origin.y > frame.maxY)
  }
}
