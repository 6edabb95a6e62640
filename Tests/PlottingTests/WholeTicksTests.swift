import Testing

@testable import Plotting

/// Axes of epochs end at the number that texts quote.
@Suite struct WholeTicksTests {
  private func labels(_ end: Double, from start: Double = 0, length: Double) -> [String] {
    var domain = Domain()
    domain.include([start, end], on: .linear)
    // Trials begin at 1, with half a trial's room before.
    let axis = Axis(lower: start == 1 ? 0.5 : nil, isWhole: true)
    let layout = AxisLayout(
      axis, scale: domain.scale(for: axis, padding: 0), orientation: .horizontal, length: length,
      style: .ieee, ruler: TextRuler(MonospacedMeasuring()))
    return layout.ticks.major.compactMap(\.label?.text)
  }

  @Test(arguments: [
    (20.0, 210.0, "0 5 10 15 20"), (20, 350, "0 5 10 15 20"), (60, 210, "0 20 40 60"),
    (60, 80, "0 20 40 60"), (100, 210, "0 20 40 60 80 100"), (100, 90, "0 50 100"),
    (200, 210, "0 50 100 150 200"), (30, 210, "0 10 20 30"), (50, 210, "0 10 20 30 40 50"),
    (50, 80, "0 25 50"), (7, 210, "0 1 2 3 4 5 6 7"), (7, 40, "0 7"),
    (1000, 210, "0 200 400 600 800 1000"), (45, 350, "0 15 30 45"), (1, 210, "0 1"),
  ])
  func aRoundEndHasALabel(end: Double, length: Double, expected: String) {
    #expect(labels(end, length: length).joined(separator: " ") == expected)
  }

  @Test(arguments: [(20.0, "1 5 10 15 20"), (10, "1 2 3 4 5 6 7 8 9 10"), (60, "1 20 40 60")])
  func theFirstTrialHasALabel(end: Double, expected: String) {
    #expect(labels(end, from: 1, length: 210).joined(separator: " ") == expected)
  }

  /// 37 epochs have no even steps: those of any other axis.
  @Test func anEndThatIsNotRoundLeavesTicksRound() {
    #expect(labels(37, length: 210) == ["0", "10", "20", "30"])
  }

  @Test func aRulerHasATickAtEachNumber() {
    var domain = Domain()
    domain.include([0, 7], on: .linear)
    let axis = Axis(isWhole: true)
    let layout = AxisLayout(
      axis, scale: domain.scale(for: axis, padding: 0), orientation: .horizontal, length: 40,
      style: .ieee, ruler: TextRuler(MonospacedMeasuring()))
    #expect(layout.ticks.major.count == 8)
  }
}
