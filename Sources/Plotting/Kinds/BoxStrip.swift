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
    /// How many runs have no value: shown as a share on a rail above upright boxes, in words beside
    /// lying ones.
    public var failures: Int
    /// Its look.
    public var style: SeriesStyle
    /// Whether it is shown by mean and deviation, in the place of median and quartiles.
    public internal(set) var isMean = false

    /// Makes a group from lower quartile, median and upper quartile, the ends of the whiskers, and
    /// all values.
    public init(
      _ name: String, quartiles: (Double, Double, Double), whiskers: (Double, Double),
      points: [Double], failures: Int = 0, style: SeriesStyle
    ) {
      self.name = name
      (lowerQuartile, median, upperQuartile) = quartiles
      (lowerWhisker, upperWhisker) = whiskers
      self.points = points
      self.failures = failures
      self.style = style
    }
  }

  /// The heading over the panel.
  public var title: String?
  /// The groups, from left to right or from top to bottom.
  public var groups: [Group]
  /// What the groups are.
  public var groupLabel: String?
  /// The axis of the values.
  public var y: Axis
  /// Whether the axis of the values is horizontal: names of many groups are then read without
  /// turning one's head.
  public var isHorizontal: Bool

  /// Makes boxes with strips.
  public init(
    _ groups: [Group], title: String? = nil, groupLabel: String? = nil,
    y: Axis = Axis("final loss"), isHorizontal: Bool = false
  ) {
    self.title = title
    self.groups = groups
    self.groupLabel = groupLabel
    self.y = y
    self.isHorizontal = isHorizontal
  }

  /// What is drawn.
  public var panel: Panel {
    var domain = Domain()
    for group in groups { domain.include(group.points, on: y.scale) }
    let scale = domain.scale(for: y, padding: 0)
    let marks = groups.enumerated().flatMap { index, group in
      self.marks(group, center: Double(index), scale: scale)
    }
    let names = groups.map(\.name)
    let failed = groups.enumerated().filter { $1.failures > 0 }
    if isHorizontal {
      let texts = failed.map { Axis.Name("\($1.failures) failed", at: Double($0)) }
      return Panel(
        title: title, x: y, y: .categories(names, label: groupLabel, isReversed: true),
        rightNames: texts, marks: marks, shape: .lines(2.2 * Double(max(2, groups.count))),
        // Neighbours with the same names need them once.
        yGroup: 0)
    }
    let rows = failed.map { index, group in
      let count = group.failures + group.points.count
      return Rail.Row(
        x: [Double(index)], shares: [Double(group.failures) / Double(count)], style: group.style)
    }
    return Panel(
      title: title, x: .categories(names, label: groupLabel), y: y, marks: marks,
      rail: rows.isEmpty ? nil : Rail("failed", rows: rows, isOneLine: true))
  }

  /// The box stands left of the group's centre or over it, the strip on the other side.
  private func marks(_ group: Group, center: Double, scale: Scale) -> [Mark] {
    let sides = (center - 0.32, center + 0.02)
    let middle = (sides.0 + sides.1) / 2
    func stroke(
      across: (Double, Double), along: (Double, Double)
    ) -> SegmentMark.Segment {
      isHorizontal ? .init(x: along, y: across) : .init(x: across, y: along)
    }
    let quartiles = (group.lowerQuartile, group.upperQuartile)
    let box = CellMark.Cell(
      x: isHorizontal ? quartiles : sides, y: isHorizontal ? sides : quartiles,
      filling: .series(group.style, opacity: 0.22))
    func whisker(_ start: Double, _ end: Double) -> [SegmentMark.Segment] {
      [
        stroke(across: (middle, middle), along: (start, end)),
        stroke(across: (middle - 0.07, middle + 0.07), along: (end, end)),
      ]
    }
    let whiskers =
      whisker(group.lowerQuartile, group.lowerWhisker)
      + whisker(group.upperQuartile, group.upperWhisker)
    let median = stroke(across: sides, along: (group.median, group.median))
    let strip = strip(group, center: center, scale: scale)
    if group.isMean { return group.meanMarks(at: middle, isHorizontal: isHorizontal) + [strip] }
    return [
      .cells(CellMark([box], hasOutline: true)),
      .segments(SegmentMark(whiskers, pen: .series(group.style))),
      .segments(SegmentMark([median], pen: .series(group.style), width: 2)),
      strip,
    ]
  }

  /// Every value of a group.
  private func strip(_ group: Group, center: Double, scale: Scale) -> Mark {
    let places = Self.spread(group.points.map(scale.position)).map {
      center + 0.21 + 0.11 * (2 * $0 - 1)
    }
    return .points(
      PointMark(
        x: isHorizontal ? group.points : places, y: isHorizontal ? places : group.points,
        style: group.style, size: 0.8, opacity: 0.7))
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
