import CairoRendering
import Foundation
import Plotting

/// Times of whole renders, from numbers to the file's bytes.
enum Speed {
  static func run() throws {
    let renderer = CairoRenderer(resolution: 300)
    for format in [FigureFormat.svg, .pdf, .png] {
      try report("loss \(format.rawValue)", repeats: 15) {
        try renderer.render(lossFigure, as: format).count
      }
    }
    try report("100,000 points png", repeats: 7) {
      try renderer.render(longCurve, as: .png).count
    }
  }

  private static func report(
    _ name: String, repeats: Int, _ body: () throws -> Int
  ) throws {
    var times: [Double] = []
    var size = 0
    for _ in 0..<repeats {
      let start = ContinuousClock.now
      size = try body()
      let time = ContinuousClock.now - start
      times.append(Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3)
    }
    times.sort()
    let numbers = [times[0], times[times.count / 2], times[times.count - 1]]
    let text = numbers.map { ($0 * 100).rounded() / 100 }.map(String.init(describing:))
    print("\(name),\(text.joined(separator: ",")),\(size)")
  }

  /// A number from 0 to 1 that looks random (a linear congruence).
  static func noise(_ index: Int, _ series: Int) -> Double {
    let mixed = (UInt64(index * 7 + series * 1_000_003 + 12345) &* 6_364_136_223_846_793_005)
      &+ 1_442_695_040_888_963_407
    return Double(mixed >> 40) / Double(1 << 24)
  }

  /// Two panels of four optimizers' median and band over 2,000 points.
  static var lossFigure: Figure {
    let names = ["SGD", "Adam", "Nadam", "RMSprop"]
    let styles = SeriesStyle.assigned(to: names)
    let epochs = (0..<2000).map(Double.init)
    let panels = ["Training", "Validation"].enumerated().map { part, title in
      LossCurves(
        names.enumerated().map { index, name in
          let losses = epochs.indices.map { epoch in
            (0.02 + 0.03 * Double(index) + 2 / (1 + 0.05 * Double(epoch) * Double(index + 1)))
              * (1 + 0.1 * (noise(epoch, index + 10 * part) - 0.5))
          }
          return LossCurves.Curve(
            name, x: epochs, median: losses, lower: losses.map { $0 * 0.85 },
            upper: losses.map { $0 * 1.2 }, style: styles[name] ?? SeriesStyle(index: index))
        }, title: title)
    }
    return Figure(id: "loss", panels)
  }

  static var longCurve: Figure {
    let steps = (0..<100_000).map(Double.init)
    let losses = steps.indices.map { 2 / (1 + Double($0) * 1e-3) * (1 + 0.5 * noise($0, 1)) }
    return Figure(
      id: "long",
      LossCurves(
        [LossCurves.Curve("SGD", x: steps, median: losses, style: SeriesStyle(index: 0))],
        x: Axis("step", isWhole: true)))
  }
}
