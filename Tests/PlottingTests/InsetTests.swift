import PlottingTestSupport
import Testing

@testable import Plotting

/// A part of a panel shown again: what it shows, where it stands, and what has no place.
@Suite struct InsetTests {
  private let measuring = MonospacedMeasuring()

  /// A curve that falls steeply and goes on at the bottom, with an inset.
  private func figure(
    _ inset: Inset, scale: Axis.Scale = .linear, y: [Double] = [100, 10, 5, 4, 3, 2],
    band: (lower: [Double], upper: [Double])? = nil
  ) -> Figure {
    let x = y.indices.map(Double.init)
    let style = SeriesStyle(index: 0)
    var marks = [Mark.line(LineMark("a", x: x, y: y, style: style))]
    if let band {
      marks.append(.band(BandMark(x: x, lower: band.lower, upper: band.upper, style: style)))
    }
    var panel = Panel(
      x: Axis("x", lower: 0, upper: Double(y.count - 1)), y: Axis("y", scale: scale), marks: marks)
    panel.inset = inset
    return Figure(id: "inset", panels: [panel], legend: .none, style: .ieee)
  }

  private func content(_ figure: Figure) throws -> PanelContent {
    let arrangement = FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300)
    return try #require(arrangement.contents.first)
  }

  @Test func itStandsWhereNothingIsDrawnAndShowsThePartEnlarged() throws {
    let content = try content(figure(Inset(x: (3, 5), y: [2, 4])))
    let inset = try #require(content.insets.first)
    #expect(content.curves[0].parts.allSatisfy { clipped($0, to: inset.box).isEmpty })
    #expect(!inset.box.overlaps(inset.region))
    let frame = inset.place.frame
    #expect(inset.box.contains(Point(x: frame.minX, y: frame.minY)))
    // The curve runs from the upper left to the lower right corner of the part.
    let points = Array(inset.content.curves[0].parts.flatMap { clipped($0, to: frame) }.joined())
    let (first, last) = (try #require(points.first), try #require(points.last))
    #expect(abs(first.x - frame.minX) < 0.05 && abs(first.y - frame.minY) < 0.05)
    #expect(abs(last.x - frame.maxX) < 0.05 && abs(last.y - frame.maxY) < 0.05)
  }

  @Test(arguments: [Axis.Scale.linear, .logarithmic])
  func itsHeightIsThatOfTheCurvesBetweenItsAbscissas(_ scale: Axis.Scale) throws {
    let figure = figure(Inset(x: (2.5, 4)), scale: scale)
    let data = try #require(PanelData.all(of: figure).first?.insets.first)
    let ends = data.data.y.ends
    // From 3 to the place on the curve at 2.5, with a margin of 8 %.
    #expect(ends[0] < 3 && ends[0] > 2.8 && ends[1] > 4.4 && ends[1] < 4.8)
    #expect(data.data.x.kind == .linear && abs(data.data.x.ends[0] - 2.5) < 1e-9)
    #expect(data.data.y.kind == scale)
  }

  /// Both would like the free corner; the legend was given it by its author.
  @Test func itLeavesTheCornerToALegendThatWasPutThere() throws {
    var figure = figure(Inset(x: (3, 5), y: [2, 4]))
    figure.legend = .topRight
    let arrangement = FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300)
    let legend = try #require(arrangement.legend)
    let inset = try #require(arrangement.contents.first?.insets.first)
    #expect(!inset.box.overlaps(legend.box))
  }

  @Test func theLinesBetweenPartAndInsetCrossNeither() throws {
    let content = try content(figure(Inset(x: (3, 5), y: [2, 4])))
    let inset = try #require(content.insets.first)
    #expect(inset.connectors.count == 2)
    for line in inset.connectors {
      for box in [inset.region, inset.place.frame] {
        #expect(clippedSegment(line.start, line.end, to: box.expanded(by: -0.1)) == nil)
      }
    }
  }

  @Test(arguments: [Inset.Place.upperLeft, .upperRight, .lowerLeft, .lowerRight])
  func aCornerIsKeptWhateverLiesThere(_ place: Inset.Place) throws {
    let content = try content(figure(Inset(x: (3, 5), place: place, size: 0.4)))
    let box = try #require(content.insets.first?.box)
    let isLeft = place == .upperLeft || place == .lowerLeft
    let isUpper = place == .upperLeft || place == .upperRight
    #expect((box.midX < content.frame.midX) == isLeft)
    #expect((box.midY < content.frame.midY) == isUpper)
    #expect(abs(box.width - 0.4 * content.frame.width) < 1e-9)
  }

  @Test func whereAllIsFullItHasGroundOfItsOwn() throws {
    let y = (0...40).map { Double($0 % 2) }
    let figure = figure(Inset(x: (3, 5)), y: y)
    let content = try content(figure)
    let inset = try #require(content.insets.first)
    let commands = figure.drawing(measuredBy: measuring).commands
    let ground = DrawingCommand.fill(Path(inset.box), Color(0xFFFFFF))
    let place = try #require(commands.firstIndex(of: ground))
    let curves = commands.indices.filter {
      if case .stroke(_, let pen) = commands[$0] { pen.color == Color(0x0072B2) } else { false }
    }
    // The panel's curve lies under it, the inset's own over it.
    #expect(curves.first.map { $0 < place } == true && curves.last.map { $0 > place } == true)
  }

  @Test func aLegendAvoidsIt() throws {
    var figure = figure(Inset(x: (3, 5), place: .upperRight, size: 0.5))
    figure.legend = .inside
    let arrangement = FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300)
    let box = try #require(arrangement.contents.first?.insets.first?.box)
    if let legend = arrangement.legend {
      let area = Rectangle(
        x: legend.origin.x, y: legend.origin.y, width: legend.layout.width,
        height: legend.layout.height)
      #expect(!area.overlaps(box))
    }
  }

  @Test(
    "what cannot be shown is refused",
    arguments: [
      (
        Inset(x: (3, 9)), "the inset shows x from 3 to 9, off the axis",
        "the x axis shows 0 to 5: give two numbers on it"
      ),
      (
        Inset(x: (3, 5), y: [-50, 4]), "the inset shows y from -50 to 4, off the axis",
        "the y axis shows -2.9 to 104.9: give two numbers on it"
      ),
      (
        Inset(x: (3, 5), size: 0.1), "the inset has no room beside its numbers",
        "give a greater 'size' or a greater width, or leave it out"
      ),
    ])
  func faults(_ inset: Inset, _ message: String, _ help: String) {
    #expect(
      figure(inset).faults(measuredBy: measuring) == [
        FigureFault(subject: .key("inset"), message: message, help: help)
      ])
  }

  @Test func aPartWithoutCurvesIsRefused() {
    let nan = Double.nan
    let empty = figure(Inset(x: (3, 5)), y: [100, 10, nan, nan, nan, nan])
    #expect(
      empty.faults(measuredBy: measuring).map(\.message) == [
        "the inset shows nothing: no curve comes into it"
      ])
  }
}
