extension Painter {
  /// What lies under bands and curves: contours and cells.
  mutating func paintAreas(_ shapes: PanelShapes) {
    for contours in shapes.contours {
      for area in contours.areas { fill(area.path, area.color) }
      stroke(
        contours.lines, Stroke(color: contours.lineColor, width: style.axisWidth))
    }
    for cell in shapes.cells {
      let path = Path(cell.box)
      switch cell.filling {
      case .series(let series, let opacity):
        let color = style.color(of: series)
        // On the canvas's own colour, so that a grid does not show through.
        fill(path, style.background)
        fill(path, color.with(opacity: opacity))
        if cell.hasOutline { stroke(path, Stroke(color: color, width: style.lineWidth)) }
      case .color(let color): fill(path, color)
      case .missing: paintHatch(cell.box)
      }
    }
  }

  mutating func paintHatch(_ box: Rectangle) {
    fill(box, style.background)
    var path = Path()
    let gap = 4.0
    // Lines of one family for all cells, so that neighbours join.
    let sum = box.minX + box.minY
    var place = (sum / gap).rounded(.up) * gap
    while place < box.maxX + box.maxY {
      let start = Point(x: max(box.minX, place - box.maxY), y: min(box.maxY, place - box.minX))
      let end = Point(x: min(box.maxX, place - box.minY), y: max(box.minY, place - box.maxX))
      path.append([start, end], closed: false)
      place += gap
    }
    stroke(path, Stroke(color: style.mutedInk.with(opacity: 0.85), width: style.axisWidth))
  }

  /// Strokes over the curves.
  mutating func paintSegments(_ shapes: PanelShapes) {
    for segment in shapes.segments {
      let color =
        switch segment.pen {
        case .series(let series): style.color(of: series)
        case .ink: style.ink
        case .muted: style.mutedInk
        }
      stroke(segment.path, Stroke(color: color, width: style.lineWidth * segment.width))
    }
  }

  /// The look of a run on the rail: a cross, whatever marker its series has.
  func railMarker(_ series: SeriesStyle) -> SeriesStyle {
    var series = series
    series.marker = .cross
    return series
  }

  /// The rows of runs above the panel.
  mutating func paintRail(_ rows: [PanelShapes.RailRow], place: FigureLayout.PanelPlace) {
    guard place.railHeight > 0 else { return }
    let frame = place.frame
    let bottom = frame.minY - place.railGap
    fill(
      Rectangle(
        x: frame.minX, y: bottom - place.railHeight, width: frame.width,
        height: place.railHeight), style.mutedInk.with(opacity: 0.12))
    for row in rows {
      for run in row.runs {
        paintMarkers(railMarker(row.style), at: [run.point], opacity: run.opacity)
      }
    }
    let width = ruler.extents(place.railLabel, style.tickFont).width
    write(
      place.railLabel, style.tickFont, style.mutedInk,
      at: Point(
        x: frame.minX - Spacing.tickLabel - width,
        y: bottom - place.railHeight / 2 + 0.36 * style.tickFont.size), anchor: .end)
  }
}
