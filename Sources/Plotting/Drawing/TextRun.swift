/// One line of text in one font and colour.
public struct TextRun: Sendable, Hashable {
  /// Which way the text reads.
  public enum Direction: Sendable, Hashable {
    /// From left to right on the page.
    case horizontal
    /// Turned by 90° counterclockwise, from bottom to top.
    case upwards
  }

  /// What is written, plain text: nothing in it is markup.
  public var text: String
  /// What it is set in.
  public var font: Font
  /// Its colour.
  public var color: Color
  /// Where its baseline starts.
  public var origin: Point
  /// Which way it reads.
  public var direction: Direction
  /// The label that begins with this run; nil if it goes on with that of the run before.
  public var label: TextLabel?

  /// Makes a run of `text` whose baseline starts at `origin`.
  public init(
    text: String, font: Font, color: Color, origin: Point, direction: Direction = .horizontal,
    label: TextLabel? = TextLabel()
  ) {
    self.text = text
    self.font = font
    self.color = color
    self.origin = origin
    self.direction = direction
    self.label = label
  }

  /// The box that the run takes on the canvas when its text measures `extents`.
  public func box(_ extents: TextExtents) -> Rectangle {
    switch direction {
    case .horizontal:
      Rectangle(
        x: origin.x, y: origin.y - extents.ascent, width: extents.width, height: extents.height)
    case .upwards:
      Rectangle(
        x: origin.x - extents.ascent, y: origin.y - extents.width, width: extents.height,
        height: extents.width)
    }
  }
}
