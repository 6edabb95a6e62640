extension Painter {
  /// The lines of a panel's two axes with ticks, numbers, names and labels.
  mutating func paintAxes(_ place: FigureLayout.PanelPlace) {
    let frame = place.frame
    var path = Path()
    let floor = place.x.isOnTop ? frame.minY : frame.maxY
    switch (place.x.hasLine, place.y.hasLine) {
    case (false, false): break
    case (true, false):
      path.append(
        [Point(x: frame.minX, y: floor), Point(x: frame.maxX, y: floor)], closed: false)
    case (false, true):
      path.append(
        [Point(x: frame.minX, y: frame.minY), Point(x: frame.minX, y: frame.maxY)],
        closed: false)
    case (true, true):
      path.append(
        [
          Point(x: frame.minX, y: place.x.isOnTop ? frame.maxY : frame.minY),
          Point(x: frame.minX, y: floor), Point(x: frame.maxX, y: floor),
        ], closed: false)
    }
    for (ticks, length) in [
      (place.x.ticks.major, Spacing.majorTick), (place.x.ticks.minor, Spacing.minorTick),
    ] where !place.x.isHidden {
      let end = place.x.isOnTop ? floor - length : floor + length
      for tick in ticks {
        let x = frame.minX + tick.position * frame.width
        path.append([Point(x: x, y: floor), Point(x: x, y: end)], closed: false)
      }
    }
    if !place.y.isHidden {
      path.appendTicks(
        place.y, x: frame.minX, from: frame.maxY, to: frame.minY, isLeft: true)
    }
    stroke(path, axisPen)
    if place.x.hasTickLabels { writeTickLabels(alongX: place) }
    if place.y.hasTickLabels {
      let right = frame.minX - Spacing.majorTick - Spacing.tickLabel
      writeTickLabels(place.y, frame: frame, right: right)
    }
    if let names = place.x.names { write(names, alongX: place) }
    if let names = place.y.names {
      write(names, frame: frame, right: frame.minX - Spacing.tickLabel - 1)
    }
    if let names = place.rightNames {
      write(names, frame: frame, left: frame.maxX + Spacing.rightNames)
    }
    writeAxisLabels(place)
  }

  /// Numbers at the ticks of the horizontal axis.
  mutating func writeTickLabels(alongX place: FigureLayout.PanelPlace) {
    let frame = place.frame
    let labels = place.x.ticks.major.compactMap { tick in tick.label.map { (tick.position, $0) } }
    // One baseline for all, below the highest exponent.
    let ascent = labels.map { ruler.extents($0.1, style.tickFont).ascent }.max() ?? 0
    let distance = Spacing.majorTick + Spacing.tickLabel
    // Above the panel, the labels' feet stand at the distance of their heads below it.
    let top = place.x.isOnTop ? frame.minY - place.x.tickDepth : frame.maxY + distance
    for (position, label) in labels {
      let x = frame.minX + position * frame.width
      let width = ruler.extents(label, style.tickFont).width
      write(label, style.tickFont, style.ink, at: Point(x: x - width / 2, y: top + ascent))
    }
  }

  /// Numbers at the ticks of a vertical axis, ending at `right`.
  mutating func writeTickLabels(_ axis: AxisLayout, frame: Rectangle, right: Double) {
    for tick in axis.ticks.major {
      guard let label = tick.label else { continue }
      let width = ruler.extents(label, style.tickFont).width
      let y = frame.maxY - tick.position * frame.height
      // Digits are about 0.73 of the size high: half of that centres them on the tick.
      write(
        label, style.tickFont, style.ink,
        at: Point(x: right - width, y: y + 0.36 * style.tickFont.size), anchor: .end)
    }
  }

  private mutating func writeAxisLabels(_ place: FigureLayout.PanelPlace) {
    let frame = place.frame
    let top =
      place.x.isOnTop
      ? frame.minY - place.x.depth
      : frame.maxY + place.x.tickDepth + Spacing.axisLabel
    write(place.x.label, middle: frame.midX, edge: top, .horizontal)
    write(place.y.label, middle: frame.midY, edge: frame.minX - place.y.depth, .upwards)
  }
}
