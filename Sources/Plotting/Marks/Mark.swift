/// Something drawn in a panel.
public enum Mark: Sendable, Hashable {
  /// A curve.
  case line(LineMark)
  /// The area between two curves.
  case band(BandMark)
  /// Markers at points.
  case points(PointMark)
  /// A straight line across the panel.
  case reference(ReferenceMark)
  /// Separate straight strokes.
  case segments(SegmentMark)
  /// Upright rectangles: bars, boxes, the cells of a heat map.
  case cells(CellMark)
  /// Lines and areas of equal value.
  case contours(ContourMark)
  /// Curves across several vertical axes.
  case parallel(ParallelMark)
}

/// A curve through points, interrupted where a coordinate has no place on its axis.
public struct LineMark: Sendable, Hashable {
  /// What the legend calls it; a curve without a name is not in the legend.
  public var name: String?
  /// The abscissas.
  public var x: [Double]
  /// The ordinates, as many; surplus values of the longer list are ignored.
  public var y: [Double]
  /// Colour, dash and marker.
  public var style: SeriesStyle
  /// Whether it stays in the background, as the curve of a single seed does.
  public var isFaint: Bool
  /// Whether each value holds until the next abscissa, as in a distribution.
  public var isStepped: Bool
  /// What is written right of the panel where the curve ends at its border; nil for nothing.
  public var endNote: String?
  /// Whether it has a rim in the canvas's colour, to stand out of areas.
  public var hasRim = false

  /// Makes a curve.
  public init(
    _ name: String? = nil, x: [Double], y: [Double], style: SeriesStyle, isFaint: Bool = false,
    isStepped: Bool = false, endNote: String? = nil
  ) {
    self.endNote = endNote
    self.name = name
    self.x = x
    self.y = y
    self.style = style
    self.isFaint = isFaint
    self.isStepped = isStepped
  }
}

/// The area between two curves, filled at 20 % opacity.
///
/// It is interrupted where a value is NaN. An edge beyond the axis, which for a logarithmic one
/// includes zero and below, is cut off at the panel's border.
public struct BandMark: Sendable, Hashable {
  /// The abscissas.
  public var x: [Double]
  /// The lower edge, as many values.
  public var lower: [Double]
  /// The upper edge, as many values.
  public var upper: [Double]
  /// Whose colour fills it.
  public var style: SeriesStyle
  /// Whether each value holds until the next abscissa.
  public var isStepped: Bool

  /// Makes a band.
  public init(
    x: [Double], lower: [Double], upper: [Double], style: SeriesStyle, isStepped: Bool = false
  ) {
    self.x = x
    self.lower = lower
    self.upper = upper
    self.style = style
    self.isStepped = isStepped
  }
}

/// Markers at points; points that have no place on the axes are left out.
public struct PointMark: Sendable, Hashable {
  /// What the legend calls them; without a name they are not in the legend.
  public var name: String?
  /// The abscissas.
  public var x: [Double]
  /// The ordinates, as many.
  public var y: [Double]
  /// Colour and marker.
  public var style: SeriesStyle
  /// The size as a multiple of the usual one.
  public var size: Double
  /// The opacity, from 0 to 1.
  public var opacity: Double
  /// Whether each has a rim in the canvas's colour, to stand out of curves and areas.
  public var hasRim: Bool

  /// Makes markers.
  public init(
    _ name: String? = nil, x: [Double], y: [Double], style: SeriesStyle, size: Double = 1,
    opacity: Double = 1, hasRim: Bool = false
  ) {
    self.name = name
    self.x = x
    self.y = y
    self.style = style
    self.size = size
    self.opacity = opacity
    self.hasRim = hasRim
  }
}

/// A thin straight line at one value, across the panel.
///
/// It does not widen the axis: a value outside is not drawn.
public struct ReferenceMark: Sendable, Hashable {
  /// Which axis the value lies on.
  public enum Orientation: Sendable, Hashable {
    /// A horizontal line at a y value.
    case horizontal
    /// A vertical line at an x value.
    case vertical
  }

  /// Which way it runs.
  public var orientation: Orientation
  /// Where it lies.
  public var value: Double
  /// What is written along it, or in the legend where there is no room along it.
  public var label: String?

  /// Makes a reference line.
  public init(_ orientation: Orientation, at value: Double, label: String? = nil) {
    self.orientation = orientation
    self.value = value
    self.label = label
  }
}
