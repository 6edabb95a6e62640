extension Painter {
  /// The strip of colours right of the panel, with its axis.
  mutating func paintColorBar(_ bar: ColorBar, place: FigureLayout.PanelPlace) {
    guard let axis = place.colorBar else { return }
    let frame = place.frame
    let tip = 0.7 * Spacing.colorBarWidth
    let (above, below) = (bar.isOpenAbove ? tip : 0, bar.isOpenBelow ? tip : 0)
    let strip = Rectangle(
      x: frame.maxX + bar.distance, y: frame.minY + above, width: Spacing.colorBarWidth,
      height: max(1, frame.height - above - below))
    let scale = Domain().scale(for: bar.axis, padding: 0)
    var borders = [0.0] + bar.steps.map(scale.position).filter { $0 > 0 && $0 < 1 } + [1]
    if bar.steps.isEmpty { borders = (0...96).map { Double($0) / 96 } }
    for (index, (low, high)) in zip(borders, borders.dropFirst()).enumerated() {
      let count = Double(borders.count - 1)
      let share = bar.steps.isEmpty ? (low + high) / 2 : Double(index) / max(1, count - 1)
      // Each reaches up to the top, so that no seam shows between neighbours.
      fill(
        Rectangle(
          x: strip.minX, y: strip.minY, width: strip.width, height: strip.height * (1 - low)),
        style.color(of: bar.colors, at: share))
    }
    var outline = Self.outline(of: strip, above: above, below: below)
    // The tips go on in the colours of the ends.
    for (share, y, length) in [(0.0, strip.maxY, below), (1, strip.minY, -above)] where length != 0
    {
      let corners = [
        Point(x: strip.minX, y: y), Point(x: strip.midX, y: y + length), Point(x: strip.maxX, y: y),
      ]
      var triangle = Path()
      triangle.append(corners, closed: true)
      fill(triangle, style.color(of: bar.colors, at: share))
    }
    outline.appendTicks(
      axis, x: strip.maxX, from: strip.maxY, to: strip.minY, isLeft: false)
    stroke(outline, axisPen)
    let left = strip.maxX + Spacing.majorTick + Spacing.tickLabel
    for tick in axis.ticks.major {
      guard let label = tick.label else { continue }
      let y = strip.maxY - tick.position * strip.height + 0.36 * style.tickFont.size
      write(label, style.tickFont, style.ink, at: Point(x: left, y: y), anchor: .start)
    }
    if let names = axis.names {
      write(names, frame: frame, left: strip.maxX + Spacing.tickLabel + 1)
    }
    write(
      axis.label, middle: frame.midY, edge: strip.maxX + axis.tickDepth + Spacing.axisLabel,
      .upwards)
  }

  /// The border of a strip with tips of these lengths.
  private static func outline(of strip: Rectangle, above: Double, below: Double) -> Path {
    var corners = [Point(x: strip.minX, y: strip.minY)]
    if above > 0 { corners.append(Point(x: strip.midX, y: strip.minY - above)) }
    corners += [Point(x: strip.maxX, y: strip.minY), Point(x: strip.maxX, y: strip.maxY)]
    if below > 0 { corners.append(Point(x: strip.midX, y: strip.maxY + below)) }
    corners.append(Point(x: strip.minX, y: strip.maxY))
    var path = Path()
    path.append(corners, closed: true)
    return path
  }
}
