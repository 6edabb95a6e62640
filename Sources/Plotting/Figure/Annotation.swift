/// Something that an author draws by hand at places of a panel's axes: it widens no axis.
public struct Annotation: Sendable, Hashable {
  /// What is drawn.
  public enum Content: Sendable, Hashable {
    /// A thin dashed line across the panel.
    case line(ReferenceMark)
    /// A shaded stretch of one axis, under the data.
    case span(SpanNote)
    /// Words, over the data.
    case text(TextNote)
  }

  /// What of the spec it comes from: faults name it.
  public var subject: FigureFault.Subject
  /// What is drawn.
  public var content: Content

  /// Makes an annotation that `subject` asks for.
  public init(_ content: Content, for subject: FigureFault.Subject = .annotation(0)) {
    self.subject = subject
    self.content = content
  }
}

/// A stretch of one axis, shaded across the panel.
public struct SpanNote: Sendable, Hashable {
  /// `.vertical` for a stretch of the x axis, shaded from bottom to top; else of the y axis.
  public var orientation: ReferenceMark.Orientation
  /// Where the stretch begins.
  public var lower: Double
  /// Where it ends, above `lower`.
  public var upper: Double
  /// What is written in it, or in the legend where it has no room.
  public var label: String?

  /// Makes a stretch from `lower` to `upper`.
  public init(
    _ orientation: ReferenceMark.Orientation, from lower: Double, to upper: Double,
    label: String? = nil
  ) {
    self.orientation = orientation
    self.lower = lower
    self.upper = upper
    self.label = label
  }
}

/// Words at a place of a panel, moved only as far as it takes to stay within it.
public struct TextNote: Sendable, Hashable {
  /// What is written, wrapped where it is wider than half of the panel.
  public var text: String
  /// The middle of the words.
  public var x: Double
  /// The middle of the words.
  public var y: Double
  /// Where an arrow from the words points to, if there is one.
  public var target: Target?

  /// Where an arrow points to.
  public struct Target: Sendable, Hashable {
    /// The abscissa.
    public var x: Double
    /// The ordinate.
    public var y: Double

    /// Makes the place at (`x`, `y`).
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// Makes words around (`x`, `y`).
  public init(_ text: String, x: Double, y: Double, target: Target? = nil) {
    self.text = text
    self.x = x
    self.y = y
    self.target = target
  }
}

extension Annotation {
  /// Everything that it says.
  var texts: [String] {
    switch content {
    case .line(let line): [line.label].compactMap { $0 }
    case .span(let span): [span.label].compactMap { $0 }
    case .text(let note): [note.text]
    }
  }

  /// The same annotation with other words.
  func mappingTexts(_ text: (String) -> String) -> Annotation {
    var annotation = self
    switch content {
    case .line(var line):
      line.label = line.label.map(text)
      annotation.content = .line(line)
    case .span(var span):
      span.label = span.label.map(text)
      annotation.content = .span(span)
    case .text(var note):
      note.text = text(note.text)
      annotation.content = .text(note)
    }
    return annotation
  }

  /// The values of the x axis that it stands at.
  var xValues: [Double] {
    switch content {
    case .line(let line): line.orientation == .vertical ? [line.value] : []
    case .span(let span): span.orientation == .vertical ? [span.lower, span.upper] : []
    case .text(let note): [note.x] + (note.target.map { [$0.x] } ?? [])
    }
  }

  /// The values of the y axis that it stands at.
  var yValues: [Double] {
    switch content {
    case .line(let line): line.orientation == .horizontal ? [line.value] : []
    case .span(let span): span.orientation == .horizontal ? [span.lower, span.upper] : []
    case .text(let note): [note.y] + (note.target.map { [$0.y] } ?? [])
    }
  }
}
