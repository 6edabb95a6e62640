/// Losses by epoch, step or gradient evaluation: a median with its band and faint single runs for
/// each optimizer.
public struct LossCurves: FigureKind {
  /// The curve of one optimizer.
  public struct Curve: Sendable, Hashable {
    /// The optimizer's name.
    public var name: String
    /// The abscissas.
    public var x: [Double]
    /// The median at each.
    public var median: [Double]
    /// The band's lower edge at each, or nothing for no band.
    public var lower: [Double]
    /// The band's upper edge at each.
    public var upper: [Double]
    /// The losses of single runs at each abscissa, drawn faintly.
    public var runs: [[Double]]
    /// Its look.
    public var style: SeriesStyle

    /// Makes a curve.
    public init(
      _ name: String, x: [Double], median: [Double], lower: [Double] = [], upper: [Double] = [],
      runs: [[Double]] = [], style: SeriesStyle
    ) {
      self.name = name
      self.x = x
      self.median = median
      self.lower = lower
      self.upper = upper
      self.runs = runs
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
  /// How bands are drawn; nil: as their number allows.
  public var bandForm: BandForm?

  /// Makes loss curves.
  public init(
    _ curves: [Curve], title: String? = nil, x: Axis = Axis("epoch", isWhole: true),
    y: Axis = Axis("loss", scale: .logarithmic), bandForm: BandForm? = nil
  ) {
    self.bandForm = bandForm
    self.title = title
    self.curves = curves
    self.x = x
    self.y = y
  }

  /// What is drawn.
  public var panel: Panel {
    let form = bandForm ?? BandForm(curves: curves.count { !$0.lower.isEmpty })
    let places = WhiskerPlaces(curves.map(\.x), on: x.scale)
    let marks = curves.enumerated().flatMap { index, curve -> [Mark] in
      let runs = curve.runs.map {
        Mark.line(LineMark(x: curve.x, y: $0, style: curve.style, isFaint: true))
      }
      let band =
        switch form {
        case .filled:
          Mark.band(
            BandMark(x: curve.x, lower: curve.lower, upper: curve.upper, style: curve.style))
        case .whiskers:
          places.mark(
            index, x: curve.x, lower: curve.lower, upper: curve.upper, style: curve.style)
        }
      let line = Mark.line(LineMark(curve.name, x: curve.x, y: curve.median, style: curve.style))
      return (curve.lower.isEmpty ? [] : [band]) + runs + [line]
    }
    return Panel(title: title, x: x, y: y, marks: marks)
  }
}
