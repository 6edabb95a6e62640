extension Painter {
  /// The vertical axes inside the panel, their numbers on plates that no curve is seen through, or
  /// outside their ends.
  mutating func paintInnerAxes(_ shapes: PanelShapes) {
    for axis in shapes.innerAxes {
      let (x, bottom, top) = (axis.frame.minX, axis.frame.maxY, axis.frame.minY)
      var path = Path(through: [Point(x: x, y: top), Point(x: x, y: bottom)])
      if axis.hasLabels {
        path.appendTicks(axis.layout, x: x, from: bottom, to: top, isLeft: true, withNames: true)
      } else {
        for y in [bottom, top] {
          let half = Spacing.majorTick / 2
          path.append([Point(x: x - half, y: y), Point(x: x + half, y: y)], closed: false)
        }
      }
      for plate in axis.plates { fill(plate, style.background) }
      stroke(path, Stroke(color: style.ink, width: style.axisWidth * 1.5))
      for end in axis.ends { write(end) }
      guard axis.hasLabels else { continue }
      let right = x - Spacing.majorTick - Spacing.tickLabel
      if let names = axis.layout.names {
        write(names, frame: axis.frame, right: right)
      } else {
        writeTickLabels(axis.layout, frame: axis.frame, right: right)
      }
    }
  }

  private mutating func write(_ end: PanelShapes.InnerAxis.EndText) {
    var point = end.origin
    for piece in end.pieces {
      write(piece, style.tickFont, style.ink, at: point, direction: end.direction)
      let width = ruler.extents(piece, style.tickFont).width
      if end.direction == .upwards { point.y -= width } else { point.x += width }
    }
  }
}
