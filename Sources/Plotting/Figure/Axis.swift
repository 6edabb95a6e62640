/// What an axis says and how it maps numbers to places.
public struct Axis: Sendable, Hashable {
  /// How numbers map to places, by the names that specs write.
  public enum Scale: String, Sendable, Hashable, CaseIterable {
    /// Equal differences take equal room.
    case linear
    /// Equal ratios take equal room; values at or below 0 lie on a floor below a break of the axis.
    case logarithmic = "log"
  }

  /// A name that stands at a tick instead of a number.
  public struct Name: Sendable, Hashable {
    /// What is written, plain text.
    public var text: String
    /// Where it stands, a number on the axis's scale.
    public var value: Double

    /// Makes a name at `value`.
    public init(_ text: String, at value: Double) {
      self.text = text
      self.value = value
    }
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
  /// Values that are in view even if no data lie there.
  public var including: [Double]
  /// Names in the place of numbers; along a horizontal axis they are wrapped or turned where they
  /// would touch.
  public var names: [Name]?
  /// Whether values rise to the left or downwards.
  public var isReversed: Bool
  /// Whether neither line nor ticks nor texts are drawn.
  public var isHidden: Bool
  /// Whether a line is drawn along it.
  public var hasLine: Bool
  /// Whether a horizontal axis stands above its panel.
  public var isOnTop: Bool

  /// Whether values at or below 0 lie on the floor of a logarithmic axis although `lower` is given:
  /// where it was found from the data above 0.
  public var hasFloor: Bool

  /// Whether a horizontal axis begins and ends with its data even where these are markers.
  public var isTight = false
  /// Numbers at which ticks stand where there is room for all of them, such as the rates that were
  /// tried; empty for those that the range suggests.
  public var places: [Double] = []

  /// Makes an axis; limits that are not finite, not in order or not on the scale are ignored.
  public init(
    _ label: String? = nil, scale: Scale = .linear, lower: Double? = nil, upper: Double? = nil,
    isWhole: Bool = false, including: [Double] = [], names: [Name]? = nil,
    isReversed: Bool = false, isHidden: Bool = false, hasLine: Bool = true, isOnTop: Bool = false,
    hasFloor: Bool = false
  ) {
    self.label = label
    self.scale = scale
    self.lower = lower
    self.upper = upper
    self.isWhole = isWhole
    self.including = including
    self.names = names
    self.isReversed = isReversed
    self.isHidden = isHidden
    self.hasLine = hasLine
    self.isOnTop = isOnTop
    self.hasFloor = hasFloor
  }

  /// An axis of categories: the `index`-th, counted from 0, stands at the number `index` and takes
  /// the room of half a unit to both sides. Reversed, the first one of a vertical axis is on top.
  public static func categories(
    _ names: [String], label: String? = nil, isReversed: Bool = false
  ) -> Axis {
    Axis(
      label, lower: -0.5, upper: Double(max(1, names.count)) - 0.5,
      names: names.enumerated().map { Name($1, at: Double($0)) }, isReversed: isReversed)
  }
}
