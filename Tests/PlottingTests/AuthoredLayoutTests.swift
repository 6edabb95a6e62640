import PlottingTestSupport
import Testing

@testable import Plotting

/// Whatever an author draws by hand, no texts overlap and nothing leaves the canvas.
@Suite struct AuthoredLayoutTests {
  private let measuring = MonospacedMeasuring()

  @Test(arguments: 0..<300 as Range<UInt64>)
  func nothingOverlaps(_ seed: UInt64) {
    var random = RandomFigures(seed: seed)
    let curves = 1 + random.below(3)
    let panels = (0..<1 + random.below(3)).map { _ -> Panel in
      let scale: Axis.Scale = random.uniform() < 0.5 ? .linear : .logarithmic
      let marks = (0..<curves).map { index in
        Mark.line(
          LineMark(
            "curve \(index)", x: (0...20).map(Double.init),
            y: (0...20).map { 1 + 50 * random.uniform() / Double($0 + 1) },
            style: SeriesStyle(index: index)))
      }
      var panel = Panel(
        title: random.uniform() < 0.5 ? random.text() : nil, x: Axis("epoch", isWhole: true),
        y: Axis(random.text(), scale: scale, lower: 0.5, upper: 60), marks: marks)
      func x() -> Double { 20 * random.uniform() }
      func y() -> Double { 1 + 58 * random.uniform() }
      for _ in 0..<random.below(4) {
        let target = random.uniform() < 0.5 ? TextNote.Target(x: x(), y: y()) : nil
        let low = x()
        let choices: [Annotation.Content] = [
          .text(TextNote(random.text(), x: x(), y: y(), target: target)),
          .line(ReferenceMark(.vertical, at: x(), label: random.text())),
          .line(ReferenceMark(.horizontal, at: y(), label: random.text())),
          .span(
            SpanNote(.vertical, from: low, to: low + (20 - low) / 2, label: random.text())),
        ]
        panel.annotations.append(Annotation(choices[random.below(4)]))
      }
      if random.uniform() < 0.6 {
        let low = 12 * random.uniform()
        panel.inset = Inset(x: (low, low + 1 + 6 * random.uniform()))
      }
      if random.uniform() < 0.4 { panel.secondX = SecondAxis("step", factor: 9) }
      return panel
    }
    let styles: [FigureStyle] = [.screen, .ieee, .nature]
    let figure = Figure(
      id: "authored", panels: panels, columns: 1 + random.below(3), style: styles[random.below(3)],
      width: random.uniform() < 0.3 ? 2 + 4 * random.uniform() : nil)
    let faults = layoutFaults(of: figure.drawing(measuredBy: measuring), measuredBy: measuring)
    #expect(faults.isEmpty, "\(faults)")
  }
}
