import SpecLanguage

/// How a spec wants the panels of a figure to stand.
package struct PanelWishes: Hashable, Sendable {
  /// How many stand side by side; nil for as many as suit.
  package var columns: Int?
  /// Whether all show the same range of x; nil as the kind has it.
  package var sharesX: Bool?
  /// Whether all show the same range of y; nil as the kind has it.
  package var sharesY: Bool?

  /// Nothing is said.
  package init() {}

  /// Asks for what can be said of panels whose axes leave these choices.
  package static func asked(of keys: Keys, x: AxisChoice, y: AxisChoice) -> PanelWishes {
    var wishes = PanelWishes()
    wishes.columns = keys.optional(
      "columns", .whole(1...8), "panels side by side; by default as many as suit, at most three")
    if x.hasLimits {
      wishes.sharesX = keys.optional(
        "share_x", .flag, "whether all panels show the same range of \(x.name ?? "x")")
    }
    if y.hasLimits {
      wishes.sharesY = keys.optional(
        "share_y", .flag, "whether all panels show the same range of \(y.name ?? "y")")
    }
    return wishes
  }

  /// Lets the panels of `figure` stand so.
  ///
  /// - Returns: what cannot be.
  package func arrange(_ figure: inout Figure) -> [FigureFault] {
    if let columns {
      figure.columns = max(1, min(columns, figure.panels.count))
      figure.keepsColumns = true
    }
    // The values of boxes that lie are on the horizontal axis.
    let isLying = figure.panels.contains { $0.y.names != nil }
    return [
      apply(sharesX, to: \.x, of: &figure, "share_x"),
      apply(sharesY, to: isLying ? \.x : \.y, of: &figure, "share_y"),
    ].compactMap { $0 }
  }

  private func apply(
    _ wish: Bool?, to axis: WritableKeyPath<Panel, Axis>, of figure: inout Figure, _ key: String
  ) -> FigureFault? {
    guard let wish, figure.panels.count > 1 else { return nil }
    if wish { return figure.share(axis, for: key) }
    figure.part(axis)
    return nil
  }
}
