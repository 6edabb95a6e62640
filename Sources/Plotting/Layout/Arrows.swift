extension PanelShapes {
  /// The heads of arrows at the borders of `frame`, towards those ends of a level or upright stroke
  /// that lie beyond; with a short shaft where the whole stroke does.
  static func arrowsBeyond(
    _ frame: Rectangle, from start: Point, to end: Point, size: Double
  ) -> Path {
    if start.y == end.y, start.y >= frame.minY, start.y <= frame.maxY {
      return arrows(
        along: (frame.minX, frame.maxX), from: start.x, to: end.x, size: size
      ) { Point(x: $0, y: start.y + $1) }
    }
    if start.x == end.x, start.x >= frame.minX, start.x <= frame.maxX {
      return arrows(
        along: (frame.minY, frame.maxY), from: start.y, to: end.y, size: size
      ) { Point(x: start.x + $1, y: $0) }
    }
    return Path()
  }

  /// - Parameter point: the point at a place along the stroke and a distance across it.
  private static func arrows(
    along borders: (Double, Double), from start: Double, to end: Double, size: Double,
    point: (Double, Double) -> Point
  ) -> Path {
    var path = Path()
    let (least, most) = (min(start, end), max(start, end))
    // An end on the border does not lie beyond it, whatever the last bit says.
    let slack = 0.01
    for (tip, back) in [
      (least < borders.0 - slack ? borders.0 : nil, 1.0),
      (most > borders.1 + slack ? borders.1 : nil, -1.0),
    ] {
      guard let tip else { continue }
      path.append(
        [
          point(tip + back * size, -0.6 * size), point(tip, 0),
          point(tip + back * size, 0.6 * size),
        ], closed: false)
      if most < borders.0 || least > borders.1 {
        path.append([point(tip + back * 2.5 * size, 0), point(tip, 0)], closed: false)
      }
    }
    return path
  }
}
