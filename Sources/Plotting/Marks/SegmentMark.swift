/// Separate straight strokes: whiskers, intervals, brackets.
public struct SegmentMark: Sendable, Hashable {
  /// One stroke between two places of the panel.
  public struct Segment: Sendable, Hashable {
    /// The abscissas of start and end.
    public var x: (Double, Double) { (startX, endX) }
    /// The ordinates of start and end.
    public var y: (Double, Double) { (startY, endY) }

    let startX: Double
    let startY: Double
    let endX: Double
    let endY: Double

    /// Makes a stroke between two places.
    public init(x: (Double, Double), y: (Double, Double)) {
      (startX, endX) = x
      (startY, endY) = y
    }
  }

  /// What colours the strokes.
  public enum Pen: Sendable, Hashable {
    /// A series's colour, without its dashes.
    case series(SeriesStyle)
    /// The colour of text.
    case ink
    /// The colour of what stands back.
    case muted
  }

  /// The strokes.
  public var segments: [Segment]
  /// What colours them.
  public var pen: Pen
  /// The width as a multiple of a curve's.
  public var width: Double
  /// The length in points of a bar across either end, or of an arrow's head where the end lies
  /// beyond the panel; 0 for none.
  public var cap: Double
  /// Whether the horizontal axis leaves room beside the first and last, as beside markers.
  public var needsRoom: Bool

  /// Makes strokes.
  public init(
    _ segments: [Segment], pen: Pen, width: Double = 1, cap: Double = 0, needsRoom: Bool = true
  ) {
    self.segments = segments
    self.pen = pen
    self.width = width
    self.cap = cap
    self.needsRoom = needsRoom
  }
}
