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
    /// Its look.
    public var style: SeriesStyle

    /// Makes a group from lower quartile, median and upper quartile, the ends of the whiskers, and
    /// all values.
    public init(
      _ name: String, quartiles: (Double, Double, Double), whiskers: (Double, Double),
      points: [Double], style: SeriesStyle
    ) {
      self.name = name
      (lowerQuartile, median, upperQuartile) = quartiles
      (lowerWhisker, upperWhisker) = whiskers
      self.points = points
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
    let marks = groups.enumerated().flatMap { index, group in
      Self.marks(group, center: Double(index))
    }
    return Panel(
      title: title, x: .categories(groups.map(\.name), label: groupLabel), y: y, marks: marks)
  }

  /// The box stands left of the group's centre, the strip right of it.
  private static func marks(_ group: Group, center: Double) -> [Mark] {
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
    let places = group.points.indices.map { center + 0.21 + 0.1 * (2 * spread($0) - 1) }
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

  /// Places from 0 to 1 that keep apart: multiples of the golden ratio, without their whole part.
  private static func spread(_ index: Int) -> Double {
    let place = 0.5 + Double(index) * 0.6180339887498949
    return place - place.rounded(.down)
  }
}
