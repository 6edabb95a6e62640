import Plotting
import PlottingTestSupport
import Testing

@testable import CairoRendering

/// The layout's promises with texts as Pango measures them, fallback fonts included.
@Suite struct MeasuredLayoutTests {
  @Test(arguments: 0..<280)
  func nothingOverlapsAndNothingLeavesTheCanvas(seed: Int) {
    var figures = RandomFigures(seed: UInt64(1000 + seed))
    let kind = seed % (RandomFigures.kindCount + 2)
    let figure =
      kind < RandomFigures.kindCount ? figures.next(ofKind: kind) : figures.next()
    let engine = TextEngine()
    let drawing = figure.drawing(measuredBy: engine)
    #expect(layoutFaults(of: drawing, measuredBy: engine) == [], "figure \(seed), kind \(kind)")
  }

  @Test(arguments: 0..<RandomFigures.kindCount)
  func everyKindRendersTwiceAlike(kind: Int) throws {
    var figures = RandomFigures(seed: UInt64(kind))
    let figure = figures.next(ofKind: kind)
    let renderer = CairoRenderer(resolution: 96)
    for format in FigureFormat.allCases {
      let first = try renderer.render(figure, as: format)
      #expect(try renderer.render(figure, as: format) == first)
    }
  }
}
