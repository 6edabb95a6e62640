import Testing

@testable import Plotting

@Suite struct CommonLabelsTests {
  private let measuring = MonospacedMeasuring()

  private func figure(_ labels: [(x: String, y: String)], columns: Int? = nil) -> Figure {
    let panels = labels.map { label in
      let line = LineMark(x: [0, 1], y: [0, 1], style: SeriesStyle(index: 0))
      return Panel(title: "t", x: Axis(label.x), y: Axis(label.y), marks: [.line(line)])
    }
    return Figure(id: "common", panels: panels, columns: columns, style: .ieee)
  }

  private func layout(_ figure: Figure) -> FigureLayout {
    FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300
    ).layout
  }

  @Test func whatAllPanelsSayIsWrittenOnceInTheirMiddle() throws {
    let figure = figure(
      [(x: String, y: String)](repeating: ("epoch", "loss"), count: 4), columns: 2)
    let frames = layout(figure).places.map(\.frame)
    let runs = figure.drawing(measuredBy: measuring).textRuns
    let x = try #require(runs.filter { $0.text == "epoch" }.first)
    let y = try #require(runs.filter { $0.text == "loss" }.first)
    #expect(runs.count { $0.text == "epoch" } == 1 && runs.count { $0.text == "loss" } == 1)
    // Five and four letters of 0.6 times the size.
    let size = figure.style.textSize
    #expect(abs(x.origin.x + 1.5 * size - (frames[0].minX + frames[1].maxX) / 2) < 1e-9)
    #expect(abs(y.origin.y - 1.2 * size - (frames[0].minY + frames[2].maxY) / 2) < 1e-9)
    #expect(x.origin.y > frames[2].maxY && y.origin.x < frames[0].minX)
  }

  /// In the middle of three rows it would be that of the middle one.
  @Test func anOddNumberOfRowsHasALabelEach() {
    let figure = figure(
      [(x: String, y: String)](repeating: ("epoch", "loss"), count: 3), columns: 1)
    let frames = layout(figure).places.map(\.frame)
    let runs = figure.drawing(measuredBy: measuring).textRuns
    let y = runs.filter { $0.text == "loss" }.map(\.origin.y).sorted()
    #expect(y.count == 3)
    for (y, frame) in zip(y, frames) {
      #expect(abs(y - 1.2 * figure.style.textSize - frame.midY) < 1e-9)
    }
  }

  @Test func columnsOfDifferentHeightHaveTheirOwnLabels() {
    let figure = figure([("epoch", "loss"), ("epoch", "loss"), ("epoch", "loss")], columns: 2)
    let frames = layout(figure).places.map(\.frame)
    let runs = figure.drawing(measuredBy: measuring).textRuns
    let x = runs.filter { $0.text == "epoch" }.map(\.origin).sorted { $0.x < $1.x }
    #expect(x.count == 2)
    // One for each row, at its middle; four letters of 0.6 times the size.
    let y = runs.filter { $0.text == "loss" }.map(\.origin).sorted { $0.y < $1.y }
    #expect(y.count == 2)
    for (origin, frame) in zip(y, [frames[0], frames[2]]) {
      #expect(abs(origin.y - 1.2 * figure.style.textSize - frame.midY) < 1e-9)
    }
    #expect(x[0].y > frames[2].maxY && (frames[2].minX...frames[2].maxX).contains(x[0].x))
    #expect((frames[1].maxY..<frames[2].minY).contains(x[1].y))
    #expect((frames[1].minX...frames[1].maxX).contains(x[1].x))
  }

  @Test func differentLabelsStayWithTheirPanels() {
    let runs = figure([("epoch", "loss"), ("epoch", "error")]).drawing(measuredBy: measuring)
      .textRuns.map(\.text)
    #expect(runs.count { $0 == "epoch" } == 1)
    #expect(runs.contains("loss") && runs.contains("error"))
  }

  @Test func aLongLabelIsNotWrappedAsLongAsAllPanelsTogetherHoldIt() {
    let long = "gradient evaluations so far"
    let texts = figure([(long, "loss"), (long, "loss")]).drawing(measuredBy: measuring).textRuns
    #expect(texts.contains { $0.text == long })
    let alone = figure([(long, "loss"), ("epoch", "loss")]).drawing(measuredBy: measuring).textRuns
    #expect(!alone.contains { $0.text == long })
  }
}
