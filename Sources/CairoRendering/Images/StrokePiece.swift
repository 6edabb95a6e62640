import Plotting

/// A part of a long path that is stroked by itself: the time that cairo takes for a path on an
/// image grows faster than the path's length.
struct StrokePiece {
  /// What is stroked.
  var path: Path
  /// How far into the whole subpath the piece begins, in points: where its dashes go on.
  var start = 0.0

  /// More segments than this are stroked in pieces.
  private static let limit = 64

  /// `path` in pieces. Each begins with the last segment of the one before, so that the joins
  /// between them are drawn too. Paths with curves, and short ones, stay whole.
  static func pieces(of path: Path) -> [StrokePiece] {
    guard path.elements.count > limit else { return [StrokePiece(path: path)] }
    var pieces: [StrokePiece] = []
    var points: [Point] = []
    for element in path.elements {
      switch element {
      case .move(let point):
        append(points, to: &pieces)
        points = [point]
      case .line(let point): points.append(point)
      case .curve, .close: return [StrokePiece(path: path)]
      }
    }
    append(points, to: &pieces)
    return pieces
  }

  private static func append(_ points: [Point], to pieces: inout [StrokePiece]) {
    var first = 0
    var start = 0.0
    while first + 1 < points.count {
      let end = min(points.count, first + limit + 1)
      let part = points[first..<end]
      pieces.append(StrokePiece(path: Path(through: Array(part)), start: start))
      if end == points.count { return }
      for (one, next) in zip(part, part.dropFirst().dropLast()) {
        let (dx, dy) = (next.x - one.x, next.y - one.y)
        start += (dx * dx + dy * dy).squareRoot()
      }
      first = end - 2
    }
  }
}
