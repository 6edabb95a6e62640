/// The size of a line of text, in points.
public struct TextExtents: Sendable, Hashable {
  /// The advance from the start of the baseline to its end.
  public var width: Double
  /// The height above the baseline, positive.
  public var ascent: Double
  /// The depth below the baseline, positive.
  public var descent: Double

  /// Ascent plus descent.
  public var height: Double { ascent + descent }

  /// Makes extents, in points.
  public init(width: Double, ascent: Double, descent: Double) {
    self.width = width
    self.ascent = ascent
    self.descent = descent
  }
}

/// Whoever knows how large a text will be: layout asks, and the one who draws the text answers.
///
/// The answer is the same at every scale: extents are those of unhinted outlines.
public protocol TextMeasuring {
  /// The extents of one line of `text` in `font`; any text has some, an empty one has width 0.
  func extents(of text: String, in font: Font) -> TextExtents
}
