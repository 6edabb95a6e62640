import Kernels

/// The paths of optimizers over a function of two variables, with start, end and optima.
public struct ContourTrajectories: FigureKind {
  /// The path of one optimizer.
  public struct Trajectory: Sendable, Hashable {
    /// The optimizer's name.
    public var name: String
    /// The first variable after each step.
    public var x: [Double]
    /// The second variable after each step.
    public var y: [Double]
    /// Its look.
    public var style: SeriesStyle

    /// Makes a path.
    public init(_ name: String, x: [Double], y: [Double], style: SeriesStyle) {
      self.name = name
      self.x = x
      self.y = y
      self.style = style
    }
  }

  /// The heading over the panel.
  public var title: String?
  /// The abscissas of the function's grid, rising.
  public var gridX: [Double]
  /// The ordinates of the function's grid, rising.
  public var gridY: [Double]
  /// The function's values: `values[row * gridX.count + column]`.
  public var values: [Double]
  /// The values of the lines, rising.
  public var levels: [Double]
  /// The paths, in painting order.
  public var trajectories: [Trajectory]
  /// Where the function is least.
  public var optima: [Point]
  /// The horizontal axis; its limits default to the grid's.
  public var x: Axis
  /// The vertical axis; its limits default to the grid's.
  public var y: Axis
  /// What the colours mean; no colour bar without one.
  public var valueLabel: String?

  /// Makes contours with paths; without `levels` about ten round ones are chosen.
  public init(
    gridX: [Double], gridY: [Double], values: [Double], levels: [Double]? = nil,
    trajectories: [Trajectory], optima: [Point] = [], title: String? = nil, x: Axis = Axis("x₁"),
    y: Axis = Axis("x₂"), valueLabel: String? = nil
  ) {
    self.title = title
    self.gridX = gridX
    self.gridY = gridY
    self.values = values
    self.levels = levels ?? ContourLevels.levels(for: values)
    self.trajectories = trajectories
    self.optima = optima
    self.x = x
    self.y = y
    self.valueLabel = valueLabel
  }

  /// What is drawn: starts lie under the ends of the paths, and optima over them.
  public var panel: Panel {
    var marks: [Mark] = [
      .contours(ContourMark(x: gridX, y: gridY, values: values, levels: levels))
    ]
    marks += trajectories.map { path in
      var line = LineMark(path.name, x: path.x, y: path.y, style: path.style)
      line.hasRim = true
      return .line(line)
    }
    let starts = trajectories.compactMap { path in
      path.x.first.flatMap { x in path.y.first.map { Point(x: x, y: $0) } }
    }
    marks += [
      Self.points(
        "start", Set(starts).sorted { ($0.x, $0.y) < ($1.x, $1.y) }, .plus, size: 2)
    ].compactMap { $0 }
    let ends = ends
    marks += ends.map { end in
      .points(
        PointMark(
          end.name, x: [end.place.x], y: [end.place.y], style: end.style, size: end.size,
          hasRim: end.hasRim))
    }
    marks += optima.compactMap { optimum in
      // Within the ends that came there, whose colours look out from under it.
      let isReached = ends.contains { isNear($0.place, optimum) }
      return Self.points("optimum", [optimum], .star, size: isReached ? 1.2 : 2)
    }
    return Panel(
      title: title, x: limited(x, gridX), y: limited(y, gridY), marks: marks,
      colorBar: valueLabel.map(colorBar), shape: .ratio(ratio), hasGrid: false)
  }

  /// The marker at the last point of a path.
  private struct End {
    var name: String
    var place: Point
    var style: SeriesStyle
    var size: Double
    var hasRim: Bool
  }

  /// The marker of each path's optimizer, so that ends differ in grey, too. Where several paths end at one
  /// place, the later markers are smaller, so that all are seen around each other, and all are larger
  /// where the star of an optimum stands on them.
  private var ends: [End] {
    var ends = trajectories.compactMap { path -> End? in
      guard let x = path.x.last, let y = path.y.last else { return nil }
      let place = Point(x: x, y: y)
      let isOptimal = optima.contains { isNear(place, $0) }
      return End(
        name: path.name, place: place, style: path.style, size: isOptimal ? 2.3 : 1.4, hasRim: true)
    }
    for index in ends.indices {
      let near = ends.indices.filter { isNear(ends[$0].place, ends[index].place) }
      let later = near.count { $0 > index }
      ends[index].size += min(0.6, 2.8 / Double(near.count)) * Double(later)
      ends[index].hasRim = near.first == index
    }
    return ends
  }

  /// Whether the middle of a marker at one place lies within one at the other: a panel is some eighty
  /// times as wide as a marker's radius. Markers farther apart are both seen as they are.
  private func isNear(_ one: Point, _ other: Point) -> Bool {
    func share(_ one: Double, _ other: Double, _ axis: Axis) -> Double {
      let scale = Domain().scale(for: axis, padding: 0)
      return abs(scale.position(one) - scale.position(other))
    }
    return share(one.x, other.x, limited(x, gridX)) < 0.0125
      && share(one.y, other.y, limited(y, gridY)) < 0.0125
  }

  private static func points(
    _ name: String, _ points: [Point], _ marker: SeriesStyle.Marker, size: Double
  ) -> Mark? {
    guard !points.isEmpty else { return nil }
    let style = SeriesStyle(colorIndex: 0, marker: marker, isInk: true)
    return .points(
      PointMark(
        name, x: points.map(\.x), y: points.map(\.y), style: style, size: size, hasRim: true))
  }

  private func limited(_ axis: Axis, _ grid: [Double]) -> Axis {
    var axis = axis
    axis.lower = axis.lower ?? grid.first
    axis.upper = axis.upper ?? grid.last
    return axis
  }

  /// Both variables at one scale where that gives a usual shape.
  private var ratio: Double {
    guard let left = gridX.first, let right = gridX.last, let low = gridY.first,
      let high = gridY.last
    else { return 0.8 }
    let ratio = (high * 0.5 - low * 0.5) / (right * 0.5 - left * 0.5)
    return ratio >= 0.5 && ratio <= 1.1 ? ratio : 0.8
  }

  /// One step of the strip for each area, whatever its values.
  private func colorBar(_ label: String) -> ColorBar {
    let places = levels.indices.map { Double($0 + 1) }
    let names = zip(levels, places).map { Axis.Name(NumberText.short($0, digits: 4), at: $1) }
    return ColorBar(
      colors: .ground,
      axis: Axis(label, lower: 0, upper: Double(levels.count + 1), names: names), steps: places)
  }
}
