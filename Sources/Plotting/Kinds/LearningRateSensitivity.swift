import Kernels

/// A loss by learning rate: medians with whiskers, of many rates with a band, for each optimizer, with
/// diverged runs on a rail.
public struct LearningRateSensitivity: FigureKind {
  /// The curve of one optimizer.
  public struct Curve: Sendable, Hashable {
    /// The optimizer's name.
    public var name: String
    /// The learning rates, above 0.
    public var rates: [Double]
    /// The median loss at each; NaN where there is none.
    public var median: [Double]
    /// The lower end of the whisker at each, or nothing for none.
    public var lower: [Double]
    /// The upper end at each; ∞ for an arrow.
    public var upper: [Double]
    /// How many runs diverged at each, or nothing.
    public var diverged: [Rail.Share]
    /// Its look.
    public var style: SeriesStyle

    /// Makes a curve.
    public init(
      _ name: String, rates: [Double], median: [Double], lower: [Double] = [],
      upper: [Double] = [], diverged: [Rail.Share] = [], style: SeriesStyle
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

  /// The most rates of a curve with a whisker at each: between more of them a band can be read.
  public static let mostWhiskers = 12

  /// Whether curves have bands instead of whiskers.
  public var hasBands: Bool { curves.contains { $0.rates.count > Self.mostWhiskers } }

  /// What is drawn; a whisker without an end is an arrow.
  public var panel: Panel {
    let marks = curves.enumerated().flatMap { index, curve -> [Mark] in
      let rates = hasBands ? curve.rates : curve.rates.map { shifted($0, curve: index) }
      return spread(curve, rates: rates) + [
        .line(LineMark(curve.name, x: rates, y: curve.median, style: curve.style)),
        .points(PointMark(curve.name, x: rates, y: curve.median, style: curve.style)),
      ]
    }
    let rows = curves.filter { $0.diverged.contains { $0.count > 0 } }.map { curve in
      Rail.Row(x: curve.rates, shares: curve.diverged, style: curve.style)
    }
    var x = x
    let rates = Set(curves.flatMap(\.rates)).sorted()
    if rates.count <= Self.mostWhiskers { x.places = rates }
    return Panel(
      title: title, x: x, y: y, marks: marks, rail: rows.isEmpty ? nil : Rail(railLabel, rows: rows)
    )
  }

  private func spread(_ curve: Curve, rates: [Double]) -> [Mark] {
    if curve.lower.isEmpty { return [] }
    if hasBands {
      return [
        .band(BandMark(x: rates, lower: curve.lower, upper: curve.upper, style: curve.style))
      ]
    }
    let count = min(rates.count, curve.lower.count, curve.upper.count)
    // Where both ends are infinite no run has a value: the rail shows them.
    let whole = (0..<count).filter { curve.lower[$0].isFinite || curve.upper[$0].isFinite }
    let whiskers = whole.map { index in
      SegmentMark.Segment(
        x: (rates[index], rates[index]), y: (curve.lower[index], curve.upper[index]))
    }
    return [.segments(SegmentMark(whiskers, pen: .series(curve.style), width: 0.8, cap: 3.5))]
  }

  /// A rate a little beside its place, so that whiskers of curves with the same rates stand side by
  /// side: by a hundredth of the range a curve.
  private func shifted(_ rate: Double, curve: Int) -> Double {
    let rates = curves.flatMap(\.rates).filter { $0 > 0 && $0.isFinite }
    guard x.scale == .logarithmic, curves.count > 1, rate > 0, rate.isFinite,
      let least = rates.min(), let greatest = rates.max(), greatest > least
    else { return rate }
    let places = Double(curve) - Double(curves.count - 1) / 2
    let step = min(0.012, 0.06 / Double(curves.count))
    return rate * pow(greatest / least, places * step)
  }
}
