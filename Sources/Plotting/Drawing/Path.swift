/// An outline: subpaths of straight lines and cubic curves.
public struct Path: Sendable, Hashable {
  /// One step of the pen.
  public enum Element: Sendable, Hashable {
    /// Starts a subpath.
    case move(Point)
    /// A straight line from the current point.
    case line(Point)
    /// A cubic Bézier curve from the current point: two control points, then the end.
    case curve(Point, Point, Point)
    /// A straight line back to the start of the subpath.
    case close
  }

  /// The steps in drawing order.
  public var elements: [Element]

  /// Makes a path of `elements`.
  public init(_ elements: [Element] = []) {
    self.elements = elements
  }

  /// Makes one open subpath through `points`.
  public init(through points: [Point]) {
    elements = []
    append(points, closed: false)
  }

  /// Makes the outline of `rectangle`.
  public init(_ rectangle: Rectangle) {
    elements = []
    append(
      [
        Point(x: rectangle.minX, y: rectangle.minY), Point(x: rectangle.maxX, y: rectangle.minY),
        Point(x: rectangle.maxX, y: rectangle.maxY), Point(x: rectangle.minX, y: rectangle.maxY),
      ], closed: true)
  }

  /// Adds one subpath through `points`; without points nothing is added.
  public mutating func append(_ points: [Point], closed: Bool) {
    guard let first = points.first else { return }
    elements.append(.move(first))
    for point in points.dropFirst() { elements.append(.line(point)) }
    if closed { elements.append(.close) }
  }

  /// Adds the subpaths of another path.
  public mutating func append(_ other: Path) {
    elements += other.elements
  }

  /// Every point of the path, control points of curves included.
  public var points: [Point] {
    elements.flatMap { element -> [Point] in
      switch element {
      case .move(let point), .line(let point): [point]
      case .curve(let first, let second, let end): [first, second, end]
      case .close: []
      }
    }
  }
}
