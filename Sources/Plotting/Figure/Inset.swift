/// A part of a panel, shown again in it and enlarged.
public struct Inset: Sendable, Hashable {
  /// Where in the panel it stands, by the names that specs write.
  public enum Place: String, Sendable, Hashable, CaseIterable {
    /// Where it hides least.
    case automatic = "auto"
    /// In the upper right corner.
    case upperRight = "upper_right"
    /// In the upper left corner.
    case upperLeft = "upper_left"
    /// In the lower left corner.
    case lowerLeft = "lower_left"
    /// In the lower right corner.
    case lowerRight = "lower_right"
  }

  /// The least abscissa that it shows.
  public var lowerX: Double
  /// The greatest abscissa that it shows.
  public var upperX: Double
  /// The least and the greatest ordinate that it shows; nil: those of the curves between its
  /// abscissas.
  public var y: [Double]?
  /// Where it stands.
  public var place: Place
  /// Its width and height with its numbers, as a share of the panel's; nil for as large as there is
  /// room that hides nothing.
  public var size: Double?

  /// Makes an inset; of `y` the first and the last number count.
  public init(
    x: (Double, Double), y: [Double]? = nil, place: Place = .automatic, size: Double? = nil
  ) {
    (lowerX, upperX) = x
    self.y = y
    self.place = place
    self.size = size
  }
}

/// The upper axis of a panel: the lower one in another unit.
public struct SecondAxis: Sendable, Hashable {
  /// What it measures.
  public var label: String
  /// How many of its units one unit of the lower axis is, above 0.
  public var factor: Double
  /// Whether ticks stay on whole numbers where the range allows.
  public var isWhole: Bool

  /// Makes an axis of `factor` units to each of the lower one.
  public init(_ label: String, factor: Double, isWhole: Bool = true) {
    self.label = label
    self.factor = factor
    self.isWhole = isWhole
  }
}
