extension BoxStrip.Group {
  /// A group shown by its mean and one standard deviation to both sides of it, beside every value.
  ///
  /// - Parameter mean: mean and deviation; nil where some runs have no value, and so there is none.
  public init(
    _ name: String, mean: (mean: Double, deviation: Double)?, points: [Double], failures: Int = 0,
    style: SeriesStyle
  ) {
    let middle = mean?.mean ?? .nan
    let half = mean?.deviation ?? .nan
    self.init(
      name, quartiles: (middle - half, middle, middle + half),
      whiskers: (middle - half, middle + half), points: points, failures: failures, style: style)
    isMean = true
  }

  /// Mean and deviation as a point with a whisker at `place` across the axis of values; nothing
  /// where there is no mean.
  func meanMarks(at place: Double, isHorizontal: Bool) -> [Mark] {
    guard median.isFinite else { return [] }
    let stroke =
      isHorizontal
      ? SegmentMark.Segment(x: (lowerWhisker, upperWhisker), y: (place, place))
      : SegmentMark.Segment(x: (place, place), y: (lowerWhisker, upperWhisker))
    var solid = style
    solid.marker = .square
    return [
      .segments(SegmentMark([stroke], pen: .series(style), width: 1.5, cap: 5)),
      .points(
        PointMark(
          x: [isHorizontal ? median : place], y: [isHorizontal ? place : median], style: solid,
          size: 1.4, hasRim: true)),
    ]
  }
}
