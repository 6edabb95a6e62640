extension Painter {
  /// The colour of shaded stretches.
  var spanColor: Color { style.mutedInk.with(opacity: 0.14) }

  /// Shaded stretches, under curves.
  mutating func paintSpans(_ spans: [SpanContent]) {
    for span in spans { fill(span.box, spanColor) }
  }

  /// The author's words with their arrows, over the data: a plate keeps them readable.
  mutating func paintNotes(_ notes: [NoteContent]) {
    for note in notes {
      if let shaft = note.shaft {
        stroke(
          Path(through: [shaft.start, shaft.end]),
          Stroke(color: style.ink, width: style.axisWidth * 1.4))
        var head = Path()
        head.append(note.head, closed: true)
        fill(head, style.ink)
      }
      fill(note.box.expanded(by: 1), style.background.with(opacity: 0.7))
      for (line, origin) in zip(note.lines, note.origins) {
        write(line, style.tickFont, style.ink, at: origin)
      }
    }
  }

  /// A part of the panel again, enlarged, on ground of its own.
  mutating func paint(_ inset: InsetContent) {
    let thin = Stroke(color: style.mutedInk, width: style.axisWidth)
    stroke(Path(inset.region), thin)
    for line in inset.connectors { stroke(Path(through: [line.start, line.end]), thin) }
    var small = Painter(style: inset.style, ruler: ruler)
    small.fill(inset.box, style.background)
    small.clip(to: inset.place.frame) { painter in painter.paintData(inset.content) }
    small.paintMarkers(of: inset.content)
    small.paintAxes(inset.place)
    small.stroke(Path(inset.place.frame), small.axisPen)
    append(small)
  }

  /// The horizontal axis in another unit, above the panel.
  mutating func paintSecondAxis(_ place: FigureLayout.PanelPlace) {
    guard let axis = place.secondX else { return }
    var above = place
    above.x = axis
    let frame = place.frame
    var path = Path(through: [
      Point(x: frame.minX, y: frame.minY), Point(x: frame.maxX, y: frame.minY),
    ])
    for (ticks, length) in [
      (axis.ticks.major, Spacing.majorTick), (axis.ticks.minor, Spacing.minorTick),
    ] {
      for tick in ticks {
        let x = frame.minX + tick.position * frame.width
        path.append(
          [Point(x: x, y: frame.minY), Point(x: x, y: frame.minY - length)], closed: false)
      }
    }
    stroke(path, axisPen)
    writeTickLabels(alongX: above)
    write(axis.label, middle: frame.midX, edge: frame.minY - axis.depth, .horizontal)
  }
}
