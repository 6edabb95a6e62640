import Experiments
import Models
import Plotting
import Training

/// The paths of the parameters over a test function in two dimensions, of the first seed.
struct Contours: ProblemFigures {
  static let prefix = "contour"
  /// How many values the function's grid has each way.
  private static let resolution = 121

  let scope: FigureScope

  var columns: [String] { ["optimizer", "epoch", "x1", "x2"] }
  var subject: String {
    let seeds = scope.comparison.results.plan.spec.seeds
    return "Paths of the parameters" + (seeds.first.map { " for seed \($0)" } ?? "")
  }
  var explanation: String {
    "Lines of equal value of the function; square: start, star: optimum, discs: where each "
      + "optimizer ended, as rings where several did. Parts of a path outside the picture are cut off."
  }

  func finding(_ problem: ProblemComparison) -> String? {
    guard case .testFunction(let function) = problem.problem.spec.model else { return nil }
    let parts = paths(problem).compactMap { path -> String? in
      guard let end = path.points.last else { return nil }
      let value = values(function, x: [end.x], y: [end.y])[0]
      return value.isFinite
        ? "\(NumberText.significant(value, 2)) with \(path.name)" : "none with \(path.name)"
    }
    return parts.isEmpty ? nil : "the value at the end is " + parts.joined(separator: "; ")
  }

  func content(_ problem: ProblemComparison) -> ContourTrajectories? {
    guard problem.problem.spec.model.isPlanar,
      case .testFunction(let function) = problem.problem.spec.model
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
    let results = scope.comparison.results
    guard
      let index = scope.comparison.problems.firstIndex(where: {
        $0.problem.spec.name == problem.problem.spec.name
      })
    else { return [] }
    return scope.optimizers.compactMap { optimizer in
      guard let record = results.records(problem: index, optimizer: optimizer).first,
        let trajectory = record.trajectory
      else { return nil }
      return (problem.optimizers[optimizer].name, record.curve.map(\.epoch), trajectory)
    }
  }

  /// A grid that holds start and optima, and as much of the paths as does not dwarf them.
  private func grid(
    around fixed: [SIMD2<Double>], paths: [ContourTrajectories.Trajectory]
  ) -> (x: [Double], y: [Double]) {
    func axis(_ fixed: [Double], _ path: [Double]) -> [Double] {
      let low = fixed.min() ?? 0
      let high = fixed.max() ?? 1
      let room = max(high - low, 1)
      let inside = path.filter { $0 > low - 1.5 * room && $0 < high + 1.5 * room }
      let least = min(low, inside.min() ?? low) - 0.25 * room
      let most = max(high, inside.max() ?? high) + 0.25 * room
      return (0..<Self.resolution).map { step in
        least + (most - least) * Double(step) / Double(Self.resolution - 1)
      }
    }
    return (
      axis(fixed.map(\.x), paths.flatMap(\.x)), axis(fixed.map(\.y), paths.flatMap(\.y))
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
        table.append(problem.problem.spec.name)
        table.append(path.name)
        table.append(epoch)
        table.append(point.x)
        table.append(point.y)
        table.endRow()
      }
    }
  }
}

extension TestFunctionKind {
  /// Where the function is least, in two dimensions.
  fileprivate var minima: [SIMD2<Double>] {
    switch self {
    case .rosenbrock: [SIMD2(1, 1)]
    case .beale: [SIMD2(3, 0.5)]
    case .himmelblau:
      // Himmelblau 1972; the three that are not whole are given to the width of a marker.
      [
        SIMD2(3, 2), SIMD2(-2.805118, 3.131312), SIMD2(-3.779310, -3.283186),
        SIMD2(3.584428, -1.848126),
      ]
    case .rastrigin, .quadratic: [SIMD2(0, 0)]
    }
  }
}
