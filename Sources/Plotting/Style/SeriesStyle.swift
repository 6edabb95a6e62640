/// How one series looks, wherever it is drawn: the caller binds it to the series' name.
///
/// Colour is never the only difference: the dash tells curves apart in grey, the marker points.
public struct SeriesStyle: Sendable, Hashable {
  /// A rhythm of strokes and gaps.
  public enum Dash: Int, Sendable, Hashable, CaseIterable {
    /// Without gaps.
    case solid
    /// Strokes.
    case dashed
    /// Stroke, dot.
    case dashDotted
    /// Dots.
    case dotted
    /// Long strokes.
    case longDashed
    /// Stroke, dot, dot.
    case dashDotDotted
  }

  /// A shape at a point.
  public enum Marker: Int, Sendable, Hashable, CaseIterable {
    /// A filled disc.
    case circle
    /// A filled square.
    case square
    /// A filled triangle, its tip upwards.
    case triangle
    /// A filled square on its corner.
    case diamond
    /// Two crossing diagonal strokes.
    case cross
    /// An upright and a level stroke.
    case plus
    /// A filled star of five points.
    case star
  }

  /// The place in the palette, from 0; palettes repeat.
  public var colorIndex: Int
  /// The second channel of curves.
  public var dash: Dash
  /// The second channel of points.
  public var marker: Marker
  /// A colour instead of the palette's, for curves whose colour means a number.
  public var color: Color?
  /// Whether it has the colour of text instead, for what belongs to no series.
  public var isInk: Bool

  /// Makes a style.
  public init(
    colorIndex: Int, dash: Dash = .solid, marker: Marker = .circle, color: Color? = nil,
    isInk: Bool = false
  ) {
    self.color = color
    self.isInk = isInk
    self.colorIndex = colorIndex
    self.dash = dash
    self.marker = marker
  }

  /// The `index`-th of 42 styles that differ in colour or dash; neighbours differ in both.
  ///
  /// Palettes hold seven colours and there are six dashes, so the pairs repeat after 42.
  public init(index: Int) {
    let place = max(0, index)
    color = nil
    isInk = false
    colorIndex = place
    dash = Dash.allCases[place % Dash.allCases.count]
    marker = Self.markers[place % Self.markers.count]
  }

  /// The markers of series; the star is kept for an optimum.
  private static let markers = Marker.allCases.filter { $0 != .star }

  /// Binds one style to each name, by its first place in `names`.
  public static func assigned(to names: [String]) -> [String: SeriesStyle] {
    var styles: [String: SeriesStyle] = [:]
    for name in names where styles[name] == nil {
      styles[name] = SeriesStyle(index: styles.count)
    }
    return styles
  }
}

extension SeriesStyle.Dash {
  /// Strokes and gaps in units of the line's width.
  var pattern: [Double] {
    switch self {
    case .solid: []
    case .dashed: [4.5, 2]
    case .dashDotted: [6, 2, 1.2, 2]
    case .dotted: [1.2, 1.6]
    case .longDashed: [10, 2.5]
    case .dashDotDotted: [6, 1.8, 1.2, 1.8, 1.2, 1.8]
    }
  }
}
