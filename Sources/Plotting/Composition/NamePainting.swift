extension Painter {
  /// Legend, names at line ends, labels of reference lines.
  mutating func paintNames(_ arrangement: FigureArrangement, marked: Set<String>) {
    for label in arrangement.referenceLabels {
      write(label.text, style.tickFont, style.mutedInk, at: label.origin)
    }
    for end in arrangement.lineEnds {
      let frame = arrangement.layout.places[end.panel].frame
      write(
        end.text, style.labelFont, style.ink,
        at: Point(x: frame.maxX + Spacing.lineEnd, y: end.y + 0.36 * style.labelFont.size))
    }
    if let legend = arrangement.legend { paint(legend, marked: marked) }
  }

  private mutating func paint(_ legend: FigureArrangement.PlacedLegend, marked: Set<String>) {
    if legend.hasGround {
      let box = legend.box.expanded(by: Spacing.clear)
      fill(box, style.background.with(opacity: 0.85))
    }
    for item in legend.layout.items {
      let x = legend.origin.x + item.x
      let middle = legend.origin.y + item.y + legend.layout.lineHeight / 2
      let isMarked = marked.contains(item.entry.name)
      paintSample(isMarked ? item.entry.sample.marked : item.entry.sample, x: x, y: middle)
      write(
        item.text, style.labelFont, style.ink,
        at: Point(
          x: x + Spacing.sample + Spacing.sampleName, y: middle + 0.36 * style.labelFont.size))
    }
  }

  private mutating func paintSample(_ sample: LegendEntry.Sample, x: Double, y: Double) {
    let line = Path(through: [Point(x: x, y: y), Point(x: x + Spacing.sample, y: y)])
    switch sample {
    case .line(let series): stroke(line, pen(series))
    case .reference: stroke(line, referencePen)
    case .span:
      let height = 0.8 * style.labelFont.size
      fill(
        Rectangle(x: x, y: y - height / 2, width: Spacing.sample, height: height), spanColor)
    case .missing:
      let height = 0.75 * style.labelFont.size
      let box = Rectangle(
        x: x + Spacing.sample / 4, y: y - height / 2, width: 0.75 * Spacing.sample, height: height)
      paintHatch(box)
      stroke(Path(box), Stroke(color: style.mutedInk, width: style.axisWidth))
    case .marker(let series, let size): paintMarker(series, size: size, x: x, y: y)
    case .rail(let series):
      paintMarkers(railMarker(series), at: [Point(x: x + Spacing.sample / 2, y: y)])
    case .lineAndMarker(let series):
      stroke(line, pen(series))
      paintMarker(series, size: 1, x: x, y: y)
    }
  }

  private mutating func paintMarker(_ series: SeriesStyle, size: Double, x: Double, y: Double) {
    paintMarkers(
      series, at: [Point(x: x + Spacing.sample / 2, y: y)], size: min(1.8, max(1, size)))
  }
}
