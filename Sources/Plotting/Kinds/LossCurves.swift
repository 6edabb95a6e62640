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
    /// The abscissa at which each diverged run ended, one a run.
    public var divergences: [Double]
    /// How many runs there are, those that diverged among them.
    public var runCount: Int
    /// Its look.
    public var style: SeriesStyle

    /// Makes a curve.
    public init(
      _ name: String, x: [Double], median: [Double], lower: [Double] = [], upper: [Double] = [],
      runs: [[Double]] = [], divergences: [Double] = [], runCount: Int = 0, style: SeriesStyle
    ) {
      self.name = name
      self.x = x
      self.median = median
      self.lower = lower
      self.upper = upper
      self.runs = runs
      self.divergences = divergences
      self.runCount = runCount
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

  /// What is drawn: where a median ends before its last abscissa there is a cross, and above the
  /// panel stands at which abscissas runs diverged, and how many did.
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
      return (curve.lower.isEmpty ? [] : [band]) + runs + [line] + end(of: curve)
    }
    let rows = curves.compactMap(row)
    var x = x
    x.isTight = true
    return Panel(
      title: title, x: x, y: y, marks: marks, rail: rows.isEmpty ? nil : Rail(rows: rows))
  }

  private func end(of curve: Curve) -> [Mark] {
    let count = min(curve.x.count, curve.median.count)
    guard let last = curve.median.prefix(count).lastIndex(where: \.isFinite), last < count - 1
    else {
      return []
    }
    var style = curve.style
    style.marker = .cross
    return [
      .points(PointMark(x: [curve.x[last]], y: [curve.median[last]], style: style, size: 1.4))
    ]
  }

  private func row(_ curve: Curve) -> Rail.Row? {
    let places = Set(curve.divergences).sorted()
    guard !places.isEmpty else { return nil }
    var shares: [Rail.Share?] = places.map { _ in nil }
    shares[shares.count - 1] = Rail.Share(curve.divergences.count, of: curve.runCount)
    return Rail.Row(x: places, shares: shares, style: curve.style)
  }
}
