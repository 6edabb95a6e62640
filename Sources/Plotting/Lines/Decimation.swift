/// Keeps of a long curve what a device can show: of the points that fall into one column of
/// pixels the first, the lowest, the highest and the last, in their order.
///
/// - Parameter columns: pixel columns per point (1/72 inch) of length.
func decimated(_ points: [Point], columns: Double) -> [Point] {
  guard points.count > 4 else { return points }
  var kept: [Point] = []
  kept.reserveCapacity(points.count)
  var start = 0
  while start < points.count {
    let column = (points[start].x * columns).rounded(.down)
    var least = start
    var greatest = start
    var end = start + 1
    while end < points.count, (points[end].x * columns).rounded(.down) == column {
      if points[end].y < points[least].y { least = end }
      if points[end].y > points[greatest].y { greatest = end }
      end += 1
    }
    var latest = -1
    for index in [start, min(least, greatest), max(least, greatest), end - 1]
    where index > latest {
      kept.append(points[index])
      latest = index
    }
    start = end
  }
  return kept
}

/// The two edges of a band, left to right, as points of the canvas.
struct BandEdges {
  var lower: [Point] = []
  var upper: [Point] = []

  /// Keeps of each column of pixels the lowest of the lower edge and the highest of the upper one,
  /// at the column's first and last abscissa. The canvas counts downwards.
  func decimated(columns: Double) -> BandEdges {
    guard lower.count > 4 else { return self }
    var kept = BandEdges()
    var start = 0
    while start < lower.count {
      let column = (lower[start].x * columns).rounded(.down)
      var end = start + 1
      while end < lower.count, (lower[end].x * columns).rounded(.down) == column { end += 1 }
      if end - start <= 2 {
        kept.lower.append(contentsOf: lower[start..<end])
        kept.upper.append(contentsOf: upper[start..<end])
      } else {
        var bottom = lower[start].y
        var top = upper[start].y
        for index in start..<end {
          bottom = max(bottom, lower[index].y)
          top = min(top, upper[index].y)
        }
        for index in [start, end - 1] {
          kept.lower.append(Point(x: lower[index].x, y: bottom))
          kept.upper.append(Point(x: upper[index].x, y: top))
        }
      }
      start = end
    }
    return kept
  }
}
