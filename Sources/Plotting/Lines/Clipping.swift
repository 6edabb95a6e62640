/// The parts of the polyline through `points` that lie in `frame`, each as a polyline.
///
/// A renderer's own clip is not enough: far outside the canvas its coordinates overflow.
func clipped(_ points: [Point], to frame: Rectangle) -> [[Point]] {
  if points.allSatisfy(frame.contains) { return points.isEmpty ? [] : [points] }
  var parts: [[Point]] = []
  var current: [Point] = []
  for (start, end) in zip(points, points.dropFirst()) {
    guard let piece = clippedSegment(start, end, to: frame) else {
      if !current.isEmpty { parts.append(current) }
      current = []
      continue
    }
    if current.last != piece.0 {
      if !current.isEmpty { parts.append(current) }
      current = [piece.0]
    }
    current.append(piece.1)
  }
  if !current.isEmpty { parts.append(current) }
  return parts
}

/// The part of a segment that lies in `frame`, or nil (Liang and Barsky 1984).
func clippedSegment(_ start: Point, _ end: Point, to frame: Rectangle) -> (Point, Point)? {
  let dx = end.x - start.x
  let dy = end.y - start.y
  var first = 0.0
  var last = 1.0
  let edges = [
    (-dx, start.x - frame.minX), (dx, frame.maxX - start.x), (-dy, start.y - frame.minY),
    (dy, frame.maxY - start.y),
  ]
  for (slope, distance) in edges {
    if slope == 0 {
      if distance < 0 { return nil }
    } else if slope < 0 {
      first = max(first, distance / slope)
    } else {
      last = min(last, distance / slope)
    }
  }
  guard first <= last else { return nil }
  let from = first == 0 ? start : Point(x: start.x + first * dx, y: start.y + first * dy)
  let to = last == 1 ? end : Point(x: start.x + last * dx, y: start.y + last * dy)
  return (from, to)
}

/// The part of a polygon that lies in `frame` (Sutherland and Hodgman 1974).
///
/// Parts that touch are joined along the frame's border.
func clippedPolygon(_ points: [Point], to frame: Rectangle) -> [Point] {
  if points.allSatisfy(frame.contains) { return points }
  var polygon = points
  let sides: [(Point) -> Double] = [
    { $0.x - frame.minX }, { frame.maxX - $0.x }, { $0.y - frame.minY }, { frame.maxY - $0.y },
  ]
  for side in sides {
    guard let last = polygon.last else { return [] }
    var kept: [Point] = []
    kept.reserveCapacity(polygon.count + 4)
    var previous = last
    for point in polygon {
      let before = side(previous)
      let here = side(point)
      if (before < 0) != (here < 0) {
        let share = before / (before - here)
        kept.append(
          Point(
            x: previous.x + share * (point.x - previous.x),
            y: previous.y + share * (point.y - previous.y)))
      }
      if here >= 0 { kept.append(point) }
      previous = point
    }
    polygon = kept
  }
  return polygon
}
