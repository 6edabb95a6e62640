/// One pair of axes with what is drawn between them.
public struct Panel: Sendable, Hashable {
  /// How high a panel is.
  public enum Shape: Sendable, Hashable {
    /// As high as its width times a number; 0.618 is usual.
    case ratio(Double)
    /// So many lines of text high, whatever its width.
    case lines(Double)
  }

  /// The heading over the panel.
  public var title: String?
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// Names right of the panel, at values of the vertical axis.
  public var rightNames: [Axis.Name]
  /// What is drawn, in painting order within each kind: bands lie under lines, points over them.
  public var marks: [Mark]
  /// What the author draws by hand over and under the marks.
  public var annotations: [Annotation] = []
  /// A part of the panel that it shows again, enlarged.
  public var inset: Inset?
  /// The horizontal axis in another unit, above the panel.
  public var secondX: SecondAxis?
  /// What the colours of cells, contours and curves mean.
  public var colorBar: ColorBar?
  /// Runs without a place on the vertical axis, above the panel.
  public var rail: Rail?
  /// A length of the horizontal axis to compare with, above all else over the panel.
  public var lengthBar: LengthBar?
  /// How high the panel is; the highest of a figure's panels counts for all.
  public var shape: Shape
  /// Whether both axes show one scale: with the same limits, the panel is square and its axes have
  /// the same ticks.
  public var isSquare: Bool
  /// Whether the style's grid is drawn.
  public var hasGrid: Bool
  /// Panels with the same number show the same y range, as training and validation loss of one
  /// problem should; nil for a range of its own.
  public var yGroup: Int?

  /// Makes a panel.
  public init(
    title: String? = nil, x: Axis, y: Axis, rightNames: [Axis.Name] = [], marks: [Mark],
    colorBar: ColorBar? = nil, rail: Rail? = nil, shape: Shape = .ratio(0.618),
    isSquare: Bool = false, hasGrid: Bool = true, yGroup: Int? = nil
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.rightNames = rightNames
    self.marks = marks
    self.colorBar = colorBar
    self.rail = rail
    self.shape = shape
    self.isSquare = isSquare
    self.hasGrid = hasGrid
    self.yGroup = yGroup
  }
}

/// A length of a horizontal axis, with its name left of it.
public struct LengthBar: Sendable, Hashable {
  /// What it is called.
  public var name: String
  /// Where it begins, a number on the axis.
  public var start: Double
  /// Where it ends; nil for a length that is longer than the axis, of which only the name is shown.
  public var end: Double?

  /// Makes a length.
  public init(_ name: String, from start: Double, to end: Double?) {
    self.name = name
    self.start = start
    self.end = end
  }
}

/// A strip of colours with an axis, right of a panel.
public struct ColorBar: Sendable, Hashable {
  /// The colours of a strip.
  public enum Colors: Sendable, Hashable {
    /// The colours of a map from the axis's lower to its upper end.
    case map(ColorMap)
    /// The style's ground, as contours have it.
    case ground
    /// The style's shades, as `SeriesStyle.shade` counts them from 0 to 1, or from 1 to 0.
    case shades(isReversed: Bool)
  }

  /// The colours.
  public var colors: Colors
  /// Label, scale and limits; without limits it runs from 0 to 1, or from 1 to 10.
  public var axis: Axis
  /// The values where colours change; empty for a smooth strip.
  public var steps: [Double]
  /// Whether the strip has a tip below: there are numbers below the axis.
  public var isOpenBelow: Bool
  /// Whether the strip has a tip above: there are numbers above the axis.
  public var isOpenAbove: Bool
  /// Whether it stands against the panel, as the panel's own right axis.
  public var isAttached: Bool

  /// Makes a colour bar.
  public init(
    colors: Colors = .map(.dusk), axis: Axis, steps: [Double] = [], isOpenBelow: Bool = false,
    isOpenAbove: Bool = false, isAttached: Bool = false
  ) {
    self.colors = colors
    self.axis = axis
    self.steps = steps
    self.isOpenBelow = isOpenBelow
    self.isOpenAbove = isOpenAbove
    self.isAttached = isAttached
  }

  /// From the panel to the strip, in points.
  var distance: Double { isAttached ? 0 : Spacing.colorBar }
}

/// Rows of marks above a panel, for runs that have an abscissa but no ordinate: diverged ones.
public struct Rail: Sendable, Hashable {
  /// The runs of one series.
  public struct Row: Sendable, Hashable {
    /// What the legend calls the series.
    public var name: String?
    /// The abscissas.
    public var x: [Double]
    /// The share of runs at each abscissa, from 0 to 1, shown as opacity; without one, all.
    public var shares: [Double]
    /// Whose colour the marks have.
    public var style: SeriesStyle

    /// Makes a row.
    public init(_ name: String? = nil, x: [Double], shares: [Double] = [], style: SeriesStyle) {
      self.name = name
      self.x = x
      self.shares = shares
      self.style = style
    }
  }

  /// What the rail is called, left of it.
  public var label: String
  /// The rows, from top to bottom.
  public var rows: [Row]
  /// Whether all rows stand on one line, as suits series that share no abscissa.
  public var isOneLine: Bool

  /// Makes a rail.
  public init(_ label: String = "diverged", rows: [Row], isOneLine: Bool = false) {
    self.label = label
    self.rows = rows
    self.isOneLine = isOneLine
  }

  /// How many lines the rows take.
  var lineCount: Int { isOneLine ? min(1, rows.count) : rows.count }
}
