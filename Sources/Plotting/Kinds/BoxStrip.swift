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
    /// The positions of those values that are only known to be at least so great.
    public var lowerBounds: Set<Int>
    /// How many runs have no value: written on a rail above upright boxes, and beside lying ones.
    public var failures: Int
    /// Its look.
    public var style: SeriesStyle
    /// Whether it is shown by mean and deviation, in the place of median and quartiles.
    public internal(set) var isMean = false

    /// Makes a group from lower quartile, median and upper quartile, the ends of the whiskers, and
    /// all values.
    public init(
      _ name: String, quartiles: (Double, Double, Double), whiskers: (Double, Double),
      points: [Double], lowerBounds: Set<Int> = [], failures: Int = 0, style: SeriesStyle
    ) {
      self.name = name
      (lowerQuartile, median, upperQuartile) = quartiles
      (lowerWhisker, upperWhisker) = whiskers
      self.points = points
      self.lowerBounds = lowerBounds
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
    let marks = groups.enumerated().flatMap { index, group in
      self.marks(group, center: Double(index))
    }
    let names = groups.map(\.name)
    let failed = groups.enumerated().filter { $1.failures > 0 }
    if isHorizontal {
      let texts = failed.map {
        Axis.Name(
          "\($1.failures) of \($1.failures + $1.points.count) failed", at: Double($0))
      }
      return Panel(
        title: title, x: y, y: .categories(names, label: groupLabel, isReversed: true),
        rightNames: texts, marks: marks, shape: .lines(2.2 * Double(max(2, groups.count))),
        // Neighbours with the same names need them once.
        yGroup: 0)
    }
    let rows = failed.map { index, group in
      let count = group.failures + group.points.count
      return Rail.Row(
        x: [Double(index)], shares: [Rail.Share(group.failures, of: count)], style: group.style)
    }
    return Panel(
      title: title, x: .categories(names, label: groupLabel), y: y, marks: marks,
      rail: rows.isEmpty ? nil : Rail("failed", rows: rows, isOneLine: true))
  }

  /// The box stands left of the group's centre or over it, the strip on the other side.
  private func marks(_ group: Group, center: Double) -> [Mark] {
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
    let strips = strips(group, center: center + 0.22)
    if group.isMean { return group.meanMarks(at: middle, isHorizontal: isHorizontal) + strips }
    return [
      .cells(CellMark([box], hasOutline: true)),
      .segments(SegmentMark(whiskers, pen: .series(group.style), arrow: 4)),
      .segments(SegmentMark([median], pen: .series(group.style), width: 2)),
    ] + strips
  }

  /// Every value, beside the others that are as great; one that is only known to be at least so
  /// great as an arrow's head.
  private func strips(_ group: Group, center: Double) -> [Mark] {
    func strip(_ points: [Double], _ style: SeriesStyle, size: Double) -> Mark {
      let places = points.map { _ in center }
      return .points(
        PointMark(
          x: isHorizontal ? points : places, y: isHorizontal ? places : points, style: style,
          size: size, opacity: 0.8, swarm: .init(isAlongX: !isHorizontal, reach: 0.16)))
    }
    var (disc, arrow) = (group.style, group.style)
    disc.marker = .circle
    arrow.marker = .triangle
    let exact = group.points.indices.filter { !group.lowerBounds.contains($0) }
    let bounds = group.points.indices.filter(group.lowerBounds.contains)
    return [(exact, disc, 0.8), (bounds, arrow, 1.0)].filter { !$0.0.isEmpty }
      .map { strip($0.0.map { group.points[$0] }, $0.1, size: $0.2) }
  }
}
