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
  /// A share from 0 to 1 of the style's shades instead of the palette's colour, for curves whose
  /// colour means a number: 0 is strongest.
  public var shade: Double?
  /// Whether it has the colour of text instead, for what belongs to no series.
  public var isInk: Bool
  /// A colour of the author's in the place of the palette's.
  public var color: Color?
  /// How much the hue stands out of the page, from 0 to 1, for series that share one: the members of a
  /// family, the second lap through a palette. Nil: the colour as it is.
  public var tone: Double?
  /// Whether the author has chosen the dash, so that it is drawn whatever the curve is like.
  public var keepsDash: Bool

  /// Makes a style.
  public init(
    colorIndex: Int, dash: Dash = .solid, marker: Marker = .circle, shade: Double? = nil,
    isInk: Bool = false, color: Color? = nil, tone: Double? = nil, keepsDash: Bool = false
  ) {
    self.shade = shade
    self.isInk = isInk
    self.colorIndex = colorIndex
    self.dash = dash
    self.marker = marker
    self.color = color
    self.tone = tone
    self.keepsDash = keepsDash
  }

  /// The `index`-th of 42 styles that differ in colour or dash; neighbours differ in both.
  ///
  /// Palettes hold seven colours and there are six dashes, so the pairs repeat after 42. Of dash and
  /// marker, which are seen in grey too, the pairs repeat after 36.
  public init(index: Int) { self.init(index: index, dashes: Dash.allCases) }

  /// The same with some dashes only, at least one.
  init(index: Int, dashes: [Dash]) {
    let place = max(0, index)
    let (lap, rest) = place.quotientAndRemainder(dividingBy: dashes.count)
    self.init(
      colorIndex: place, dash: dashes[rest],
      marker: Self.markers[(rest + lap) % Self.markers.count])
  }

  /// The markers of series; the star is kept for an optimum.
  private static let markers = Marker.allCases.filter { $0 != .star }
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
