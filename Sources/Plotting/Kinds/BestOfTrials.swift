/// The best value to expect of a search against its number of trials, one curve an optimizer.
public struct BestOfTrials: FigureKind {
  /// The curve of one optimizer.
  public struct Curve: Sendable, Hashable {
    /// The optimizer's name.
    public var name: String
    /// The best of 1, 2, ... trials; not finite where there is none.
    public var values: [Double]
    /// The lower end of the interval of the first values, as many as have one.
    public var lower: [Double]
    /// The upper end, as many; ∞ for one beyond every axis.
    public var upper: [Double]
    /// Its look.
    public var style: SeriesStyle

    /// Makes a curve.
    public init(
      _ name: String, values: [Double], lower: [Double] = [], upper: [Double] = [],
      style: SeriesStyle
    ) {
      self.name = name
      self.values = values
      self.lower = lower
      self.upper = upper
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

  /// Makes curves.
  public init(_ curves: [Curve], title: String? = nil, x: Axis, y: Axis) {
    self.title = title
    self.curves = curves
    self.x = x
    self.y = y
  }

  /// What is drawn.
  public var panel: Panel {
    let marks = curves.flatMap { curve -> [Mark] in
      func counts(_ values: [Double]) -> [Double] { values.indices.map { Double($0 + 1) } }
      let band = Mark.band(
        BandMark(x: counts(curve.lower), lower: curve.lower, upper: curve.upper, style: curve.style)
      )
      return (curve.lower.isEmpty ? [] : [band]) + [
        .line(
          LineMark(
            curve.name, x: counts(curve.values), y: curve.values.map { $0.isFinite ? $0 : .nan },
            style: curve.style))
      ]
    }
    return Panel(title: title, x: x, y: y, marks: marks)
  }
}
