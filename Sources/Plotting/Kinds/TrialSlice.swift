/// The value of trials against one hyperparameter, those without a value on a rail.
public struct TrialSlice: FigureKind {
  /// The trials of one optimizer.
  public struct Series: Sendable, Hashable {
    /// The optimizer's name.
    public var name: String
    /// What each trial tried.
    public var settings: [Double]
    /// The value of each, as many; one that is not finite is that of a trial that diverged.
    public var values: [Double]
    /// The position of the best trial, which stands out; nil for none.
    public var best: Int?
    /// Its look.
    public var style: SeriesStyle

    /// Makes a series.
    public init(
      _ name: String, settings: [Double], values: [Double], best: Int? = nil, style: SeriesStyle
    ) {
      self.name = name
      self.settings = settings
      self.values = values
      self.best = best
      self.style = style
    }
  }

  /// The heading over the panel.
  public var title: String?
  /// The series, in the order of the legend.
  public var series: [Series]
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// What the rail is called on which trials without a value stand.
  public var railLabel: String

  /// Makes a slice.
  public init(
    _ series: [Series], title: String? = nil, x: Axis, y: Axis, railLabel: String = "diverged"
  ) {
    self.title = title
    self.series = series
    self.x = x
    self.y = y
    self.railLabel = railLabel
  }

  /// What is drawn.
  public var panel: Panel {
    let trials = series.map { entry in
      Mark.points(
        PointMark(
          entry.name, x: entry.settings, y: entry.values.map { $0.isFinite ? $0 : .nan },
          style: entry.style, size: 0.85,
          opacity: 0.55))
    }
    let best = series.enumerated().compactMap { number, entry in
      entry.best.map { place in
        // Searches share points: what would lie under the mark of a later one is drawn larger.
        let covering = series[(number + 1)...].count { later in
          later.best.map { later.settings[$0] == entry.settings[place] } ?? false
        }
        return Mark.points(
          PointMark(
            x: [entry.settings[place]], y: [entry.values[place]], style: entry.style,
            size: 1.7 + 0.7 * Double(min(3, covering)), hasRim: true))
      }
    }
    let rows = series.compactMap { entry -> Rail.Row? in
      let diverged = zip(entry.settings, entry.values).filter { !$1.isFinite }.map(\.0)
      return diverged.isEmpty ? nil : Rail.Row(x: diverged, style: entry.style)
    }
    return Panel(
      title: title, x: x, y: y, marks: trials + best,
      rail: rows.isEmpty ? nil : Rail(railLabel, rows: rows))
  }
}
