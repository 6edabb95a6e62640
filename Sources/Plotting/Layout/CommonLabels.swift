/// The axis labels that all panels of a figure have in common.
///
/// They are written once, centred along all panels: repeated beside each of several small panels
/// they would take room from the data and be wrapped sooner.
struct CommonLabels {
  /// A label's lines with the room that they take beside the panels.
  struct Lane {
    var lines: [String] = []
    var depth = 0.0
  }

  /// What stands below all panels; nil where their x axes say different things.
  let x: String?
  /// What stands left of all panels.
  let y: String?

  init(_ figure: Figure) {
    x = Self.common(figure.panels.map(\.x))
    y = Self.common(figure.panels.map(\.y))
  }

  private static func common(_ axes: [Axis]) -> String? {
    guard axes.count > 1, let label = axes[0].label,
      axes.allSatisfy({ $0.label == label && !$0.isHidden && !$0.isOnTop })
    else { return nil }
    return label
  }

  /// `label` in lines of at most `length` points.
  static func lane(_ label: String?, length: Double, font: Font, ruler: TextRuler) -> Lane {
    guard let label else { return Lane() }
    let lines = ruler.lines(label, font, width: length)
    guard !lines.isEmpty else { return Lane() }
    return Lane(
      lines: lines, depth: Spacing.axisLabel + Double(lines.count) * ruler.lineHeight(font))
  }
}
