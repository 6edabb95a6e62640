extension SeriesStyle.Marker {
  /// Whether the shape is made of strokes instead of an area.
  var isStroked: Bool { self == .cross || self == .plus }
}

extension Path {
  /// One marker of about the area of a disc of `radius` points at each of `centers`.
  static func markers(
    _ marker: SeriesStyle.Marker, at centers: [Point], radius: Double
  ) -> Path {
    var path = Path()
    for center in centers {
      func at(_ x: Double, _ y: Double) -> Point {
        Point(x: center.x + x * radius, y: center.y + y * radius)
      }
      switch marker {
      case .circle: path.appendDisc(at)
      case .square:
        path.append([at(-0.9, -0.9), at(0.9, -0.9), at(0.9, 0.9), at(-0.9, 0.9)], closed: true)
      case .triangle: path.append([at(0, -1.25), at(1.15, 0.8), at(-1.15, 0.8)], closed: true)
      case .diamond:
        path.append([at(0, -1.25), at(1.25, 0), at(0, 1.25), at(-1.25, 0)], closed: true)
      case .star:
        path.append(Self.starCorners.map { at($0.x, $0.y) }, closed: true)
      case .cross:
        path.append([at(-0.9, -0.9), at(0.9, 0.9)], closed: false)
        path.append([at(-0.9, 0.9), at(0.9, -0.9)], closed: false)
      case .plus:
        path.append([at(-1.2, 0), at(1.2, 0)], closed: false)
        path.append([at(0, -1.2), at(0, 1.2)], closed: false)
      }
    }
    return path
  }

  /// A star of five points whose inner corners lie at 0.42 of its radius, tip upwards.
  private static let starCorners: [Point] = [
    Point(x: 0, y: -1.6), Point(x: 0.395, y: -0.544), Point(x: 1.522, y: -0.494),
    Point(x: 0.639, y: 0.208), Point(x: 0.940, y: 1.294), Point(x: 0, y: 0.672),
    Point(x: -0.940, y: 1.294), Point(x: -0.639, y: 0.208), Point(x: -1.522, y: -0.494),
    Point(x: -0.395, y: -0.544),
  ]

  /// Four cubic curves; with this arm they differ from a circle by 0.03 % of the radius.
  private mutating func appendDisc(_ at: (Double, Double) -> Point) {
    let arm = 0.5522847498
    elements.append(.move(at(1, 0)))
    elements.append(.curve(at(1, arm), at(arm, 1), at(0, 1)))
    elements.append(.curve(at(-arm, 1), at(-1, arm), at(-1, 0)))
    elements.append(.curve(at(-1, -arm), at(-arm, -1), at(0, -1)))
    elements.append(.curve(at(arm, -1), at(1, -arm), at(1, 0)))
    elements.append(.close)
  }
}

extension FigureStyle {
  /// The radius of a marker of the usual size, in points.
  var markerRadius: Double { 2 * lineWidth }

  /// How far the rim of a marker reaches beyond it, in points.
  var markerRim: Double { 0.7 * lineWidth }

  /// How far markers reach from their centres, in points.
  func reach(of mark: PointMark) -> Double {
    let outline = Path.markers(
      mark.style.marker, at: [Point(x: 0, y: 0)], radius: markerRadius * mark.size)
    return (outline.points.map { max(abs($0.x), abs($0.y)) }.max() ?? 0) + markerRim
  }
}
