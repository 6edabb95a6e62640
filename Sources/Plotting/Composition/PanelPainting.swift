extension Painter {
  /// One panel: grid, data, axes, heading.
  mutating func paint(
    _ content: PanelContent, place: FigureLayout.PanelPlace, isEmpty: Bool
  ) {
    let frame = place.frame
    paintGrid(place)
    // Half a line's width more, so that a curve along the border keeps its whole width.
    clip(to: frame.expanded(by: style.lineWidth / 2)) { painter in
      painter.paintData(content)
    }
    for marker in content.markers {
      let path = Path.markers(
        marker.mark.style.marker, at: marker.points, radius: style.lineWidth * 2)
      let color = style.palette[marker.mark.style.colorIndex]
      if marker.mark.style.marker.isStroked {
        stroke(path, Stroke(color: color, width: style.lineWidth))
      } else {
        fill(path, color)
      }
    }
    paintAxes(place)
    if isEmpty {
      let text = ruler.shortened("no data", style.tickFont, width: frame.width)
      let extents = ruler.extents(text, style.tickFont)
      write(
        text, style.tickFont, style.mutedInk,
        at: Point(x: frame.midX - extents.width / 2, y: frame.midY + extents.ascent / 3))
    }
    let height = ruler.lineHeight(style.panelTitleFont)
    for (index, line) in place.titleLines.enumerated() {
      let fromLast = Double(place.titleLines.count - 1 - index)
      let extents = ruler.extents(line, style.panelTitleFont)
      let y = frame.minY - Spacing.heading - extents.descent - fromLast * height
      write(line, style.panelTitleFont, style.ink, at: Point(x: frame.minX, y: y))
    }
  }

  private mutating func paintGrid(_ place: FigureLayout.PanelPlace) {
    guard let color = style.grid else { return }
    let frame = place.frame
    var path = Path()
    for tick in place.x.ticks.major where tick.position > 0.001 {
      let x = frame.minX + tick.position * frame.width
      path.append([Point(x: x, y: frame.maxY), Point(x: x, y: frame.minY)], closed: false)
    }
    for tick in place.y.ticks.major where tick.position > 0.001 {
      let y = frame.maxY - tick.position * frame.height
      path.append([Point(x: frame.minX, y: y), Point(x: frame.maxX, y: y)], closed: false)
    }
    stroke(path, Stroke(color: color, width: style.axisWidth))
  }

  private mutating func paintData(_ content: PanelContent) {
    for band in content.bands {
      var path = Path()
      for area in band.areas { path.append(area, closed: true) }
      let color = style.palette[band.mark.style.colorIndex]
      fill(path, color.with(opacity: style.bandOpacity))
    }
    for reference in content.references {
      stroke(Path(through: [reference.start, reference.end]), referencePen)
    }
    for isFaint in [true, false] {
      for curve in content.curves where curve.mark.isFaint == isFaint {
        paintCurve(curve, isFaint: isFaint)
      }
    }
  }

  /// A point between two gaps has no line to be seen by: it gets a dot.
  private mutating func paintCurve(_ curve: PanelContent.Curve, isFaint: Bool) {
    var path = Path()
    var single: [Point] = []
    for part in curve.parts {
      if part.count > 1 {
        path.append(part, closed: false)
      } else {
        single += part
      }
    }
    let pen = pen(curve.mark.style, isFaint: isFaint)
    stroke(path, pen)
    fill(Path.markers(.circle, at: single, radius: pen.width * 1.5), pen.color)
  }

  private mutating func paintAxes(_ place: FigureLayout.PanelPlace) {
    let frame = place.frame
    var path = Path(through: [
      Point(x: frame.minX, y: frame.minY), Point(x: frame.minX, y: frame.maxY),
      Point(x: frame.maxX, y: frame.maxY),
    ])
    for (ticks, length) in [
      (place.x.ticks.major, Spacing.majorTick), (place.x.ticks.minor, Spacing.minorTick),
    ] {
      for tick in ticks {
        let x = frame.minX + tick.position * frame.width
        path.append(
          [Point(x: x, y: frame.maxY), Point(x: x, y: frame.maxY + length)], closed: false)
      }
    }
    for (ticks, length) in [
      (place.y.ticks.major, Spacing.majorTick), (place.y.ticks.minor, Spacing.minorTick),
    ] {
      for tick in ticks {
        let y = frame.maxY - tick.position * frame.height
        path.append(
          [Point(x: frame.minX, y: y), Point(x: frame.minX - length, y: y)], closed: false)
      }
    }
    stroke(path, axisPen)
    if place.x.hasTickLabels { writeTickLabels(alongX: place) }
    if place.y.hasTickLabels { writeTickLabels(alongY: place) }
    writeAxisLabels(place)
  }

  private mutating func writeTickLabels(alongX place: FigureLayout.PanelPlace) {
    let frame = place.frame
    let top = frame.maxY + Spacing.majorTick + Spacing.tickLabel
    let labels = place.x.ticks.major.compactMap { tick in tick.label.map { (tick.position, $0) } }
    // One baseline for all, below the highest exponent.
    let ascent = labels.map { ruler.extents($0.1, style.tickFont).ascent }.max() ?? 0
    for (position, label) in labels {
      let x = frame.minX + position * frame.width
      let width = ruler.extents(label, style.tickFont).width
      write(label, style.tickFont, style.ink, at: Point(x: x - width / 2, y: top + ascent))
    }
  }

  private mutating func writeTickLabels(alongY place: FigureLayout.PanelPlace) {
    let frame = place.frame
    let right = frame.minX - Spacing.majorTick - Spacing.tickLabel
    for tick in place.y.ticks.major {
      guard let label = tick.label else { continue }
      let width = ruler.extents(label, style.tickFont).width
      let y = frame.maxY - tick.position * frame.height
      // Digits are about 0.73 of the size high: half of that centres them on the tick.
      write(
        label, style.tickFont, style.ink,
        at: Point(x: right - width, y: y + 0.36 * style.tickFont.size))
    }
  }

  private mutating func writeAxisLabels(_ place: FigureLayout.PanelPlace) {
    let frame = place.frame
    let font = style.labelFont
    let height = ruler.lineHeight(font)
    for (index, line) in place.x.labelLines.enumerated() {
      let extents = ruler.extents(line, font)
      let top = frame.maxY + place.x.tickDepth + Spacing.axisLabel + Double(index) * height
      write(
        line, font, style.ink,
        at: Point(x: frame.midX - extents.width / 2, y: top + extents.ascent))
    }
    for (index, line) in place.y.labelLines.enumerated() {
      let extents = ruler.extents(line, font)
      let left = frame.minX - place.y.depth + Double(index) * height
      write(
        line, font, style.ink,
        at: Point(x: left + extents.ascent, y: frame.midY + extents.width / 2),
        direction: .upwards)
    }
  }
}
