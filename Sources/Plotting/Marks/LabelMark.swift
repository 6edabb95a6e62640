/// Words at a place of the panel; left out where they would leave it or cover other words.
public struct LabelMark: Sendable, Hashable {
  /// Which part of the text stands at the place.
  public enum Alignment: Sendable, Hashable {
    /// The text begins there.
    case leading
    /// The text is centred there.
    case center
    /// The text ends there.
    case trailing
  }

  /// What is written, plain text.
  public var text: String
  /// The abscissa.
  public var x: Double
  /// The ordinate, of the middle of the text's height.
  public var y: Double
  /// Which part of the text stands at the place.
  public var alignment: Alignment

  /// Makes words at a place.
  public init(_ text: String, x: Double, y: Double, alignment: Alignment = .center) {
    self.text = text
    self.x = x
    self.y = y
    self.alignment = alignment
  }
}
