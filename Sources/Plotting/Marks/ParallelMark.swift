/// Curves across vertical axes that stand side by side, each with a scale of its own.
///
/// The `index`-th axis stands at the abscissa `index`; the panel's own vertical axis runs from 0 to
/// 1 and is hidden.
public struct ParallelMark: Sendable, Hashable {
  /// One curve.
  public struct Row: Sendable, Hashable {
    /// Its value on each axis, from left to right; NaN interrupts it.
    public var values: [Double]
    /// Colour, dash and marker.
    public var style: SeriesStyle
    /// Whether it stays in the background.
    public var isFaint: Bool

    /// Makes a curve.
    public init(_ values: [Double], style: SeriesStyle, isFaint: Bool = false) {
      self.values = values
      self.style = style
      self.isFaint = isFaint
    }
  }

  /// The axes, from left to right; their labels are not drawn, and of a hidden one nothing is.
  public var axes: [Axis]
  /// The curves, in painting order.
  public var rows: [Row]

  /// Makes curves across `axes`.
  public init(axes: [Axis], rows: [Row]) {
    self.axes = axes
    self.rows = rows
  }
}
