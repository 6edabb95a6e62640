import Plotting

/// One figure of several kinds each, as they might stand in a paper.
enum KindSamples {
  static let names = ["sensitivity", "heat-map", "contour"]

  static func figure(_ name: String) -> Figure {
    switch name {
    case "sensitivity": Figure(id: name, sensitivity, style: .ieee)
    case "heat-map": Figure(id: name, heatMap, style: .ieee)
    default: Figure(id: name, contour, style: .ieee)
    }
  }

  private static var sensitivity: LearningRateSensitivity {
    let rates = [0.001, 0.01, 0.1, 1]
    let losses = [[2, 0.4, 0.1, 0.7], [0.9, 0.05, 0.3, .nan]]
    return LearningRateSensitivity(
      ["SGD", "Adam"].enumerated().map { index, name in
        .init(
          name, rates: rates, median: losses[index], lower: losses[index].map { $0 * 0.7 },
          upper: losses[index].map { $0 * 1.5 },
          diverged: index == 0 ? [] : [0, 0, 2, 10].map { Rail.Share($0, of: 10) },
          style: SeriesStyle(index: index))
      })
  }

  private static var heatMap: HeatMap {
    HeatMap(
      columns: ["0.01", "0.1", "1"], rows: ["0", "0.9", "0.99"],
      values: [0.4, 0.3, 0.2, 0.3, 0.1, 0.5, 0.6, .nan, 0.9], columnLabel: "learning rate",
      rowLabel: "momentum")
  }

  private static var contour: ContourTrajectories {
    let grid = (0...40).map { -2 + Double($0) / 10 }
    return ContourTrajectories(
      gridX: grid, gridY: grid, values: grid.flatMap { y in grid.map { $0 * $0 + 2 * y * y } },
      trajectories: [
        .init("SGD", x: [-1.5, -0.5, 0], y: [1.5, 0.2, 0], style: SeriesStyle(index: 0))
      ], optima: [Point(x: 0, y: 0)], valueLabel: "f")
  }
}
