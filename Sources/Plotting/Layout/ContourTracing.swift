extension PanelShapes {
  /// The areas and lines of a function's grid, on the canvas.
  ///
  /// Each area is everything above its level, painted over the one below: no seams show.
  static func contours(
    _ mark: ContourMark, _ data: PanelData, _ canvas: Canvas, style: FigureStyle
  ) -> Contours {
    let (columns, rows) = (mark.x.count, mark.y.count)
    var result = Contours(lineColor: style.mutedInk.with(opacity: 0.5))
    guard columns > 1, rows > 1, mark.values.count >= columns * rows else { return result }
    let xs = mark.x.map { canvas.x(data.x.position($0)) }
    let ys = mark.y.map { canvas.y(data.y.position($0)) }
    guard xs.allSatisfy(\.isFinite), ys.allSatisfy(\.isFinite) else { return result }
    let frame = canvas.frame
    let outer = frame.expanded(by: 8)
    let levels = mark.levels.filter { !$0.isNaN }

    let grid = MarchingSquares(columns: columns, rows: rows, values: mark.values)
    for level in levels {
      for line in grid.lines(at: level) {
        for part in clipped(line.map { point($0, xs, ys) }, to: outer) {
          result.lines.append(thinned(part), closed: false)
        }
      }
    }
    let map = mark.map ?? style.ground
    let colors = (0...levels.count).map { map.color(at: Double($0) / Double(max(1, levels.count))) }
    // A ring of the lowest values on the border closes every area there.
    var values = [Double](repeating: -.infinity, count: (columns + 2) * (rows + 2))
    for row in 0..<rows {
      for column in 0..<columns {
        let value = mark.values[row * columns + column]
        values[(row + 1) * (columns + 2) + column + 1] = value.isNaN ? -.infinity : value
      }
    }
    let ring = MarchingSquares(columns: columns + 2, rows: rows + 2, values: values)
    let ringX = [xs[0]] + xs + [xs[columns - 1]]
    let ringY = [ys[0]] + ys + [ys[rows - 1]]
    for (level, color) in zip([-Double.greatestFiniteMagnitude / 4] + levels, colors) {
      var path = Path()
      for line in ring.lines(at: level) {
        let polygon = clippedPolygon(line.map { point($0, ringX, ringY) }, to: outer)
        if polygon.count > 2 { path.append(thinned(polygon), closed: true) }
      }
      if !path.elements.isEmpty { result.areas.append((path, color)) }
    }
    return result
  }

  /// Without points that lie within a fiftieth of a point from the one before: nearly all pieces
  /// of a line along the grid's border have no length.
  private static func thinned(_ points: [Point]) -> [Point] {
    guard var last = points.first else { return [] }
    var kept = [last]
    for point in points.dropFirst()
    where abs(point.x - last.x) > 0.02 || abs(point.y - last.y) > 0.02 {
      kept.append(point)
      last = point
    }
    if kept.count == 1, let end = points.last, points.count > 1 { kept.append(end) }
    return kept
  }

  private static func point(
    _ place: MarchingSquares.Place, _ xs: [Double], _ ys: [Double]
  ) -> Point {
    Point(x: between(place.x, xs), y: between(place.y, ys))
  }

  private static func between(_ place: Double, _ values: [Double]) -> Double {
    let index = min(values.count - 2, Int(place))
    let share = place - Double(index)
    return values[index] + share * (values[index + 1] - values[index])
  }
}
