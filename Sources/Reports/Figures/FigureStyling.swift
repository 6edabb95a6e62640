import Experiments
import Plotting
import Specs

extension FigureLook {
  /// The style that this look asks for.
  ///
  /// - Parameter narrow: the width in inches of a figure with one small panel, which on a screen is
  ///   not as wide as the page; nil for one that fills the width.
  func figureStyle(narrow: Double? = nil) -> FigureStyle {
    var style = self.style.flatMap { FigureStyle.preset(named: $0) } ?? .screen
    if let narrow, style.name.hasPrefix("screen") { style.width = narrow }
    if let width { style.width = width }
    if let font { style.fontFamily = font }
    if palette == "tol" { style.palette = style.name == "screen-dark" ? .tolDark : .tol }
    return style
  }
}

extension Axis {
  /// An axis with what a spec says of it over what was found from the data.
  init(
    _ spec: AxisSpec, label: String, scale: Axis.Scale = .linear, isWhole: Bool = false
  ) {
    let asked = spec.isLogarithmic.map { $0 ? Axis.Scale.logarithmic : .linear }
    self.init(
      spec.label ?? label, scale: asked ?? scale, lower: spec.lower, upper: spec.upper,
      isWhole: isWhole && asked != .logarithmic)
  }
}

extension Axis {
  /// The axis with what a spec says of it in the place of its own.
  func overridden(by spec: AxisSpec) -> Axis {
    var axis = self
    axis.label = spec.label ?? label
    axis.scale = spec.isLogarithmic.map { $0 ? .logarithmic : .linear } ?? scale
    axis.lower = spec.lower ?? lower
    axis.upper = spec.upper ?? upper
    return axis
  }
}

extension LegendPlace {
  /// The same for the plotting library.
  var policy: LegendPolicy {
    switch self {
    case .automatic: .automatic
    case .inside: .inside
    case .right: .right
    case .below: .below
    case .none: .none
    }
  }
}
