import PlottingTestSupport
import Testing

@testable import Plotting

@Suite struct CriticalDifferenceTests {
  private func panel(_ difference: Double?, note: String?) -> Panel {
    CriticalDifference(
      [.init("a", rank: 1.2), .init("b", rank: 1.9), .init("c", rank: 2.9)], groups: [],
      criticalDifference: difference, note: note
    ).panel
  }

  @Test func theDifferenceStandsAboveTheAxisAndTheTestBelowTheNames() throws {
    let both = panel(1.5, note: "p = 0.01")
    #expect(both.lengthBar == LengthBar("CD = 1.5", from: 1, to: 2.5))
    let note = try #require(both.rightNames.last)
    #expect(note.text == "p = 0.01")
    #expect((both.y.names ?? []).allSatisfy { $0.value + 1 <= note.value })
  }

  @Test func aDifferenceLongerThanTheAxisIsOnlyWritten() {
    #expect(panel(2.5, note: nil).lengthBar == LengthBar("CD = 2.5", from: 1, to: nil))
    let none = panel(nil, note: "p = 0.4")
    #expect(none.lengthBar == nil && none.y.names?.map(\.text) == ["a", "b"])
    #expect(none.rightNames.map(\.text) == ["c", "p = 0.4"])
    #expect(panel(nil, note: nil).rightNames.map(\.text) == ["c"])
  }

  @Test func theBarIsAsLongAsItsDifferenceAndAboveAllTexts() throws {
    let measuring = MonospacedMeasuring()
    let diagram = CriticalDifference(
      [.init("a", rank: 1), .init("b", rank: 2), .init("c", rank: 3)], groups: [],
      criticalDifference: 1.25)
    let figure = Figure(id: "a", diagram, style: .ieee)
    let drawing = figure.drawing(measuredBy: measuring)
    #expect(layoutFaults(of: drawing, measuredBy: measuring) == [])
    let frame = try #require(
      FigureArrangement(
        figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300
      ).layout.places.first
    ).frame
    // From 1 to 2.25 on an axis from 0.96 to 3.04.
    let share = { (rank: Double) in frame.minX + (rank - 0.96) / 2.08 * frame.width }
    let bar = drawing.commands.compactMap { command -> [Point]? in
      guard case .stroke(let path, let pen) = command, pen.width == 1.2 * figure.style.lineWidth
      else { return nil }
      return path.points
    }.first
    let ends = try #require(bar).map(\.x)
    #expect(abs((ends.min() ?? 0) - share(1)) < 1e-9)
    #expect(abs((ends.max() ?? 0) - share(2.25)) < 1e-9)
    let label = try #require(drawing.textRuns.first { $0.text == "CD = 1.25" })
    #expect(drawing.textRuns.allSatisfy { $0.origin.y >= label.origin.y - 0.01 })
  }

  @Test func longNamesHaveTheLinesThatTheyNeed() {
    let measuring = MonospacedMeasuring()
    let diagram = CriticalDifference(
      [
        .init("SGD with momentum and a schedule", rank: 1), .init("Adam", rank: 2),
        .init("Adam with decoupled weight decay", rank: 3),
      ], groups: [], note: "Friedman p = 0.04")
    let drawing = Figure(id: "a", diagram, style: .ieee).drawing(measuredBy: measuring)
    let words = drawing.textRuns.map(\.text)
    #expect(!words.contains { $0.contains("…") })
    #expect(layoutFaults(of: drawing, measuredBy: measuring) == [])
  }
}
