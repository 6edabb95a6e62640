/// Leaves out points that lie within `tolerance` of the straight line between kept ones.
///
/// From a kept point the line may go to a later one as long as it passes each point between at a
/// vertical distance of at most `tolerance`: the slopes that do form an interval, which only
/// shrinks. Linear in the number of points. Where a curve does not run to the right, all points
/// are kept.
func simplified(_ points: [Point], tolerance: Double) -> [Point] {
  guard points.count > 2 else { return points }
  var kept = [points[0]]
  var anchor = points[0]
  var lowest = -Double.infinity
  var highest = Double.infinity
  for index in 1..<points.count {
    let point = points[index]
    let slope = (point.y - anchor.y) / (point.x - anchor.x)
    let isStraight =
      point.x > anchor.x && point.x >= points[index - 1].x && slope >= lowest && slope <= highest
    if !isStraight, index > 1, kept[kept.count - 1] != points[index - 1] {
      anchor = points[index - 1]
      kept.append(anchor)
      lowest = -.infinity
      highest = .infinity
    }
    let run = point.x - anchor.x
    if run > 0 {
      lowest = max(lowest, (point.y - tolerance - anchor.y) / run)
      highest = min(highest, (point.y + tolerance - anchor.y) / run)
    } else {
      if point != anchor { kept.append(point) }
      anchor = point
      lowest = -.infinity
      highest = .infinity
    }
  }
  if let last = points.last, kept.last != last { kept.append(last) }
  return kept
}
