import CairoRendering
import Glibc
import Plotting

/// Times of whole renders, from numbers to the file's bytes.
enum Speed {
  /// Only those whose names contain `part`, if it is given.
  static func run(part: String? = nil) throws {
    let renderer = CairoRenderer(resolution: 300)
    let long = longCurve
    for (name, wobble) in [("smooth", 0.0), ("noisy", 0.02), ("wild", 0.1)] {
      let loss = lossFigure(wobble: wobble)
      for format in [FigureFormat.svg, .pdf, .png] {
        try report("\(name) loss \(format.rawValue)", part: part, repeats: 15) {
          try renderer.render(loss, as: format).count
        }
      }
    }
    try report("100,000 points png", part: part, repeats: 7) {
      try renderer.render(long, as: .png).count
    }
  }

  /// The noisy loss figure as PNG and SVG.
  static func write(to folder: String) throws {
    let renderer = CairoRenderer(resolution: 300)
    let drawing = try renderer.drawing(of: lossFigure(wobble: 0.02))
    for format in [FigureFormat.png, .svg] {
      let bytes = try renderer.render(drawing, as: format)
      guard let file = fopen("\(folder)/loss.\(format.rawValue)", "w") else { exit(74) }
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
  }

  private static func report(
    _ name: String, part: String?, repeats: Int, _ body: () throws -> Int
  ) throws {
    if let part, !name.contains(part) { return }
    var times: [Double] = []
    var size = 0
    for _ in 0..<repeats {
      let start = ContinuousClock.now
      size = try body()
      let time = ContinuousClock.now - start
      let (seconds, attoseconds) = time.components
      times.append(Double(seconds) * 1e3 + Double(attoseconds) / 1e15)
    }
    times.sort()
    let numbers = [times[0], times[times.count / 2], times[times.count - 1]]
    let text = numbers.map { ($0 * 100).rounded() / 100 }.map(String.init(describing:))
    print("\(name),\(text.joined(separator: ",")),\(size)")
  }

  /// A number from 0 to 1 by SplitMix64's output function, as in matplotlib_figures.py.
  static func noise(_ index: Int, _ series: Int) -> Double {
    var mixed =
      UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(series) &* 0xD1B5_4A32_D192_ED03
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
  }

  /// Two panels of four optimizers' median and band over 2,000 points, each off the smooth curve by
  /// up to half of `wobble`.
  static func lossFigure(wobble: Double) -> Figure {
    let names = ["SGD", "Adam", "Nadam", "RMSprop"]
    let styles = SeriesStyle.assigned(to: names)
    let epochs = (0..<2000).map(Double.init)
    let panels = ["Training", "Validation"].enumerated().map { part, title in
      LossCurves(
        names.enumerated().map { index, name in
          let losses = epochs.indices.map { epoch in
            (0.02 + 0.03 * Double(index) + 2 / (1 + 0.05 * Double(epoch) * Double(index + 1)))
              * (1 + wobble * (noise(epoch, index + 10 * part) - 0.5))
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
