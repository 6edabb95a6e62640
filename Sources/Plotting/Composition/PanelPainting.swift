extension Painter {
  /// One panel: grid, data, axes, heading.
  mutating func paint(
    _ content: PanelContent, panel: Panel, place: FigureLayout.PanelPlace, marked: Set<String>
  ) {
    let frame = place.frame
    if panel.hasGrid { paintGrid(place) }
    // Half a line's width more, so that a curve along the border keeps its whole width.
    clip(to: frame.expanded(by: style.lineWidth / 2)) { painter in
      painter.paintData(content, marked: marked)
    }
    paintMarkers(of: content)
    for inset in content.insets { paint(inset) }
    paintNotes(content.notes)
    paintAxes(place)
    paintSecondAxis(place)
    paintInnerAxes(content.shapes)
    for label in content.shapes.labels {
      write(
        label.text, style.tickFont, label.color ?? style.ink, at: label.origin,
        anchor: .middle)
    }
    paintRail(content.shapes.rail, place: place)
    if let bar = panel.colorBar { paintColorBar(bar, place: place) }
    paint(place.endNotes, frame: frame)
    paintLengthBar(place)
    paintHeading(place)
  }

  /// Markers, whole where all else is cut at the borders.
  mutating func paintMarkers(of content: PanelContent) {
    for marker in content.markers {
      paintMarkers(
        marker.mark.style, at: marker.points, size: marker.mark.size,
        opacity: marker.mark.opacity, hasRim: marker.mark.hasRim)
    }
  }

  /// The panel's heading and letter, on one baseline.
  private mutating func paintHeading(_ place: FigureLayout.PanelPlace) {
    let (frame, font) = (place.frame, style.panelTitleFont)
    let height = ruler.lineHeight(font)
    let letterDescent = place.letter.map { ruler.extents($0.text, style.letterFont).descent } ?? 0
    let descent = place.titleLines.map { ruler.extents($0, font).descent }
      .reduce(letterDescent, max)
    let bottom = frame.minY - place.headingLift - Spacing.heading - descent
    for (index, line) in place.titleLines.enumerated() {
      let fromLast = Double(place.titleLines.count - 1 - index)
      write(line, font, style.ink, at: Point(x: frame.minX, y: bottom - fromLast * height))
    }
    if let letter = place.letter {
      write(letter.text, style.letterFont, style.ink, at: Point(x: letter.x, y: bottom))
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

  mutating func paintData(_ content: PanelContent, marked: Set<String> = []) {
    paintAreas(content.shapes)
    paintSpans(content.spans)
    for band in content.bands {
      var path = Path()
      for area in band.areas { path.append(area, closed: true) }
      let color = style.color(of: band.mark.style)
      fill(path, color.with(opacity: style.bandOpacity))
    }
    for reference in content.references {
      stroke(Path(through: [reference.start, reference.end]), referencePen)
    }
    for isFaint in [true, false] {
      for curve in content.curves where curve.mark.isFaint == isFaint {
        let isMarked = !isFaint && curve.mark.name.map(marked.contains) ?? false
        paintCurve(curve, isFaint: isFaint, isMarked: isMarked)
        if isMarked { paintMarkers(along: curve, frame: content.frame) }
      }
    }
    paintSegments(content.shapes)
  }

  /// A few markers in the place of dashes that would dissolve.
  private mutating func paintMarkers(along curve: PanelContent.Curve, frame: Rectangle) {
    let series = curve.mark.style
    let turn = Double(series.marker.rawValue) / Double(SeriesStyle.Marker.allCases.count)
    paintMarkers(
      series, at: Roughness.markerPlaces(curve.parts, frame: frame, turn: turn), size: 1.2,
      hasRim: true)
  }

  /// A point between two gaps has no line to be seen by: it gets a dot.
  private mutating func paintCurve(
    _ curve: PanelContent.Curve, isFaint: Bool, isMarked: Bool
  ) {
    var path = Path()
    var single: [Point] = []
    for part in curve.parts {
      if part.count > 1 {
        path.append(part, closed: false)
      } else {
        single += part
      }
    }
    var pen = pen(curve.mark.style, isFaint: isFaint)
    if isMarked { pen.dash = [] }
    if curve.mark.hasRim {
      stroke(path, Stroke(color: style.background.with(opacity: 0.7), width: 2.6 * pen.width))
    }
    stroke(path, pen)
    fill(Path.markers(.circle, at: single, radius: pen.width * 1.5), pen.color)
  }
}
