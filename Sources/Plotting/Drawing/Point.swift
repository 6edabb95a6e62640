/// A position on the canvas, in points (1/72 inch), x to the right and y downwards.
public struct Point: Sendable, Hashable {
  /// The distance from the left edge, in points.
  public var x: Double

  /// The distance from the top edge, in points.
  public var y: Double

  /// Makes the point (`x`, `y`), in points.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
