/// A loss by learning rate: median and band for each optimizer, with diverged runs on a rail.
public struct LearningRateSensitivity: FigureKind {
  /// The curve of one optimizer.
  public struct Curve: Sendable, Hashable {
    /// The optimizer's name.
    public var name: String
    /// The learning rates, above 0.
    public var rates: [Double]
    /// The median loss at each; NaN where there is none.
    public var median: [Double]
    /// The band's lower edge at each, or nothing for no band.
    public var lower: [Double]
    /// The band's upper edge at each.
    public var upper: [Double]
    /// The share of runs that diverged at each, from 0 to 1, or nothing.
    public var diverged: [Double]
    /// Its look.
    public var style: SeriesStyle

    /// Makes a curve.
    public init(
      _ name: String, rates: [Double], median: [Double], lower: [Double] = [],
      upper: [Double] = [], diverged: [Double] = [], style: SeriesStyle
    ) {
      self.name = name
      self.rates = rates
      self.median = median
      self.lower = lower
      self.upper = upper
      self.diverged = diverged
      self.style = style
    }
  }

  /// The heading over the panel.
  public var title: String?
  /// The curves, in the order of the legend.
  public var curves: [Curve]
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// What the rail is called on which runs without a loss stand.
  public var railLabel: String

  /// Makes sensitivity curves.
  public init(
    _ curves: [Curve], title: String? = nil, x: Axis = Axis("learning rate", scale: .logarithmic),
    y: Axis = Axis("final loss", scale: .logarithmic), railLabel: String = "diverged"
  ) {
    self.title = title
    self.curves = curves
    self.x = x
    self.y = y
    self.railLabel = railLabel
  }

  /// What is drawn.
  public var panel: Panel {
    let marks = curves.flatMap { curve -> [Mark] in
      let band = Mark.band(
        BandMark(x: curve.rates, lower: curve.lower, upper: curve.upper, style: curve.style))
      return (curve.lower.isEmpty ? [] : [band]) + [
        .line(LineMark(curve.name, x: curve.rates, y: curve.median, style: curve.style)),
        .points(PointMark(curve.name, x: curve.rates, y: curve.median, style: curve.style)),
      ]
    }
    let rows = curves.filter { $0.diverged.contains { $0 > 0 } }.map { curve in
      Rail.Row(x: curve.rates, shares: curve.diverged, style: curve.style)
    }
    return Panel(
      title: title, x: x, y: y, marks: marks, rail: rows.isEmpty ? nil : Rail(railLabel, rows: rows)
    )
  }
}
