extension Painter {
  /// One line of text, its baseline starting at `origin`.
  ///
  /// - Parameter anchor: what keeps its place where another program sets the words.
  mutating func write(
    _ text: String, _ font: Font, _ color: Color, at origin: Point,
    direction: TextRun.Direction = .horizontal, anchor: TextLabel.Anchor = .start
  ) {
    guard !text.isEmpty else { return }
    var label = TextLabel(
      anchor: anchor, width: anchor == .start ? 0 : ruler.extents(text, font).width)
    guard LabelText.hasFormula(text) else {
      return append(
        TextRun(
          text: text, font: font, color: color, origin: origin, direction: direction, label: label))
    }
    label.latex = LabelText.latex(text)
    let line = ruler.line(text, font)
    label.lead = line.pieces.first?.x ?? 0
    for (index, piece) in line.pieces.enumerated() {
      append(
        TextRun(
          text: piece.text, font: piece.font, color: color,
          origin: direction.place(from: origin, along: piece.x, above: piece.rise),
          direction: direction, label: index == 0 ? label : nil))
    }
    for rule in line.rules {
      var path = Path()
      path.append(
        rule.corners.map { direction.place(from: origin, along: $0.x, above: $0.rise) },
        closed: false)
      var pen = Stroke(color: color, width: rule.width)
      pen.isOfText = true
      stroke(path, pen)
    }
  }

  /// A tick label with its exponent, its baseline starting at `origin`.
  mutating func write(
    _ label: TickLabel, _ font: Font, _ color: Color, at origin: Point,
    direction: TextRun.Direction = .horizontal, anchor: TextLabel.Anchor = .middle
  ) {
    guard let exponent = label.exponent else {
      return write(label.text, font, color, at: origin, direction: direction, anchor: anchor)
    }
    let width = ruler.extents(label.text, font).width
    append(
      TextRun(
        text: label.text, font: font, color: color, origin: origin, direction: direction,
        label: TextLabel(
          latex: label.latex, anchor: anchor, width: ruler.extents(label, font).width)))
    append(
      TextRun(
        text: exponent, font: font.scaled(by: TextRuler.exponentScale), color: color,
        origin: direction.place(from: origin, along: width, above: TextRuler.rise(in: font)),
        direction: direction, label: nil))
  }
}

extension TextRun.Direction {
  /// The place so far along a baseline that starts at `origin`, and so far above it.
  func place(from origin: Point, along: Double, above: Double) -> Point {
    switch self {
    case .horizontal: Point(x: origin.x + along, y: origin.y - above)
    case .upwards: Point(x: origin.x - above, y: origin.y - along)
    }
  }
}

extension TickLabel {
  /// The label as LaTeX.
  var latex: String {
    let base = LaTeXEscaping.escaped(text)
    return exponent.map { base + "$^{" + $0.replacing("\u{2212}", with: "-") + "}$" } ?? base
  }
}
