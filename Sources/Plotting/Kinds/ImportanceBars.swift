import Kernels

/// How much each hyperparameter matters, as bars from 0.
public struct ImportanceBars: FigureKind {
  /// One bar.
  public struct Bar: Sendable, Hashable {
    /// What it is the importance of.
    public var name: String
    /// The importance.
    public var value: Double
    /// The interval's lower end, or nil.
    public var lower: Double?
    /// The interval's upper end, or nil.
    public var upper: Double?

    /// Makes a bar.
    public init(_ name: String, value: Double, lower: Double? = nil, upper: Double? = nil) {
      self.name = name
      self.value = value
      self.lower = lower
      self.upper = upper
    }
  }

  /// The heading over the panel.
  public var title: String?
  /// The bars, from top to bottom.
  public var bars: [Bar]
  /// The horizontal axis, always linear: a bar on a logarithmic one has no foot.
  public var x: Axis
  /// The bars' colour.
  public var style: SeriesStyle

  /// Makes bars.
  public init(
    _ bars: [Bar], title: String? = nil, x: Axis = Axis("share of variance explained"),
    style: SeriesStyle = SeriesStyle(colorIndex: 0)
  ) {
    self.title = title
    self.bars = bars
    self.x = x
    self.style = style
  }

  /// What is drawn.
  public var panel: Panel {
    var x = x
    x.scale = .linear
    let numbers = bars.flatMap { [$0.value, $0.lower ?? $0.value] }.filter(\.isFinite)
    if x.lower == nil, numbers.allSatisfy({ $0 >= 0 }) { x.lower = 0 }
    x.including.append(0)
    let cells = bars.enumerated().compactMap { index, bar in
      bar.value.isFinite
        ? CellMark.Cell(
          x: (0, bar.value), y: (Double(index) - 0.34, Double(index) + 0.34),
          filling: .series(style, opacity: 0.75), datum: .length) : nil
    }
    let intervals = bars.enumerated().compactMap { index, bar -> SegmentMark.Segment? in
      guard let lower = bar.lower, let upper = bar.upper else { return nil }
      return .init(x: (lower, upper), y: (Double(index), Double(index)))
    }
    // Lengths are compared, and the numbers read off beside them.
    let values = bars.enumerated().compactMap { index, bar in
      bar.value.isFinite
        ? Axis.Name(NumberText.short(bar.value, digits: 2), at: Double(index)) : nil
    }
    return Panel(
      title: title, x: x, y: .categories(bars.map(\.name), isReversed: true), rightNames: values,
      marks: [
        .cells(CellMark(cells)), .segments(SegmentMark(intervals, pen: .ink, cap: 4)),
      ], shape: .lines(1.6 * Double(max(2, bars.count))))
  }
}
