extension Painter {
  /// The labels of all panels together.
  mutating func paintCommonLabels(
    _ labels: (x: FigureLayout.CommonLabel, y: FigureLayout.CommonLabel)
  ) {
    paint(labels.x, .horizontal)
    paint(labels.y, .upwards)
  }

  private mutating func paint(_ label: FigureLayout.CommonLabel, _ direction: TextRun.Direction) {
    for (index, line) in label.lines.enumerated() {
      let edge = label.start + Double(index) * ruler.lineHeight(style.labelFont)
      write(line, [], middle: label.middle, edge: edge, direction)
    }
  }

  /// A label below or above an axis, or one that reads upwards beside it.
  ///
  /// - Parameters:
  ///   - middle: the middle of its lines, along them.
  ///   - edge: where its room begins, across them: its top, or its left border.
  mutating func write(
    _ label: AxisLabel, middle: Double, edge: Double, _ direction: TextRun.Direction
  ) {
    for (index, line) in label.lines.enumerated() {
      let isLast = index == label.lines.count - 1
      let lead = Double(index) * ruler.lineHeight(style.labelFont) + (isLast ? label.lead : 0)
      write(line, isLast ? label.note : [], middle: middle, edge: edge + lead, direction)
    }
  }

  private mutating func write(
    _ line: String, _ note: [TickLabel], middle: Double, edge: Double,
    _ direction: TextRun.Direction
  ) {
    let font = style.labelFont
    let extents = ruler.extents(line, font)
    let width = extents.width + ruler.width(note, font)
    let baseline = edge + extents.ascent
    let origin =
      direction == .upwards
      ? Point(x: baseline, y: middle + width / 2) : Point(x: middle - width / 2, y: baseline)
    let start = commands.count
    write(line, font, style.ink, at: origin, direction: direction)
    var along = extents.width
    for piece in note {
      write(
        piece, font, style.ink, at: direction.place(from: origin, along: along, above: 0),
        direction: direction)
      along += ruler.extents(piece, font).width
    }
    let latex = LabelText.latex(line) + note.map(\.latex).joined()
    joinRuns(from: start, latex: latex, width: width)
  }
}
