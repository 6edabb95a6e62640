extension PanelContent {
  /// Writes the panel's notes into a corner, and the names of strokes beside them, where no data lie.
  mutating func placeNotes(_ panel: Panel, data: PanelData, style: FigureStyle, ruler: TextRuler) {
    for mark in data.segments { placeLabel(of: mark, data, style: style, ruler: ruler) }
    let font = style.tickFont
    let room = frame.width - 2 * Spacing.clear
    let lines = panel.notes.map { ruler.shortened($0, font, width: room) }.filter { !$0.isEmpty }
    guard !lines.isEmpty else { return }
    let height = ruler.lineHeight(font)
    let size = (
      width: lines.map { ruler.extents($0, font).width }.max() ?? 0,
      height: Double(lines.count) * height
    )
    let margin = Spacing.clear
    let xs = [frame.minX + margin, frame.maxX - margin - size.width]
    let ys = [frame.minY + margin, frame.maxY - margin - size.height]
    let corners = [(xs[0], ys[0]), (xs[1], ys[1]), (xs[1], ys[0]), (xs[0], ys[1])].map {
      Rectangle(x: $0.0, y: $0.1, width: size.width, height: size.height)
    }
    // Where data fill every corner, notes would be unreadable: the caption has the numbers too.
    guard let box = corners.first(where: { isFree($0.expanded(by: 1)) }) else { return }
    shapes.add(
      lines.enumerated().map { index, line in
        (line, Point(x: box.minX, y: box.minY + Double(index) * height))
      }, style: style, ruler: ruler)
  }

  /// Beside a rising stroke, from its upper end downwards, above it or else below it: clear of all data if
  /// that can be had, else as near to them as touches none.
  private mutating func placeLabel(
    of mark: SegmentMark, _ data: PanelData, style: FigureStyle, ruler: TextRuler
  ) {
    guard let text = mark.label, let segment = mark.segments.first else { return }
    let canvas = Canvas(frame: frame)
    let start = Point(
      x: canvas.x(data.x.edge(segment.startX)), y: canvas.y(data.y.edge(segment.startY)))
    let end = Point(x: canvas.x(data.x.edge(segment.endX)), y: canvas.y(data.y.edge(segment.endY)))
    let extents = ruler.extents(text, style.tickFont)
    for (gap, clearance) in [(3.0, 4.0), (3.0, 0.5), (9.0, 0.5)] {
      for step in 0..<18 {
        let share = 0.97 - 0.05 * Double(step)
        let point = Point(
          x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
        for isAbove in [true, false] {
          let box = Rectangle(
            x: isAbove ? point.x - gap - extents.width : point.x + gap,
            y: isAbove ? point.y - gap - extents.height : point.y + gap,
            width: extents.width, height: extents.height)
          let isInside =
            box.minX >= frame.minX && box.maxX <= frame.maxX && box.minY >= frame.minY
            && box.maxY <= frame.maxY
          guard isInside, isFree(box), !isOnMarker(box.expanded(by: clearance)) else { continue }
          shapes.add([(text, Point(x: box.minX, y: box.minY))], style: style, ruler: ruler)
          return
        }
      }
    }
  }

  private func isOnMarker(_ box: Rectangle) -> Bool {
    markers.contains { $0.points.contains(where: box.expanded(by: $0.reach).contains) }
  }
}
