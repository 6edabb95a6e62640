import CairoRendering
import Foundation
import Plotting

/// Every kind of figure with made-up numbers.
enum Samples {
  static func write(to folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    for style in [FigureStyle.screen, .screenDark, .ieee, .natureWide] {
      for figure in figures(style) {
        for format in [FigureFormat.png, .svg] {
          let bytes = try CairoRenderer(resolution: style.name == "ieee" ? 220 : 110)
            .render(figure, as: format)
          let path = "\(folder)/\(figure.id)-\(style.name).\(format.rawValue)"
          try Data(bytes).write(to: URL(fileURLWithPath: path))
        }
      }
    }
  }

  private static let names = ["SGD", "Adam", "Nadam", "RMSprop"]
  private static func look(_ index: Int) -> SeriesStyle { SeriesStyle(index: index) }

  private static func figures(_ style: FigureStyle) -> [Figure] {
    [
      Figure(id: "time-to-target", timeToTarget, style: style),
      Figure(id: "performance", performance, style: style),
      Figure(id: "box-strip", boxes(names), style: style),
      Figure(
        id: "box-strip-long",
        boxes([
          "SGD with momentum 0.9", "Adam (default settings)", "Nadam as in PyTorch", "RMSprop",
          "Adagrad with a rate of 0.01", "Lookahead around Adam", "Lion",
        ]), style: style),
      Figure(id: "sensitivity", sensitivity, style: style),
      Figure(id: "heat-map", heatMap, style: style),
      Figure(id: "contour-rosenbrock", Landscapes.rosenbrock, style: style),
      Figure(id: "contour-beale", Landscapes.beale, style: style),
      Figure(id: "contour-himmelblau", Landscapes.himmelblau, style: style),
      Figure(id: "parallel", parallel, style: style),
      Figure(id: "critical-difference", criticalDifference, style: style),
      Figure(id: "forest", forest, style: style),
      Figure(id: "importance", importance, style: style),
      Figure(id: "parity", parity, style: style),
      Figure(id: "search", search, style: style),
      Figure(
        id: "scripts", boxes(["아담 최적화기", "확률적 경사 하강법", "منحنى الخسارة", "Νάνταμ"]),
        title: "학습 곡선과 최종 손실", style: style),
      Figure(
        id: "multiples",
        [timeToTarget, timeToTarget, timeToTarget].enumerated().map {
          var profile = $1
          profile.title = ["digits", "diabetes", "breast_cancer"][$0]
          return profile
        }, sharesX: true, sharesY: true, style: style),
    ]
  }

  static var timeToTarget: Profile {
    .timeToTarget(
      names.enumerated().map { index, name in
        let times = (0..<20).map {
          120 + 140 * Double(index) + 400 * Speed.noise($0, index) + 20 * Double($0)
        }.sorted()
        let shares = (0...20).map { Double($0) / 20 * (index == 0 ? 0.8 : 1) }
        return Profile.Curve(
          name, x: [0] + times + [1400], share: shares + [shares[20]],
          lower: (shares + [shares[20]]).map { max(0, $0 - 0.12) },
          upper: (shares + [shares[20]]).map { min(1, $0 + 0.12) }, style: look(index))
      })
  }

  static var performance: Profile {
    .performance(
      names.enumerated().map { index, name in
        let factors = (0..<12).map { 1 + Double($0 * (index + 1)) * 0.3 * Speed.noise($0, index) }
          .sorted()
        let shares = (1...12).map { Double($0) / 12 }
        return Profile.Curve(name, x: factors + [20], share: shares + [1], style: look(index))
      })
  }

  static func boxes(_ names: [String]) -> BoxStrip {
    BoxStrip(
      names.enumerated().map { index, name in
        let values = (0..<20).map { seed -> Double in
          let spread = (0..<6).map { Speed.noise(seed, index * 10 + $0) - 0.5 }.reduce(0, +)
          return 0.3 + 0.05 * Double(index) + 0.05 * spread
        }
        let sorted = values.sorted()
        return BoxStrip.Group(
          name, quartiles: (sorted[5], (sorted[9] + sorted[10]) / 2, sorted[14]),
          whiskers: (sorted[0], sorted[19]), points: values, style: look(index))
      }, y: Axis("final test loss"))
  }

  static var sensitivity: LearningRateSensitivity {
    LearningRateSensitivity(
      names.enumerated().map { index, name in
        let rates = (0..<11).map { pow(10, -4 + 0.4 * Double($0)) }
        let best = -1.0 - 0.7 * Double(index)
        let median = rates.map { rate in
          let loss = 0.05 + 0.3 * pow(log10(rate) - best, 2)
          return log10(rate) > best + 1.3 ? Double.nan : loss
        }
        return LearningRateSensitivity.Curve(
          name, rates: rates, median: median, lower: median.map { $0 * 0.8 },
          upper: median.map { $0 * 1.3 },
          diverged: rates.map { max(0, min(1, (log10($0) - best - 0.9))) }, style: look(index))
      })
  }

  static var heatMap: HeatMap {
    let rows = ["0.5", "0.8", "0.9", "0.95", "0.99", "0.999"]
    let columns = ["0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1"]
    let values = rows.indices.flatMap { row in
      columns.indices.map { column -> Double in
        let (down, along) = (Double(row) - 3, Double(column) - 3)
        return row + column > 9 ? .nan : 0.1 + 0.02 * down * down + 0.05 * along * along
      }
    }
    return HeatMap(
      columns: columns, rows: rows, values: values, columnLabel: "learning rate",
      rowLabel: "momentum", axis: Axis("final loss", scale: .logarithmic),
      texts: values.map { $0.isNaN ? [] : [String(format: "%.2f", $0)] })
  }

  static var parallel: ParallelCoordinates {
    let trials = (0..<40).map { trial -> [Double] in
      let rate = pow(10, -4 + 4 * Speed.noise(trial, 1))
      let momentum = 0.5 + 0.5 * Speed.noise(trial, 2)
      let batch = pow(2, (4 + 5 * Speed.noise(trial, 3)).rounded())
      let kind = (2 * Speed.noise(trial, 4)).rounded()
      return [
        rate, momentum, batch, kind,
        0.1 + 0.2 * pow(log10(rate) + 2, 2) + 0.5 * (1 - momentum) + 0.05 * kind,
      ]
    }
    let kinds = ["constant", "cosine", "step"].enumerated().map {
      Axis.Name($1, at: Double($0))
    }
    return ParallelCoordinates(
      axes: [
        Axis("learning rate", scale: .logarithmic), Axis("momentum"),
        Axis("batch size", scale: .logarithmic), Axis("schedule", names: kinds),
        Axis("loss", scale: .logarithmic),
      ], trials: trials)
  }

  static var criticalDifference: CriticalDifference {
    let ranks = [
      ("Nadam", 2.1), ("Adam", 2.4), ("AMSGrad", 2.9), ("RMSprop", 3.6), ("SGD", 4.9),
      ("Adagrad", 5.1),
    ]
    return CriticalDifference(
      ranks.enumerated().map { .init($1.0, rank: $1.1, style: look($0)) },
      groups: [2.1...2.9, 2.4...3.6, 4.9...5.1], criticalDifference: 1.25)
  }

  static var forest: ForestPlot {
    let rows = [
      ("diabetes", 0.81, 0.74, 0.88), ("digits", 0.92, 0.85, 1.01), ("wine", 1.04, 0.93, 1.17),
      ("breast_cancer", 0.77, 0.62, 0.95), ("all problems", 0.87, 0.81, 0.94),
    ]
    return ForestPlot(
      rows.map {
        .init(
          $0.0, estimate: $0.1, lower: $0.2, upper: $0.3, text: "\($0.1) [\($0.2), \($0.3)]")
      }, x: Axis("epochs to target, Nadam / Adam", scale: .logarithmic))
  }

  static var importance: ImportanceBars {
    ImportanceBars([
      .init("learning rate", value: 0.61, lower: 0.52, upper: 0.68),
      .init("momentum", value: 0.17, lower: 0.12, upper: 0.24),
      .init("batch size", value: 0.09, lower: 0.05, upper: 0.13),
      .init("weight decay", value: 0.03, lower: 0.01, upper: 0.06),
    ])
  }

  static var parity: ParityPlot {
    let measured = (0..<88).map { 25 + 320 * Speed.noise($0, 1) }
    return ParityPlot(
      [
        .init(
          "Nadam", measured: measured,
          predicted: measured.indices.map {
            80 + 0.5 * measured[$0] + 60 * (Speed.noise($0, 2) - 0.5)
          }, style: look(0)),
        .init(
          "SGD", measured: measured,
          predicted: measured.indices.map {
            110 + 0.35 * measured[$0] + 60 * (Speed.noise($0, 3) - 0.5)
          }, style: look(1)),
      ], x: Axis("measured disease progression"), yLabel: "predicted disease progression")
  }

  static var search: SearchHistory {
    SearchHistory(
      ["random", "TPE"].enumerated().map { index, name in
        let objectives = (0..<60).map { trial in
          Speed.noise(trial, index) > 0.93
            ? Double.nan
            : 0.1 + Speed.noise(trial, 5 + index) * (index == 0 ? 1.5 : 1.5 - Double(trial) / 50)
        }
        var best: [Double] = []
        for value in objectives {
          best.append(min(best.last ?? .infinity, value.isNaN ? .infinity : value))
        }
        return .init(name, objectives: objectives, best: best, style: look(index))
      })
  }
}
