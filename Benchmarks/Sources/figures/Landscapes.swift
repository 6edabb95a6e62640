import Foundation
import Plotting

/// The test functions with the paths of gradient descent, with and without momentum.
enum Landscapes {
  static var rosenbrock: ContourTrajectories {
    sample(
      { x, y in 100 * pow(y - x * x, 2) + pow(1 - x, 2) }, x: (-2, 2), y: (-1, 3),
      start: (-1.2, 1), rates: [0.002, 0.0004], optima: [Point(x: 1, y: 1)])
  }

  static var beale: ContourTrajectories {
    sample(
      { x, y in
        pow(1.5 - x + x * y, 2) + pow(2.25 - x + x * y * y, 2) + pow(2.625 - x + x * y * y * y, 2)
      }, x: (-4.5, 4.5), y: (-4.5, 4.5), start: (1, 1), rates: [0.02, 0.004],
      optima: [Point(x: 3, y: 0.5)])
  }

  static var himmelblau: ContourTrajectories {
    sample(
      { x, y in pow(x * x + y - 11, 2) + pow(x + y * y - 7, 2) }, x: (-5, 5), y: (-5, 5),
      start: (0, 0), rates: [0.01, 0.002],
      optima: [
        Point(x: 3, y: 2), Point(x: -2.805118, y: 3.131312), Point(x: -3.779310, y: -3.283186),
        Point(x: 3.584428, y: -1.848126),
      ])
  }

  private static func sample(
    _ function: (Double, Double) -> Double, x: (Double, Double), y: (Double, Double),
    start: (Double, Double), rates: [Double], optima: [Point]
  ) -> ContourTrajectories {
    let count = 121
    let xs = (0..<count).map { x.0 + (x.1 - x.0) * Double($0) / Double(count - 1) }
    let ys = (0..<count).map { y.0 + (y.1 - y.0) * Double($0) / Double(count - 1) }
    let values = ys.flatMap { y in xs.map { function($0, y) } }
    let paths = zip(["SGD", "momentum"], rates).enumerated().map { index, entry in
      var (px, py) = start
      var (vx, vy) = (0.0, 0.0)
      var path = ([px], [py])
      for _ in 0..<400 {
        let h = 1e-6
        let gx = (function(px + h, py) - function(px - h, py)) / (2 * h)
        let gy = (function(px, py + h) - function(px, py - h)) / (2 * h)
        vx = (index == 0 ? 0 : 0.9) * vx + gx
        vy = (index == 0 ? 0 : 0.9) * vy + gy
        px -= entry.1 * vx
        py -= entry.1 * vy
        path.0.append(px)
        path.1.append(py)
      }
      return ContourTrajectories.Trajectory(
        entry.0, x: path.0, y: path.1, style: SeriesStyle(index: index))
    }
    return ContourTrajectories(
      gridX: xs, gridY: ys, values: values, trajectories: paths, optima: optima,
      valueLabel: "f(x₁, x₂)")
  }
}
