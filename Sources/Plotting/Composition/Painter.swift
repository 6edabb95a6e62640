/// Turns laid-out parts of a figure into drawing commands.
struct Painter {
  let style: FigureStyle
  let ruler: TextRuler
  private(set) var commands: [DrawingCommand] = []

  init(style: FigureStyle, ruler: TextRuler) {
    self.style = style
    self.ruler = ruler
  }

  mutating func append(_ run: TextRun) { commands.append(.text(run)) }
  /// Adds what another painter has drawn.
  mutating func append(_ other: Painter) { commands += other.commands }

  mutating func fill(_ rectangle: Rectangle, _ color: Color) {
    commands.append(.fill(Path(rectangle), color))
  }

  mutating func fill(_ path: Path, _ color: Color) {
    guard !path.elements.isEmpty else { return }
    commands.append(.fill(path, color))
  }

  mutating func stroke(_ path: Path, _ stroke: Stroke) {
    guard !path.elements.isEmpty else { return }
    commands.append(.stroke(path, stroke))
  }

  mutating func clip(to rectangle: Rectangle, _ body: (inout Painter) -> Void) {
    commands.append(.pushClip(rectangle))
    let count = commands.count
    body(&self)
    if commands.count == count {
      commands.removeLast()
    } else {
      commands.append(.popClip)
    }
  }

  /// Makes one text of the runs from `start` on, for another program that sets the words: it keeps its middle.
  mutating func joinRuns(from start: Int, latex: String, width: Double) {
    for index in commands.indices.dropFirst(start) {
      guard case .text(var run) = commands[index] else { continue }
      let lead = run.label?.lead ?? 0
      run.label =
        index == start ? TextLabel(latex: latex, anchor: .middle, width: width) : nil
      run.label?.lead = lead
      commands[index] = .text(run)
    }
  }

  /// The pen for curves of `series`.
  func pen(_ series: SeriesStyle, isFaint: Bool = false) -> Stroke {
    let color = style.color(of: series)
    if isFaint {
      return Stroke(color: color.with(opacity: 0.3), width: style.lineWidth * 0.5)
    }
    return Stroke(
      color: color, width: style.lineWidth,
      dash: series.dash.pattern.map { $0 * style.lineWidth })
  }

  /// Markers of `series` at `centers`, `size` times as large as usual; a rim parts them from what
  /// they stand on.
  mutating func paintMarkers(
    _ series: SeriesStyle, at centers: [Point], size: Double = 1, opacity: Double = 1,
    hasRim: Bool = false
  ) {
    let path = Path.markers(series.marker, at: centers, radius: style.markerRadius * size)
    let color = style.color(of: series).with(opacity: opacity)
    if series.marker.isStroked {
      if hasRim {
        stroke(path, Stroke(color: style.background, width: style.lineWidth * 2.4))
      }
      stroke(path, Stroke(color: color, width: style.lineWidth * max(1, 0.6 * size)))
    } else {
      if hasRim {
        stroke(path, Stroke(color: style.background, width: 2 * style.markerRim))
      }
      fill(path, color)
    }
  }

  /// The pen for axes and ticks.
  var axisPen: Stroke { Stroke(color: style.ink, width: style.axisWidth) }

  /// The pen for reference lines.
  var referencePen: Stroke {
    Stroke(color: style.mutedInk, width: style.axisWidth * 1.2, dash: [2.5, 2])
  }

  /// The heading over all panels.
  mutating func paintTitle(_ lines: [String]) {
    let height = ruler.lineHeight(style.titleFont)
    for (index, line) in lines.enumerated() {
      let ascent = ruler.extents(line, style.titleFont).ascent
      let y = Spacing.canvas + Double(index) * height + ascent
      write(line, style.titleFont, style.ink, at: Point(x: Spacing.canvas, y: y))
    }
  }
}
