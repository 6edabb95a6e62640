import PlottingTestSupport
import Testing

@testable import Plotting

/// Columns and shared ranges that an author asks for are kept or refused.
@Suite struct PanelWishesTests {
  private let measuring = MonospacedMeasuring()

  private func figure(_ axes: [Axis], width: Double? = nil) -> Figure {
    let panels = axes.map { axis in
      Panel(
        x: Axis("x"), y: axis,
        marks: [.line(LineMark(x: [0, 1], y: [1, 1000], style: SeriesStyle(index: 0)))])
    }
    return Figure(id: "wishes", panels: panels, style: .ieee, width: width)
  }

  private func wishes(columns: Int? = nil, y: Bool? = nil) -> PanelWishes {
    var wishes = PanelWishes()
    (wishes.columns, wishes.sharesY) = (columns, y)
    return wishes
  }

  private func columns(_ figure: Figure) -> Int {
    let layout = FigureLayout(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), reserve: .init())
    return Set(layout.places.map(\.frame.minX)).count
  }

  @Test func askedColumnsAreKeptWhereUsualOnesWouldBeFewer() {
    var figure = figure(Array(repeating: Axis("loss"), count: 3), width: 4.2)
    figure.columns = 3
    #expect(columns(figure) < 3)
    #expect(wishes(columns: 3).arrange(&figure).isEmpty)
    #expect(columns(figure) == 3)
    #expect(figure.faults(measuredBy: measuring).isEmpty)
  }

  @Test func oneColumnIsKept() {
    var figure = figure([Axis("loss"), Axis("loss")], width: 7)
    #expect(columns(figure) == 2)
    _ = wishes(columns: 1).arrange(&figure)
    #expect(columns(figure) == 1)
  }

  @Test func columnsWithoutRoomAreRefusedWithTheMostThatFit() {
    var figure = figure(Array(repeating: Axis("loss"), count: 6))
    _ = wishes(columns: 6).arrange(&figure)
    #expect(
      figure.faults(measuredBy: measuring) == [
        FigureFault(
          subject: .key("columns"), message: "6 panels side by side have no room in 3.50 inches",
          help: "give at most 2, or a greater width")
      ])
    _ = wishes(columns: 2).arrange(&figure)
    #expect(figure.faults(measuredBy: measuring).isEmpty)
  }

  @Test func moreColumnsThanPanelsAreOneRow() {
    var figure = figure([Axis("loss"), Axis("loss")])
    _ = wishes(columns: 8).arrange(&figure)
    #expect(figure.columns == 2)
  }

  @Test func sharedRangesHoldAllPanelsWhateverEndsAndScalesTheyHad() {
    var figure = figure([
      Axis("loss", scale: .logarithmic, upper: 50),
      Axis("loss", scale: .logarithmic, including: [0.1]),
    ])
    #expect(wishes(y: true).arrange(&figure).isEmpty)
    let scales = PanelData.all(of: figure).map(\.y)
    #expect(scales[0] == scales[1])
    // The second panel's 1000 is in view, and what it has to include.
    #expect(scales[0].ends[1] >= 999 && scales[0].ends[0] <= 0.1)
    figure = self.figure([Axis("loss", scale: .logarithmic), Axis("loss")])
    _ = wishes(y: true).arrange(&figure)
    #expect(PanelData.all(of: figure).map(\.y.kind) == [.linear, .linear])
  }

  @Test func rangesCanBeParted() {
    var figure = figure([Axis("loss"), Axis("loss")])
    for index in 0..<2 { figure.panels[index].yGroup = 1 }
    figure.panels[1].marks = [.line(LineMark(x: [0, 1], y: [1, 2], style: SeriesStyle(index: 0)))]
    #expect(figure.shareYRange(0, 1))
    _ = wishes(y: false).arrange(&figure)
    #expect(!figure.shareYRange(0, 1))
    let scales = PanelData.all(of: figure).map(\.y)
    #expect(scales[0] != scales[1])
  }

  @Test func axesThatMeasureDifferentThingsAreNotShared() {
    var figure = figure([Axis("RMSE"), Axis("accuracy")])
    #expect(
      wishes(y: true).arrange(&figure) == [
        FigureFault(
          subject: .key("share_y"),
          message: "the panels have no common axis: they show RMSE, accuracy",
          help: "leave 'share_y' out, or show problems that are measured alike")
      ])
  }

  @Test func boxesThatLieShareTheAxisOfTheirValues() {
    let groups = ["a", "b"].map { name in
      BoxStrip.Group(
        name, mean: (1, 0.5), points: [0.5, 1.5], style: SeriesStyle(index: 0))
    }
    var figure = Figure(
      id: "boxes", [BoxStrip(groups, isHorizontal: true), BoxStrip(groups, isHorizontal: true)])
    _ = wishes(y: true).arrange(&figure)
    #expect(figure.sharesX && !figure.sharesY)
  }
}
