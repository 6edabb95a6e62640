/// An upright rectangle on the canvas, in points, with y downwards.
public struct Rectangle: Sendable, Hashable {
  /// The left edge.
  public var minX: Double
  /// The upper edge.
  public var minY: Double
  /// The extent to the right, not negative.
  public var width: Double
  /// The extent downwards, not negative.
  public var height: Double

  /// The right edge.
  public var maxX: Double { minX + width }
  /// The lower edge.
  public var maxY: Double { minY + height }
  /// The horizontal centre.
  public var midX: Double { minX + width / 2 }
  /// The vertical centre.
  public var midY: Double { minY + height / 2 }

  /// Makes the rectangle with its upper left corner at (`x`, `y`), in points.
  public init(x: Double, y: Double, width: Double, height: Double) {
    minX = x
    minY = y
    self.width = width
    self.height = height
  }

  /// The rectangle with every edge moved outwards by `margin` points.
  public func expanded(by margin: Double) -> Rectangle {
    Rectangle(
      x: minX - margin, y: minY - margin, width: width + 2 * margin, height: height + 2 * margin)
  }

  /// Whether both rectangles share an area; rectangles that only touch do not.
  public func overlaps(_ other: Rectangle) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// Whether `point` lies inside or on the border.
  public func contains(_ point: Point) -> Bool {
    point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
  }
}
