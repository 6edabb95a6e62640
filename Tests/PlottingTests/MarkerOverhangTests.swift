import PlottingTestSupport
import Testing

@testable import Plotting

@Suite struct MarkerOverhangTests {
  /// A large star in the upper right corner of a panel without anything around it.
  @Test func largeMarkersAtABorderStayOnTheCanvas() {
    let axis = Axis(lower: 0, upper: 1, isHidden: true)
    let star = SeriesStyle(colorIndex: 0, marker: .star)
    func drawing(_ x: Double, _ y: Double) -> Drawing {
      let mark = PointMark(nil, x: [x], y: [y], style: star, size: 4, hasRim: true)
      return Figure(id: "star", panels: [Panel(x: axis, y: axis, marks: [.points(mark)])])
        .drawing(measuredBy: MonospacedMeasuring())
    }
    for (x, y) in [(0.0, 0.0), (1, 1), (0, 1), (1, 0)] {
      #expect(layoutFaults(of: drawing(x, y), measuredBy: MonospacedMeasuring()) == [])
    }
    // In the middle it needs no room of its own.
    #expect(drawing(0.5, 0.5).height < drawing(1, 1).height)
  }

  /// A star's tip lies 1.6 radii from its centre, and a radius is two lines' widths.
  @Test func aMarkerReachesAsFarAsItIsPainted() {
    var style = FigureStyle.screen
    style.lineWidth = 2
    let star = PointMark(
      nil, x: [], y: [], style: SeriesStyle(colorIndex: 0, marker: .star), size: 3)
    #expect(abs(style.reach(of: star) - (1.6 * 2 * 2 * 3 + 1.4)) < 1e-12)
  }
}
