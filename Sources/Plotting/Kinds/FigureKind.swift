/// A kind of figure with its data: a small value that knows how to show itself in a panel.
///
/// Its fields hold the numbers, and axes and titles with defaults that fit them; statistics are
/// the caller's.
public protocol FigureKind: Sendable, Hashable {
  /// The heading over its panel.
  var title: String? { get set }
  /// What its panel shows.
  var panel: Panel { get }
}

extension Figure {
  /// A figure of one kind.
  ///
  /// A panel as high as wide would be too large on a wide canvas: it gets one of at most 4.4 inches
  /// unless `width` is said.
  public init(
    id: String, _ kind: some FigureKind, title: String? = nil, legend: LegendPolicy = .automatic,
    style: FigureStyle = .screen, width: Double? = nil, height: Double? = nil,
    alternativeText: String = "", description: String = ""
  ) {
    self.init(
      id: id, [kind], title: title, legend: legend, style: style, width: width, height: height,
      alternativeText: alternativeText, description: description)
  }

  /// A figure of several panels of one kind, for instance one per problem, with one legend.
  public init(
    id: String, _ kinds: [some FigureKind], title: String? = nil, columns: Int? = nil,
    sharesX: Bool = false, sharesY: Bool = false, legend: LegendPolicy = .automatic,
    style: FigureStyle = .screen, width: Double? = nil, height: Double? = nil,
    alternativeText: String = "", description: String = ""
  ) {
    let panels = kinds.map(\.panel)
    self.init(
      id: id, title: title, panels: panels, columns: columns, sharesX: sharesX, sharesY: sharesY,
      legend: legend, style: style, width: width ?? Self.width(for: panels, style: style),
      height: height, alternativeText: alternativeText, description: description)
  }

  private static func width(for panels: [Panel], style: FigureStyle) -> Double? {
    guard panels.count == 1, case .ratio(let ratio) = panels[0].shape, ratio > 0.7 else {
      return nil
    }
    let widest = panels[0].colorBar == nil ? 4.4 : 5.2
    return style.width > widest ? widest : nil
  }
}
