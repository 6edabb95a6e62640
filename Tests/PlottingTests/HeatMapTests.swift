import PlottingTestSupport
import Testing

@testable import Plotting

@Suite struct HeatMapTests {
  private let measuring = MonospacedMeasuring()
  private let map = ColorMap([Color(0x000000), Color(0xFFFFFF)])

  @Test func numbersBeyondTheLimitsHaveTheColoursOfTheEnds() throws {
    func panel(_ values: [Double]) -> Panel {
      HeatMap(
        columns: ["a", "b", "c"], rows: ["d"], values: values,
        axis: Axis("loss", lower: 0, upper: 1), map: map
      ).panel
    }
    guard case .cells(let mark)? = panel([-1, 0.5, 1e30]).marks.first else {
      Issue.record("no cells")
      return
    }
    #expect(
      mark.cells.map(\.filling) == [
        .color(map.color(at: 0)), .color(map.color(at: 0.5)), .color(map.color(at: 1)),
      ])
    let bar = try #require(panel([-1, 0.5, 1e30]).colorBar)
    #expect(bar.isOpenBelow && bar.isOpenAbove)
    let closed = try #require(panel([0, 0.5, 1]).colorBar)
    #expect(!closed.isOpenBelow && !closed.isOpenAbove)
    #expect(panel([.nan, .nan, .nan]).colorBar == nil)
    // Zero is beyond the lower end of a logarithmic strip, and no failure.
    let zero = HeatMap(
      columns: ["a", "b", "c"], rows: ["d"], values: [0, 1, .nan],
      axis: Axis(scale: .logarithmic), map: map
    ).panel
    guard case .cells(let cells)? = zero.marks.first else { return }
    #expect(cells.cells.map(\.filling)[0] == .color(map.color(at: 0)))
    #expect(cells.cells.map(\.filling)[2] == .missing)
    #expect(zero.colorBar?.isOpenBelow == true && zero.colorBar?.isOpenAbove == false)
  }

  /// The strip's border: the only closed path that is stroked.
  private func border(_ values: [Double]) throws -> (points: [Point], frame: Rectangle) {
    let map = HeatMap(
      columns: ["a", "b"], rows: ["d"], values: values, axis: Axis("loss", lower: 0, upper: 1))
    let figure = Figure(id: "a", map)
    let drawing = figure.drawing(measuredBy: measuring)
    let paths = drawing.commands.compactMap { command -> Path? in
      guard case .stroke(let path, _) = command, path.elements.contains(.close) else { return nil }
      return path
    }
    let end = paths[0].elements.firstIndex(of: .close) ?? 0
    let frame = try #require(
      FigureArrangement(
        figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300
      ).contents.first?.frame)
    return (Path(Array(paths[0].elements[..<end])).points, frame)
  }

  @Test func anOpenStripHasATip() throws {
    let (closed, frame) = try border([0, 1])
    #expect(closed.count == 4 && closed.map(\.y).min() == frame.minY)
    let (open, _) = try border([0, 2])
    #expect(open.count == 5)
    #expect(open[1].y == frame.minY && open[0].y > frame.minY + 5)
    #expect(open[1].x == (open[0].x + open[2].x) / 2)
    #expect(try border([-1, 2]).points.count == 6)
  }

  @Test func aLogarithmicStripHasMinorTicks() throws {
    let map = HeatMap(
      columns: ["a", "b"], rows: ["d"], values: [0.01, 10],
      axis: Axis("loss", scale: .logarithmic))
    let figure = Figure(id: "a", map)
    let place = try #require(
      FigureArrangement(
        figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300
      ).layout.places.first)
    let bar = try #require(place.colorBar)
    try #require(bar.ticks.minor.count == 24)
    let right = place.frame.maxX + Spacing.colorBar + Spacing.colorBarWidth
    let strokes = figure.drawing(measuredBy: measuring).commands.compactMap { command in
      if case .stroke(let path, _) = command { path.points } else { nil }
    }
    let ticks = strokes.joined().count { $0.x == right + Spacing.minorTick }
    #expect(ticks == 24)
  }

  @Test func narrowCellsHaveFewerDigits() {
    func words(_ width: Double) -> [String] {
      let map = HeatMap(
        columns: ["a", "b"], rows: ["c"], values: [0.125, 0.25],
        texts: [["0.125", "0.1"], ["0.250", "0.2"]])
      return Figure(id: "a", map, style: .ieee, width: width).drawing(measuredBy: measuring)
        .textRuns.map(\.text).filter { ["0.125", "0.1", "0.250", "0.2"].contains($0) }
    }
    #expect(words(3.5) == ["0.125", "0.250"])
    let widths = stride(from: 1.2, to: 3.5, by: 0.05).map(words)
    #expect(widths.contains(["0.1", "0.2"]) && widths.contains([]))
    #expect(widths.allSatisfy { [["0.125", "0.250"], ["0.1", "0.2"], []].contains($0) })
  }

  @Test(arguments: [FigureStyle.ieee, .nature, .neurips, .screen])
  func longNamesOfColumnsAreWhole(style: FigureStyle) {
    let names = ["SGD with Nesterov momentum", "Adam, decoupled decay"] + (0..<9).map { "\($0)" }
    let map = HeatMap(columns: names, rows: ["constant"], values: names.indices.map(Double.init))
    let drawing = Figure(id: "a", map, style: style).drawing(measuredBy: measuring)
    let words = drawing.textRuns.map(\.text).joined(separator: " ")
    #expect(!words.contains("…"))
    #expect(layoutFaults(of: drawing, measuredBy: measuring) == [])
  }
}
