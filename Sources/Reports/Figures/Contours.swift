import Analysis
import Experiments
import Kernels
import Models
import Plotting
import SpecLanguage
import Training

/// The paths of the parameters over a test function.
struct ContourContent: FigureContent {
  static let name = "contour"
  static let summary = "paths of the parameters over a test function in two dimensions"
  static let options = FigureOptions(hasPanels: true)

  static func asked(of keys: Keys) -> ContourContent? { ContourContent() }

  var need: String { "a test function of two dimensions among its problems" }

  func drafts(_ scope: FigureScope) -> [FigureDraft] { Contours(scope: scope).drafts }
}

/// The paths of the parameters over a test function in two dimensions, of the first seed.
struct Contours: ProblemFigures {
  static let prefix = "contour"
  /// How many values the function's grid has each way.
  private static let resolution = 121

  let scope: FigureScope

  var columns: [String] { ["optimizer", "epoch", "x1", "x2"] }
  var subject: String {
    "Paths of the parameters"
  }
  var explanation: String {
    "Lines of equal value of the function; upright cross: start, star: optimum, other markers: where each "
      + "optimizer ended, around each other where several did. Parts of a path outside the picture are cut off."
  }

  func finding(_ problem: ProblemComparison) -> PictureWords.Finding? {
    guard let function = problem.problem.spec.model.testFunction else { return nil }
    let ends = paths(problem).enumerated().compactMap { place, path in
      path.points.last.map { end in
        (value: values(function, x: [end.x], y: [end.y])[0], place: place, name: path.name)
      }
    }
    func rank(_ value: Double) -> Double { value.isFinite ? value : .infinity }
    let ordered = ends.sorted { (rank($0.value), $0.place) < (rank($1.value), $1.place) }
    let parts = ordered.map { end in
      end.value.isFinite
        ? "\(NumberText.significant(end.value, 2)) with \(end.name)" : "none with \(end.name)"
    }
    return parts.isEmpty
      ? nil : PictureWords.Finding(opening: "the value at the end is ", parts: parts)
  }

  func content(_ problem: ProblemComparison) -> ContourTrajectories? {
    guard problem.problem.spec.model.isPlanar,
      let function = problem.problem.spec.model.testFunction
    else { return nil }
    let paths = paths(problem).map { path in
      ContourTrajectories.Trajectory(
        path.name, x: path.points.map(\.x), y: path.points.map(\.y), style: scope.style(path.name))
    }
    guard !paths.isEmpty else { return nil }
    let optima = function.kind.minima
    let start = SIMD2(function.start[0], function.start[1])
    let (x, y) = grid(around: optima + [start], paths: paths)
    let values = values(function, x: x, y: y)
    return ContourTrajectories(
      gridX: x, gridY: y, values: values, trajectories: paths,
      optima: optima.map { Point(x: $0.x, y: $0.y) }, x: Axis(scope.spec.x, label: "x₁"),
      y: Axis(scope.spec.y, label: "x₂"), valueLabel: "function value")
  }

  private func paths(
    _ problem: ProblemComparison
  ) -> [(name: String, epochs: [Int], points: [SIMD2<Double>])] {
    let seed = scope.comparison.plan.spec.seeds.first
    return scope.contenders(problem).compactMap { position in
      let contender = problem.contenders[position]
      guard let record = contender.runs.first(where: { $0.seed == seed })?.record,
        let trajectory = record.trajectory
      else { return nil }
      return (contender.name, record.curve.map(\.epoch), trajectory)
    }
  }

  /// A grid that holds start and optima, and as much of the paths as does not dwarf them: each
  /// until it first goes farther away than start and optima are from each other. Limits that the
  /// spec gives are kept.
  private func grid(
    around fixed: [SIMD2<Double>], paths: [ContourTrajectories.Trajectory]
  ) -> (x: [Double], y: [Double]) {
    let (x, y) = (PlotRange(around: fixed.map(\.x)), PlotRange(around: fixed.map(\.y)))
    let near = paths.flatMap { path in
      zip(path.x, path.y).prefix { x.isNear($0) && y.isNear($1) }
    }
    let isFree = [scope.spec.x, scope.spec.y].allSatisfy { $0.lower == nil && $0.upper == nil }
    var ranges = (x: x.including(near.map(\.0)), y: y.including(near.map(\.1)))
    if isFree { PlotRange.equalize(&ranges.x, &ranges.y) }
    return (
      ranges.x.steps(Self.resolution, within: scope.spec.x),
      ranges.y.steps(Self.resolution, within: scope.spec.y)
    )
  }

  private func values(
    _ function: TestFunctionConfiguration, x: [Double], y: [Double]
  ) -> [Double] {
    var objective = ModelConfiguration.testFunction(function).makeObjective(data: .none)
    return y.flatMap { y in
      x.map { x in objective.evaluate(at: [x, y], on: .training)?.loss ?? .nan }
    }
  }

  func append(_ problem: ProblemComparison, to table: inout CSVText) {
    for path in paths(problem) {
      for (epoch, point) in zip(path.epochs, path.points) {
        table.append(problem.name)
        table.append(path.name)
        table.append(epoch)
        table.append(point.x)
        table.append(point.y)
        table.endRow()
      }
    }
  }
}

/// What one axis of a contour plot shows.
private struct PlotRange {
  /// From the least to the greatest value that must be in view, at least 1.
  private let room: Double
  private var least: Double
  private var greatest: Double

  init(around values: [Double]) {
    least = values.min() ?? 0
    greatest = values.max() ?? 1
    room = max(greatest - least, 1)
  }

  /// Whether a value is not farther away than the others are from each other.
  func isNear(_ value: Double) -> Bool { value > least - room && value < greatest + room }

  func including(_ values: [Double]) -> PlotRange {
    var range = self
    range.least = min(least, values.min() ?? least)
    range.greatest = max(greatest, values.max() ?? greatest)
    return range
  }

  /// The height of a panel whose two axes have one scale, as a multiple of its width.
  private static let shape = 0.8

  /// Widens one of two axes so that a unit is equally long on both.
  static func equalize(_ x: inout PlotRange, _ y: inout PlotRange) {
    let missing = (x: y.span / shape - x.span, y: shape * x.span - y.span)
    if missing.x > 0 { x.widen(by: missing.x) } else { y.widen(by: missing.y) }
  }

  /// From end to end, the margins included.
  private var span: Double { greatest - least + 0.5 * room }

  private mutating func widen(by length: Double) {
    least -= length / 2
    greatest += length / 2
  }

  /// So many values at equal distances, between limits or with a margin at both ends.
  func steps(_ count: Int, within limits: AxisSpec) -> [Double] {
    let start = limits.lower ?? least - 0.25 * room
    let end = limits.upper ?? greatest + 0.25 * room
    return (0..<count).map { start + (end - start) * Double($0) / Double(count - 1) }
  }
}
