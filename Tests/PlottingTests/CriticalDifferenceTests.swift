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

  private func barCount(_ panel: Panel) -> Int {
    panel.marks.count { mark in
      if case .segments(let segments) = mark { segments.pen == .muted } else { false }
    }
  }

  @Test func differenceAndTestStandInOneRowBelowTheNames() {
    let both = panel(1.5, note: "p = 0.01")
    #expect(both.y.names?.last?.text == "CD = 1.5" && both.rightNames.last?.text == "p = 0.01")
    #expect(both.y.names?.last?.value == both.rightNames.last?.value)
    #expect(barCount(both) == 1)
    let rows = (both.y.names ?? []).dropLast().map(\.value)
    #expect(rows.allSatisfy { $0 + 1 <= both.rightNames.last?.value ?? 0 })
  }

  @Test func aDifferenceLongerThanTheAxisIsOnlyWritten() {
    let long = panel(2.5, note: nil)
    #expect(barCount(long) == 0 && long.y.names?.last?.text == "CD = 2.5")
    let none = panel(nil, note: "p = 0.4")
    #expect(barCount(none) == 0 && none.y.names?.map(\.text) == ["a", "b"])
    #expect(none.rightNames.map(\.text) == ["c", "p = 0.4"])
    #expect(panel(nil, note: nil).rightNames.map(\.text) == ["c"])
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
