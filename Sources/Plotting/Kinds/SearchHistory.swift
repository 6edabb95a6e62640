/// The objective of every trial of a search, with the best found so far.
public struct SearchHistory: FigureKind {
  /// The trials of one search.
  public struct Search: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// The objective of each trial, in order; NaN for one that failed.
    public var objectives: [Double]
    /// The best objective after each trial, or nothing for no line.
    public var best: [Double]
    /// Its look.
    public var style: SeriesStyle
    /// Whether it stays in the background, without a name.
    public var isFaint: Bool

    /// Makes a search.
    public init(
      _ name: String, objectives: [Double], best: [Double], style: SeriesStyle,
      isFaint: Bool = false
    ) {
      self.name = name
      self.objectives = objectives
      self.best = best
      self.style = style
      self.isFaint = isFaint
    }
  }

  /// The heading over the panel.
  public var title: String?
  /// The searches, in the order of the legend.
  public var searches: [Search]
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// What the rail is called on which trials without an objective stand.
  public var railLabel: String

  /// Makes a history.
  public init(
    _ searches: [Search], title: String? = nil, x: Axis = Axis("trial", isWhole: true),
    y: Axis = Axis("objective", scale: .logarithmic), railLabel: String = "failed"
  ) {
    self.title = title
    self.searches = searches
    self.x = x
    self.y = y
    self.railLabel = railLabel
  }

  /// What is drawn. Of a single search that is not faint the legend tells points and line apart, of
  /// several the searches.
  public var panel: Panel {
    let isSingle = searches.count { !$0.isFaint } == 1
    let marks = searches.flatMap { search -> [Mark] in
      let names: (String?, String?) =
        search.isFaint
        ? (nil, nil) : isSingle ? ("trial", "best so far") : (search.name, search.name)
      let trials = search.objectives.indices.map { Double($0 + 1) }
      let line = Mark.line(
        LineMark(
          names.1, x: search.best.indices.map { Double($0 + 1) },
          y: search.best.map { $0.isFinite ? $0 : .nan },
          style: search.style, isFaint: search.isFaint, isStepped: true))
      return [
        .points(
          PointMark(
            names.0, x: trials, y: search.objectives.map { $0.isFinite ? $0 : .nan },
            style: search.style, size: 0.85,
            opacity: search.isFaint ? 0.25 : 0.6)), line,
      ]
    }
    let rows = searches.compactMap { search -> Rail.Row? in
      let failed = search.objectives.enumerated().filter { !$1.isFinite }.map { Double($0.0 + 1) }
      return failed.isEmpty ? nil : Rail.Row(x: failed, style: search.style)
    }
    return Panel(
      title: title, x: x, y: y, marks: marks,
      rail: rows.isEmpty ? nil : Rail(railLabel, rows: rows, isOneLine: rows.count > 3))
  }
}
