/// One pair of axes with what is drawn between them.
public struct Panel: Sendable, Hashable {
  /// The heading over the panel.
  public var title: String?
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// What is drawn, in painting order within each kind: bands lie under lines, points over them.
  public var marks: [Mark]

  /// Makes a panel.
  public init(title: String? = nil, x: Axis, y: Axis, marks: [Mark]) {
    self.title = title
    self.x = x
    self.y = y
    self.marks = marks
  }
}
