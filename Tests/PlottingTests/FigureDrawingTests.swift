import Testing

@testable import Plotting

/// A small loss figure, command by command. The expected numbers were worked out by hand from the
/// distances of the layout with characters 0.6 of their size wide:
///
/// - The y labels are 2 · 6 + 0.72 · 6 = 16.32 points wide, so the panel begins at 4 + 3 + 2.75 +
///   16.32 = 26.07; at the right it leaves 4 and half a label with its margin, 3.5, of 200 points.
/// - At the top half a label with its margin stands over the panel: (3.6 + 0.93 · 7.2 + 2.4) / 2 +
///   0.5 = 6.848, exponent included. The panel is 0.618 of its width high.
@Suite struct FigureDrawingTests {
  private static let expected = [
    "clip 25.570 10.348 167.430 103.854",
    "fill 0072B2 0.200: move 26.070 10.848, line 109.285 10.848, "
      + "line 192.500 62.275, line 192.500 113.702, line 109.285 113.702, "
      + "line 26.070 62.275, close",
    "stroke 0072B2 1.000 1.000: move 26.070 10.848, line 192.500 113.702",
    "unclip",
    "stroke 000000 1.000 0.500: move 26.070 10.848, line 26.070 113.702, "
      + "line 192.500 113.702, move 26.070 113.702, line 26.070 116.702, "
      + "move 109.285 113.702, line 109.285 116.702, move 192.500 113.702, "
      + "line 192.500 116.702, move 26.070 113.702, line 23.070 113.702, "
      + "move 26.070 62.275, line 23.070 62.275, move 26.070 10.848, "
      + "line 23.070 10.848, move 26.070 98.221, line 24.320 98.221, "
      + "move 26.070 89.165, line 24.320 89.165, move 26.070 82.740, "
      + "line 24.320 82.740, move 26.070 77.756, line 24.320 77.756, "
      + "move 26.070 73.684, line 24.320 73.684, move 26.070 70.241, "
      + "line 24.320 70.241, move 26.070 67.259, line 24.320 67.259, "
      + "move 26.070 64.628, line 24.320 64.628, move 26.070 46.794, "
      + "line 24.320 46.794, move 26.070 37.738, line 24.320 37.738, "
      + "move 26.070 31.313, line 24.320 31.313, move 26.070 26.329, "
      + "line 24.320 26.329, move 26.070 22.257, line 24.320 22.257, "
      + "move 26.070 18.814, line 24.320 18.814, move 26.070 15.832, "
      + "line 24.320 15.832, move 26.070 13.201, line 24.320 13.201",
    "text '0' 10.000 23.070 128.752",
    "text '1' 10.000 106.285 128.752",
    "text '2' 10.000 189.500 128.752",
    "text '10' 10.000 4.000 117.302",
    "text '6' 7.200 16.000 113.702",
    "text '10' 10.000 4.000 65.875",
    "text '7' 7.200 16.000 62.275",
    "text '10' 10.000 4.000 14.448",
    "text '8' 7.200 16.000 10.848",
  ]

  private var figure: Figure {
    let style = SeriesStyle(index: 0)
    let marks: [Mark] = [
      // On logarithmic axes these three points lie on a line: the middle one is not drawn.
      .line(LineMark("Adam", x: [0, 1, 2], y: [1e8, 1e7, 1e6], style: style)),
      .band(
        BandMark(x: [0, 1, 2], lower: [1e7, 1e6, 1e6], upper: [1e8, 1e8, 1e7], style: style)),
    ]
    let panel = Panel(
      x: Axis(isWhole: true), y: Axis(scale: .logarithmic, lower: 1e6, upper: 1e8), marks: marks)
    return Figure(
      id: "loss", panels: [panel], legend: .none,
      style: FigureStyle(
        name: "test", width: 200 / 72, textSize: 10, tickSize: 10, ink: Color(0x000000)),
      alternativeText: "Loss", description: "One optimizer")
  }

  @Test func aLossFigureIsDrawnExactly() {
    let drawing = figure.drawing(measuredBy: MonospacedMeasuring())
    #expect(drawing.identifier == "loss")
    #expect(drawing.alternativeText == "Loss" && drawing.description == "One optimizer")
    #expect(abs(drawing.width - 200) < 1e-9)
    #expect(abs(drawing.height - 135.15174) < 1e-9)
    let lines = drawing.commands.map(Self.description)
    #expect(lines.count == Self.expected.count)
    for (found, expected) in zip(lines, Self.expected) {
      #expect(found == expected)
    }
  }

  @Test func theSameFigureGivesTheSameDrawing() {
    let measuring = MonospacedMeasuring()
    #expect(figure.drawing(measuredBy: measuring) == figure.drawing(measuredBy: measuring))
  }

  private static func description(_ command: DrawingCommand) -> String {
    switch command {
    case .pushClip(let box):
      "clip \(text(box.minX)) \(text(box.minY)) \(text(box.width)) \(text(box.height))"
    case .popClip: "unclip"
    case .fill(let path, let color):
      "fill \(text(color)) \(text(color.opacity)): \(text(path))"
    case .stroke(let path, let stroke):
      "stroke \(text(stroke.color)) \(text(stroke.color.opacity)) \(text(stroke.width)): "
        + text(path)
    case .text(let run): "text '\(run.text)' \(text(run.font.size)) \(text(run.origin))"
    }
  }

  private static func text(_ path: Path) -> String {
    path.elements.map { element in
      switch element {
      case .move(let point): "move \(text(point))"
      case .line(let point): "line \(text(point))"
      case .curve: "curve"
      case .close: "close"
      }
    }.joined(separator: ", ")
  }

  private static func text(_ point: Point) -> String { "\(text(point.x)) \(text(point.y))" }

  private static func text(_ color: Color) -> String {
    [color.red, color.green, color.blue].map { part in
      let digits = String(Int((part * 255).rounded()), radix: 16, uppercase: true)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }

  private static func text(_ number: Double) -> String {
    let thousandths = Int((number * 1000).rounded())
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}
