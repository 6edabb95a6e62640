import PlottingTestSupport
import Testing

@testable import Plotting

/// Names below an axis are all broken, or none is.
@Suite struct NameBreakTests {
  private let names = ["SGD", "Adam (pytorch)", "heavy ball", "SGD with long momentum"]

  private func lines(length: Double) -> (lines: [[String]], isTurned: Bool) {
    let axis = Axis.categories(names)
    let scale = Domain().scale(for: axis, padding: 0)
    let layout = NameLayout(
      axis.names ?? [], scale: scale, orientation: .horizontal, length: length, depth: 80,
      font: FigureStyle.screen.tickFont, ruler: TextRuler(MonospacedMeasuring()))
    return (layout.items.map(\.lines), layout.isTurned)
  }

  @Test(arguments: stride(from: 60.0, through: 800, by: 20).map { $0 })
  func allOrNone(length: Double) {
    let found = lines(length: length)
    if found.isTurned || found.lines.count < names.count { return }
    let counts = zip(names, found.lines).filter { $0.0.contains(" ") }.map(\.1.count)
    #expect(counts.allSatisfy { $0 > 1 } || counts.allSatisfy { $0 == 1 }, "\(found.lines)")
  }

  @Test func aNameThatFitsIsBrokenWithTheOthers() {
    let found = lines(length: 360)
    #expect(!found.isTurned && found.lines[2] == ["heavy", "ball"] && found.lines[0] == ["SGD"])
    #expect(lines(length: 2000).lines.allSatisfy { $0.count == 1 })
  }
}
