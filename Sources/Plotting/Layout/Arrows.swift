extension PanelShapes {
  /// The heads of arrows at the left and right borders of `frame`, towards those ends of a level
  /// stroke that lie beyond; with a short shaft where the whole stroke does.
  static func arrowsBeyond(
    _ frame: Rectangle, from start: Point, to end: Point, size: Double
  ) -> Path {
    var path = Path()
    guard start.y == end.y, start.y >= frame.minY, start.y <= frame.maxY else { return path }
    let (left, right) = (min(start.x, end.x), max(start.x, end.x))
    for (tip, back) in [
      (left < frame.minX ? frame.minX : nil, 1.0), (right > frame.maxX ? frame.maxX : nil, -1.0),
    ] {
      guard let tip else { continue }
      path.append(
        [
          Point(x: tip + back * size, y: start.y - 0.6 * size), Point(x: tip, y: start.y),
          Point(x: tip + back * size, y: start.y + 0.6 * size),
        ], closed: false)
      if right < frame.minX || left > frame.maxX {
        path.append(
          [Point(x: tip + back * 2.5 * size, y: start.y), Point(x: tip, y: start.y)], closed: false)
      }
    }
    return path
  }
}
