import Testing

@testable import Plotting

@Suite struct AxisLayoutTests {
  /// Five decades have 32 ticks between them, which need a point and a half each.
  @Test(arguments: [(45.0, false), (60, true)])
  func minorTicksAreLeftOutWhereTheyWouldTouch(length: Double, isThere: Bool) {
    let layout = AxisLayout(
      Axis(scale: .logarithmic), scale: Scale(kind: .logarithmic, lower: 0, upper: 4),
      orientation: .vertical, length: length, style: .ieee, ruler: TextRuler(MonospacedMeasuring()))
    #expect(layout.ticks.major.count == 5)
    #expect(layout.ticks.minor.count == (isThere ? 32 : 0))
  }
}
