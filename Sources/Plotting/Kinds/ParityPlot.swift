/// What was predicted against what was measured, both on one scale, with the line of equality.
public struct ParityPlot: FigureKind {
  /// The points of one model or optimizer.
  public struct Series: Sendable, Hashable {
    /// Its name.
    public var name: String?
    /// The measured values.
    public var measured: [Double]
    /// The predicted values, as many.
    public var predicted: [Double]
    /// Its look.
    public var style: SeriesStyle

    /// Makes a series.
    public init(
      _ name: String? = nil, measured: [Double], predicted: [Double], style: SeriesStyle
    ) {
      self.name = name
      self.measured = measured
      self.predicted = predicted
      self.style = style
    }
  }

  /// The heading over the panel.
  public var title: String?
  /// The series, in painting order.
  public var series: [Series]
  /// The horizontal axis; the vertical one takes over its scale and limits.
  public var x: Axis
  /// What the vertical axis says.
  public var yLabel: String?

  /// What stands in a free corner, a line each, such as the error of the predictions.
  public var notes: [String]

  /// Makes a parity plot.
  public init(
    _ series: [Series], title: String? = nil, x: Axis = Axis("measured"),
    yLabel: String? = "predicted", notes: [String] = []
  ) {
    self.title = title
    self.series = series
    self.x = x
    self.yLabel = yLabel
    self.notes = notes
  }

  /// What is drawn.
  public var panel: Panel {
    var domain = Domain()
    for entry in series {
      let count = min(entry.measured.count, entry.predicted.count)
      domain.include(Array(entry.measured.prefix(count)), on: x.scale)
      domain.include(Array(entry.predicted.prefix(count)), on: x.scale)
    }
    var x = x
    if !domain.isEmpty {
      let isConstant = domain.least == domain.greatest
      let length = isConstant ? abs(domain.least) : domain.greatest * 0.5 - domain.least * 0.5
      let room = length > 0 ? 0.08 * length : 1
      let isLinear = x.scale == .linear
      x.hasFloor = x.lower == nil
      x.lower = x.lower ?? (isLinear ? domain.least - room : domain.least / 1.15)
      x.upper = x.upper ?? (isLinear ? domain.greatest + room : domain.greatest * 1.15)
    }
    var y = x
    y.label = yLabel
    let ends = [x.lower ?? 0, x.upper ?? 1]
    let diagonal = SegmentMark(
      [.init(x: (ends[0], ends[1]), y: (ends[0], ends[1]))], pen: .muted, width: 0.6,
      label: "y = x")
    let points = series.map { entry in
      Mark.points(
        PointMark(
          entry.name, x: entry.measured, y: entry.predicted, style: entry.style, size: 0.85,
          opacity: 0.65))
    }
    var panel = Panel(
      title: title, x: x, y: y, marks: [.segments(diagonal)] + points, shape: .ratio(1),
      isSquare: true)
    panel.notes = notes
    return panel
  }
}
