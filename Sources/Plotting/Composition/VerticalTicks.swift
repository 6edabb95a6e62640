extension Path {
  /// Adds the ticks of a vertical axis at the abscissa `x`, between two ordinates, to one of its
  /// sides; those of names too if `withNames`.
  mutating func appendTicks(
    _ axis: AxisLayout, x: Double, from bottom: Double, to top: Double, isLeft: Bool,
    withNames: Bool = false
  ) {
    let names = withNames ? axis.names?.items.map(\.position) ?? [] : []
    for (places, length) in [
      (axis.ticks.major.map(\.position) + names, Spacing.majorTick),
      (axis.ticks.minor.map(\.position), Spacing.minorTick),
    ] {
      for place in places {
        let y = bottom - place * (bottom - top)
        append(
          [Point(x: x, y: y), Point(x: isLeft ? x - length : x + length, y: y)], closed: false)
      }
    }
  }
}
