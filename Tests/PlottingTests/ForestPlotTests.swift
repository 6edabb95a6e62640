import PlottingTestSupport
import Testing

@testable import Plotting

@Suite struct ForestPlotTests {
  private let measuring = MonospacedMeasuring()

  private func figure(_ effects: [ForestPlot.Effect]) -> Figure {
    Figure(id: "a", ForestPlot(effects, textHeading: "ratio"))
  }

  /// The points of the strokes as wide as intervals.
  private func strokes(_ figure: Figure) -> [[Point]] {
    figure.drawing(measuredBy: measuring).commands.compactMap { command in
      if case .stroke(let path, let pen) = command, pen.width == 1.2 { path.points } else { nil }
    }
  }

  @Test func anEndWithoutAPlaceIsAnArrow() throws {
    let figure = figure([
      .init("closed", estimate: 2, lower: 1, upper: 4),
      .init("open", estimate: 2, lower: 1, upper: .infinity),
      .init("beyond", estimate: .infinity, lower: .infinity, upper: .infinity),
      .init("none", estimate: 2, lower: .nan, upper: .nan, text: "2"),
    ])
    let place = try #require(
      FigureArrangement(
        figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300
      ).contents.first?.frame)
    let strokes = strokes(figure)
    #expect(strokes.count == 3)
    // Two caps; a head at the border and one cap; a head and a short shaft.
    #expect(strokes.map(\.count) == [6, 7, 5])
    #expect(strokes[1][1].x == place.maxX && strokes[2][1].x == place.maxX)
    #expect(strokes[2].allSatisfy { $0.x > place.maxX - 12 })
    // The open interval has room to be longer than the longest closed one.
    #expect((strokes[0].map(\.x).max() ?? 0) < place.maxX - 20)
    let words = figure.drawing(measuredBy: measuring).textRuns.map(\.text)
    #expect(Set(["closed", "open", "beyond", "none", "ratio", "2"]).isSubset(of: words))
  }

  /// A row without its name says nothing, so a canvas too low for all grows.
  @Test func everyRowKeepsItsNameOnALowCanvas() {
    let names = (1...12).map { "optimizer \($0)" }
    var figure = figure(names.map { .init($0, estimate: 2, lower: 1, upper: 4, text: "2") })
    figure.height = 1
    let drawing = figure.drawing(measuredBy: measuring)
    #expect(Set(names).isSubset(of: drawing.textRuns.map(\.text)))
    #expect(drawing.height > 72)
    #expect(layoutFaults(of: drawing, measuredBy: measuring) == [])
  }

  @Test func aLongLabelReachesBeyondThePanelBeforeItIsWrapped() throws {
    let label = "epochs to target, relative to Adam"
    func place(_ text: String?) throws -> FigureLayout.PanelPlace {
      let forest = ForestPlot(
        [.init("SGD with momentum", estimate: 2, lower: 1, upper: 4, text: text)],
        x: Axis(label, scale: .logarithmic))
      let figure = Figure(id: "a", forest, style: .ieee)
      #expect(layoutFaults(of: figure.drawing(measuredBy: measuring), measuredBy: measuring) == [])
      return try #require(
        FigureArrangement(
          figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300
        ).layout.places.first)
    }
    let narrow = try place("2.0 [1.0, 4.0]")
    let width = TextRuler(measuring).extents(label, FigureStyle.ieee.labelFont).width
    #expect(width > narrow.frame.width && narrow.x.label.lines == [label])
  }

  @Test(arguments: [Axis.Scale.linear, .logarithmic])
  func aLowerEndWithoutAPlacePointsLeft(scale: Axis.Scale) throws {
    var forest = ForestPlot([.init("a", estimate: 2, lower: -.infinity, upper: 3)], neutral: 1)
    forest.x.scale = scale
    let figure = Figure(id: "a", forest)
    let frame = try #require(
      FigureArrangement(
        figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300
      ).contents.first?.frame)
    #expect(strokes(figure).first?[1].x == frame.minX)
  }
}
