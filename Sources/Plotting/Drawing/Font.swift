/// What a text run is set in.
public struct Font: Sendable, Hashable {
  /// The family's name as the system knows it, e.g. `DejaVu Sans`.
  public var family: String
  /// The size in points, positive.
  public var size: Double
  /// Whether the bold face is used.
  public var isBold: Bool
  /// Whether letters are italic, as variables are; slanted where the family has no italic.
  public var isItalic: Bool

  /// Makes a font of `family` at `size` points.
  public init(family: String, size: Double, isBold: Bool = false, isItalic: Bool = false) {
    self.family = family
    self.size = size
    self.isBold = isBold
    self.isItalic = isItalic
  }

  /// The same face at `factor` times the size.
  public func scaled(by factor: Double) -> Font {
    Font(family: family, size: size * factor, isBold: isBold, isItalic: isItalic)
  }
}
