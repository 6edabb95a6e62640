extension Painter {
  /// The labels of all panels together.
  mutating func paintCommonLabels(
    _ labels: (x: FigureLayout.CommonLabel, y: FigureLayout.CommonLabel)
  ) {
    for (index, line) in labels.x.lines.enumerated() {
      let top = labels.x.start + Double(index) * ruler.lineHeight(style.labelFont)
      write(line, [], middle: labels.x.middle, top: top)
    }
    for (index, line) in labels.y.lines.enumerated() {
      let left = labels.y.start + Double(index) * ruler.lineHeight(style.labelFont)
      write(line, [], middle: labels.y.middle, left: left)
    }
  }

  /// A label below an axis, or above it, whose room begins at `top`.
  mutating func write(_ label: AxisLabel, middle: Double, top: Double) {
    for (index, line) in label.lines.enumerated() {
      let isLast = index == label.lines.count - 1
      write(
        line, isLast ? label.note : [], middle: middle,
        top: top + Double(index) * ruler.lineHeight(style.labelFont) + (isLast ? label.lead : 0))
    }
  }

  /// A label beside an axis that reads upwards, whose room begins at `left`.
  mutating func write(_ label: AxisLabel, middle: Double, left: Double) {
    for (index, line) in label.lines.enumerated() {
      let isLast = index == label.lines.count - 1
      write(
        line, isLast ? label.note : [], middle: middle,
        left: left + Double(index) * ruler.lineHeight(style.labelFont) + (isLast ? label.lead : 0))
    }
  }

  private mutating func write(
    _ line: String, _ note: [TickLabel], middle: Double, top: Double
  ) {
    let font = style.labelFont
    let extents = ruler.extents(line, font)
    let width = extents.width + ruler.width(note, font)
    let start = commands.count
    var point = Point(x: middle - width / 2, y: top + extents.ascent)
    write(line, font, style.ink, at: point)
    point.x += extents.width
    for piece in note {
      write(piece, font, style.ink, at: point)
      point.x += ruler.extents(piece, font).width
    }
    joinRuns(from: start, latex: Self.latex(line, note), width: width)
  }

  private mutating func write(
    _ line: String, _ note: [TickLabel], middle: Double, left: Double
  ) {
    let font = style.labelFont
    let extents = ruler.extents(line, font)
    let width = extents.width + ruler.width(note, font)
    let start = commands.count
    var point = Point(x: left + extents.ascent, y: middle + width / 2)
    write(line, font, style.ink, at: point, direction: .upwards)
    point.y -= extents.width
    for piece in note {
      write(piece, font, style.ink, at: point, direction: .upwards)
      point.y -= ruler.extents(piece, font).width
    }
    joinRuns(from: start, latex: Self.latex(line, note), width: width)
  }

  private static func latex(_ line: String, _ note: [TickLabel]) -> String {
    LabelText.latex(line) + note.map(\.latex).joined()
  }
}
