/// What a text run says where another program sets it, such as the TeX of a paper: a label is drawn in
/// one run or in several, and its words need not be as wide there as here.
public struct TextLabel: Sendable, Hashable {
  /// The part of a label that keeps its place however wide it becomes.
  public enum Anchor: Sendable, Hashable {
    case start
    case middle
    case end
  }

  /// The label as LaTeX, if it is more than the run's own text.
  public var latex: String?
  /// What keeps its place.
  public var anchor: Anchor
  /// How wide the whole label is here, in points.
  public var width: Double
  /// How far behind the start of the label its first run begins, in points: where it starts with something
  /// that is no text, such as the sign of a root.
  public var lead = 0.0

  /// Makes a label that says what its run says and starts where its run starts.
  public init(latex: String? = nil, anchor: Anchor = .start, width: Double = 0) {
    self.latex = latex
    self.anchor = anchor
    self.width = width
  }
}
