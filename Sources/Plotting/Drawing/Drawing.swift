/// How a path is stroked. Caps are butt, joins are round.
public struct Stroke: Sendable, Hashable {
  /// The pen's colour.
  public var color: Color
  /// The pen's width in points.
  public var width: Double
  /// Lengths in points of strokes and gaps by turns; empty for a solid line.
  public var dash: [Double]
  /// Whether the line belongs to a text, as the bar of a root does: who sets the words sets it, too.
  public var isOfText = false

  /// Makes a pen of `width` points.
  public init(color: Color, width: Double, dash: [Double] = []) {
    self.color = color
    self.width = width
    self.dash = dash
  }
}

/// One step of a drawing. Later steps paint over earlier ones.
public enum DrawingCommand: Sendable, Hashable {
  /// Draws along a path.
  case stroke(Path, Stroke)
  /// Fills a path (non-zero winding rule).
  case fill(Path, Color)
  /// Writes one line of text.
  case text(TextRun)
  /// Limits what follows to a rectangle, inside the limits already set.
  case pushClip(Rectangle)
  /// Ends the latest limit.
  case popClip
}

/// A finished picture: what a figure looks like, to the last coordinate, before anything draws it.
public struct Drawing: Sendable, Hashable {
  /// Names the figure; ids inside an SVG start with it.
  public var identifier: String
  /// What it shows, in a few words: the title of its files; empty for the alternative text.
  public var subject = ""
  /// What a reader hears instead of seeing the picture.
  public var alternativeText: String
  /// The longer description that goes with it.
  public var description: String
  /// The canvas's width in points.
  public var width: Double
  /// The canvas's height in points.
  public var height: Double
  /// The colour of the whole canvas, opaque.
  public var background: Color
  /// The steps, in painting order.
  public var commands: [DrawingCommand]

  /// Makes a drawing of `width` x `height` points.
  public init(
    identifier: String, alternativeText: String = "", description: String = "", width: Double,
    height: Double, background: Color = Color(0xFFFFFF), commands: [DrawingCommand] = []
  ) {
    self.identifier = identifier
    self.alternativeText = alternativeText
    self.description = description
    self.width = width
    self.height = height
    self.background = background
    self.commands = commands
  }

  /// The same picture without its texts.
  public var withoutText: Drawing {
    var drawing = self
    drawing.commands.removeAll { command in
      switch command {
      case .text: true
      case .stroke(_, let stroke): stroke.isOfText
      default: false
      }
    }
    return drawing
  }

  /// The text runs, in painting order.
  public var textRuns: [TextRun] {
    commands.compactMap { command in
      if case .text(let run) = command { run } else { nil }
    }
  }
}
