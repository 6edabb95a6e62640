/// What an axis measures, in lines, with what all its numbers have in common after the last of them.
struct AxisLabel {
  /// The lines; the last is empty where the note has a line of its own.
  let lines: [String]
  /// What follows the last line: " (in 10⁻⁵)"; without a label, "in 10⁻⁵".
  let note: [TickLabel]
  /// How much lower the last line is for the note's exponents.
  let lead: Double
  /// The room of all lines, with their distance from what the axis has nearer; 0 without any.
  let depth: Double

  /// A label of at most `width` points a line, which the note itself is not wider than.
  init(_ text: String?, note: [TickLabel], width: Double, font: Font, ruler: TextRuler) {
    var lines = text.map { ruler.lines($0, font, width: width) } ?? []
    var written = note
    if !note.isEmpty {
      let bracketed = [TickLabel(text: " (")] + note + [TickLabel(text: ")")]
      let whole = (lines.last.map { ruler.extents($0, font).width } ?? 0)
      if !lines.isEmpty, whole + ruler.width(bracketed, font) <= width {
        written = bracketed
      } else {
        lines.append("")
      }
    }
    let raised = written.map { ruler.extents($0, font).ascent }.max() ?? 0
    let plain = ruler.extents("X", font).ascent
    self.lines = lines
    self.note = written
    lead = max(0, raised - plain)
    depth =
      lines.isEmpty
      ? 0 : Spacing.axisLabel + Double(lines.count) * ruler.lineHeight(font) + lead
  }
}

extension TextRuler {
  /// The width of labels behind one another.
  func width(_ labels: [TickLabel], _ font: Font) -> Double {
    labels.map { extents($0, font).width }.reduce(0, +)
  }
}
