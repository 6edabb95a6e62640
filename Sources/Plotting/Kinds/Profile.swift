/// Step curves that rise from 0 to 1: shares of runs that have arrived.
///
/// A time-to-target profile shows the share of seeds at the target after so many epochs; a
/// performance profile (Dolan and Moré 2002) the share of problems solved within a factor of the
/// best optimizer's time.
public struct Profile: FigureKind {
  /// The curve of one optimizer.
  public struct Curve: Sendable, Hashable {
    /// The optimizer's name.
    public var name: String
    /// Where the share changes, rising; the last one is where the curve ends.
    public var x: [Double]
    /// The share from each abscissa on, from 0 to 1.
    public var share: [Double]
    /// The lower end of the share's interval, or nothing.
    public var lower: [Double]
    /// The upper end of the share's interval.
    public var upper: [Double]
    /// Its look.
    public var style: SeriesStyle
    /// What is written at its end, such as "17 of 20"; nil for nothing.
    public var endNote: String?

    /// Makes a curve.
    public init(
      _ name: String, x: [Double], share: [Double], lower: [Double] = [], upper: [Double] = [],
      style: SeriesStyle, endNote: String? = nil
    ) {
      self.endNote = endNote
      self.name = name
      self.x = x
      self.share = share
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

  /// Makes a profile.
  public init(_ curves: [Curve], title: String? = nil, x: Axis, y: Axis) {
    self.title = title
    self.curves = curves
    self.x = x
    self.y = y
  }

  /// The share of seeds that have reached the target after so many epochs.
  public static func timeToTarget(_ curves: [Curve], title: String? = nil) -> Profile {
    Profile(
      curves, title: title, x: Axis("epochs to target", isWhole: true, including: [0]),
      y: share("share at target"))
  }

  /// The share of problems solved within a factor of the best optimizer's time.
  public static func performance(_ curves: [Curve], title: String? = nil) -> Profile {
    Profile(
      curves, title: title, x: Axis("factor of the best time", scale: .logarithmic),
      y: share("share of problems solved"))
  }

  /// An axis from 0 to 1 with a little more, so that a curve at either end is seen beside the axis.
  private static func share(_ label: String) -> Axis {
    Axis(label, lower: shares.lowerBound, upper: shares.upperBound)
  }

  /// The ends of the axis of shares.
  public static let shares = -0.02...1.02

  /// What is drawn.
  public var panel: Panel {
    let form = BandForm(curves: curves.count { !$0.lower.isEmpty })
    let places = WhiskerPlaces(curves.map(\.x), on: x.scale, isStepped: true)
    let marks = curves.enumerated().flatMap { index, curve -> [Mark] in
      let band =
        switch form {
        case .filled:
          Mark.band(
            BandMark(
              x: curve.x, lower: curve.lower, upper: curve.upper, style: curve.style,
              isStepped: true))
        case .whiskers:
          places.mark(
            index, x: curve.x, lower: curve.lower, upper: curve.upper, style: curve.style,
            isStepped: true)
        }
      let line = Mark.line(
        LineMark(
          curve.name, x: curve.x, y: curve.share, style: curve.style, isStepped: true,
          endNote: curve.endNote))
      return (curve.lower.isEmpty ? [] : [band]) + [line]
    }
    return Panel(title: title, x: x, y: y, marks: marks)
  }
}
