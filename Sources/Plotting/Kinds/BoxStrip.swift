/// A box of quartiles with whiskers beside every single value, for each group.
public struct BoxStrip: FigureKind {
  /// The values of one group.
  public struct Group: Sendable, Hashable {
    /// The group's name.
    public var name: String
    /// The lower quartile.
    public var lowerQuartile: Double
    /// The median.
    public var median: Double
    /// The upper quartile.
    public var upperQuartile: Double
    /// The whisker's lower end.
    public var lowerWhisker: Double
    /// The whisker's upper end.
    public var upperWhisker: Double
    /// Every value.
    public var points: [Double]
    /// The share of runs without a value, from 0 to 1, shown on a rail above the panel.
    public var failed: Double
    /// Its look.
    public var style: SeriesStyle

    /// Makes a group from lower quartile, median and upper quartile, the ends of the whiskers, and
    /// all values.
    public init(
      _ name: String, quartiles: (Double, Double, Double), whiskers: (Double, Double),
      points: [Double], failed: Double = 0, style: SeriesStyle
    ) {
      self.name = name
      (lowerQuartile, median, upperQuartile) = quartiles
      (lowerWhisker, upperWhisker) = whiskers
      self.points = points
      self.failed = failed
      self.style = style
    }
  }

  /// The heading over the panel.
  public var title: String?
  /// The groups, from left to right.
  public var groups: [Group]
  /// What the groups are.
  public var groupLabel: String?
  /// The vertical axis.
  public var y: Axis

  /// Makes boxes with strips.
  public init(
    _ groups: [Group], title: String? = nil, groupLabel: String? = nil,
    y: Axis = Axis("final loss")
  ) {
    self.title = title
    self.groups = groups
    self.groupLabel = groupLabel
    self.y = y
  }

  /// What is drawn.
  public var panel: Panel {
    var domain = Domain()
    for group in groups { domain.include(group.points, on: y.scale) }
    let scale = domain.scale(for: y, padding: 0)
    let marks = groups.enumerated().flatMap { index, group in
      Self.marks(group, center: Double(index), scale: scale)
    }
    let failed = groups.enumerated().filter { $1.failed > 0 }.map { index, group in
      Rail.Row(x: [Double(index)], shares: [group.failed], style: group.style)
    }
    return Panel(
      title: title, x: .categories(groups.map(\.name), label: groupLabel), y: y, marks: marks,
      rail: failed.isEmpty ? nil : Rail("failed", rows: failed, isOneLine: true))
  }

  /// The box stands left of the group's centre, the strip right of it.
  private static func marks(_ group: Group, center: Double, scale: Scale) -> [Mark] {
    let (left, right) = (center - 0.32, center + 0.02)
    let middle = (left + right) / 2
    let box = CellMark.Cell(
      x: (left, right), y: (group.lowerQuartile, group.upperQuartile),
      filling: .series(group.style, opacity: 0.22))
    func whisker(_ start: Double, _ end: Double) -> [SegmentMark.Segment] {
      [
        .init(x: (middle, middle), y: (start, end)),
        .init(x: (middle - 0.07, middle + 0.07), y: (end, end)),
      ]
    }
    let whiskers =
      whisker(group.lowerQuartile, group.lowerWhisker)
      + whisker(group.upperQuartile, group.upperWhisker)
    let places = spread(group.points.map(scale.position)).map {
      center + 0.21 + 0.11 * (2 * $0 - 1)
    }
    return [
      .cells(CellMark([box], hasOutline: true)),
      .segments(SegmentMark(whiskers, pen: .series(group.style))),
      .segments(
        SegmentMark(
          [.init(x: (left, right), y: (group.median, group.median))], pen: .series(group.style),
          width: 2)),
      .points(
        PointMark(x: places, y: group.points, style: group.style, size: 0.8, opacity: 0.7)),
    ]
  }

  /// Places from 0 to 1 across the strip for points at `heights`, shares of the axis: a point far
  /// from others stands in the middle, points that would hide each other stand side by side.
  private static func spread(_ heights: [Double]) -> [Double] {
    let order = heights.indices.sorted { heights[$0] < heights[$1] }
    var places = heights.map { _ in 0.5 }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, heights[order[end]] - heights[order[end - 1]] < nearness { end += 1 }
      // Multiples of the golden ratio keep neighbours apart; by their ranks all widths are used.
      let group = Array(order[start..<end])
      let ranked = group.indices.sorted { golden($0) < golden($1) }
      for (rank, index) in ranked.enumerated() {
        places[group[index]] = (Double(rank) + 0.5) / Double(group.count)
      }
      start = end
    }
    return places
  }

  /// Points nearer to each other than this share of the axis hide each other.
  private static let nearness = 0.03

  /// The part after the point of a multiple of the golden ratio.
  private static func golden(_ index: Int) -> Double {
    let multiple = Double(index) * 0.6180339887498949
    return multiple - multiple.rounded(.down)
  }
}
