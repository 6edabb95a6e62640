/// What an axis says and how it maps numbers to places.
public struct Axis: Sendable, Hashable {
  /// How numbers map to places.
  public enum Scale: Sendable, Hashable {
    /// Equal differences take equal room.
    case linear
    /// Equal ratios take equal room; zero, negative and non-finite values have no place.
    case logarithmic
  }

  /// What the axis measures, with its unit.
  public var label: String?
  /// How numbers map to places.
  public var scale: Scale
  /// The least value shown; from the data if nil.
  public var lower: Double?
  /// The greatest value shown; from the data if nil.
  public var upper: Double?
  /// Whether ticks stay on whole numbers (epochs, counts) where the range allows.
  public var isWhole: Bool

  /// Makes an axis; limits that are not finite, not in order or not on the scale are ignored.
  public init(
    _ label: String? = nil, scale: Scale = .linear, lower: Double? = nil, upper: Double? = nil,
    isWhole: Bool = false
  ) {
    self.label = label
    self.scale = scale
    self.lower = lower
    self.upper = upper
    self.isWhole = isWhole
  }
}
