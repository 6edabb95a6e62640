import PlottingTestSupport
import Testing

@testable import Plotting

/// What an author draws by hand: where it lies, over and under what, and what has no place.
@Suite struct AnnotationTests {
  private let measuring = MonospacedMeasuring()
  private let blue = SeriesStyle(index: 0)

  /// A curve from (0, 10) to (10, 0) on axes from 0 to 10, with annotations.
  private func figure(_ contents: Annotation.Content...) -> Figure {
    var panel = Panel(
      x: Axis("x", lower: 0, upper: 10), y: Axis("y", lower: 0, upper: 10),
      marks: [.line(LineMark(x: [0, 10], y: [10, 0], style: blue))])
    panel.annotations = contents.enumerated().map { Annotation($1, for: .annotation($0)) }
    return Figure(id: "notes", panels: [panel], legend: .none, style: .ieee)
  }

  private func content(_ figure: Figure) throws -> PanelContent {
    let arrangement = FigureArrangement(
      figure, data: PanelData.all(of: figure), ruler: TextRuler(measuring), resolution: 300)
    return try #require(arrangement.contents.first)
  }

  /// Commands of the only panel with places as shares of its frame.
  private func commands(_ figure: Figure) throws -> [String] {
    let frame = try content(figure).frame
    return figure.drawing(measuredBy: measuring).commands.compactMap(
      FrameShares(frame: frame).text)
  }

  @Test func aSpanLiesUnderTheCurveAndALineToo() throws {
    let commands = try commands(
      figure(
        .span(SpanNote(.vertical, from: 2, to: 5)), .line(ReferenceMark(.horizontal, at: 3)),
        .line(ReferenceMark(.vertical, at: 4))))
    let span = try #require(
      commands.firstIndex(of: "fill 595959 0.14: 0.2 1, 0.5 1, 0.5 0, 0.2 0, close"))
    let level = try #require(commands.firstIndex(of: "stroke 595959 1 0.6: 0 0.3, 1 0.3"))
    let upright = try #require(commands.firstIndex(of: "stroke 595959 1 0.6: 0.4 1, 0.4 0"))
    let curve = try #require(commands.firstIndex(of: "stroke 0072B2 1 1: 0 1, 1 0"))
    #expect(span < level && level < upright && upright < curve)
  }

  @Test func aSpanOfYEndsAtTheAxis() throws {
    let found = try commands(figure(.span(SpanNote(.horizontal, from: 8, to: 20))))
    #expect(found.contains("fill 595959 0.14: 0 1, 1 1, 1 0.8, 0 0.8, close"))
  }

  @Test func wordsStandAroundTheirPlaceOverTheCurve() throws {
    let figure = figure(.text(TextNote("here", x: 5, y: 5)))
    let content = try content(figure)
    let note = try #require(content.notes.first)
    #expect(abs(note.box.midX - content.frame.midX) < 1e-9)
    #expect(abs(note.box.midY - content.frame.midY) < 1e-9)
    let commands = figure.drawing(measuredBy: measuring).commands
    let text = try #require(
      commands.firstIndex { if case .text(let run) = $0 { run.text == "here" } else { false } })
    let curve = try #require(
      commands.firstIndex {
        if case .stroke(_, let pen) = $0 { pen.color == Color(0x0072B2) } else { false }
      })
    #expect(curve < text)
    // A legend or a label may not stand on them.
    #expect(!content.isFree(note.box))
  }

  @Test func wordsAtTheBorderStayWithinThePanel() throws {
    let content = try content(
      figure(.text(TextNote("a long remark of the author", x: 10, y: 10))))
    let box = try #require(content.notes.first?.box)
    #expect(box.maxX <= content.frame.maxX && box.minY >= content.frame.minY)
  }

  @Test func longWordsAreWrappedWithinHalfOfThePanel() throws {
    let text = (1...12).map { "word\($0)" }.joined(separator: " ")
    let content = try content(figure(.text(TextNote(text, x: 5, y: 5))))
    let note = try #require(content.notes.first)
    #expect(note.lines.count > 1 && note.box.width <= content.frame.width / 2)
  }

  @Test func wordsAtOnePlaceStandBesideEachOther() throws {
    let content = try content(
      figure(.text(TextNote("one", x: 5, y: 5)), .text(TextNote("two", x: 5, y: 5))))
    #expect(!content.notes[0].box.overlaps(content.notes[1].box))
  }

  @Test func anArrowEndsAtItsTarget() throws {
    let content = try content(
      figure(.text(TextNote("a", x: 2, y: 5, target: TextNote.Target(x: 8, y: 5)))))
    let note = try #require(content.notes.first)
    let tip = try #require(note.head.first)
    #expect(abs(tip.x - (content.frame.minX + 0.8 * content.frame.width)) < 1e-9)
    let shaft = try #require(note.shaft)
    #expect(shaft.start.x >= note.box.maxX && shaft.end.x < tip.x)
    #expect(abs(shaft.end.y - shaft.start.y) < 1e-9)
  }

  @Test func noArrowPointsIntoItsOwnWords() throws {
    let content = try content(
      figure(.text(TextNote("here", x: 5, y: 5, target: TextNote.Target(x: 5, y: 5)))))
    #expect(content.notes[0].shaft == nil && content.notes[0].head.isEmpty)
  }

  @Test(
    "what is off the axis is refused",
    arguments: [
      (
        Annotation.Content.line(ReferenceMark(.vertical, at: 12)),
        "the annotation stands at x = 12, off the axis",
        "the x axis shows 0 to 10: give a number on it, or other 'x_limits'"
      ),
      (
        .span(SpanNote(.horizontal, from: -1, to: 4)),
        "the annotation stands at y = -1, off the axis",
        "the y axis shows 0 to 10: give a number on it, or other 'y_limits'"
      ),
      (
        .text(TextNote("a", x: 1, y: 1, target: TextNote.Target(x: 1, y: 11))),
        "the annotation stands at y = 11, off the axis",
        "the y axis shows 0 to 10: give a number on it, or other 'y_limits'"
      ),
    ])
  func faults(_ content: Annotation.Content, _ message: String, _ help: String) {
    let fine = Annotation.Content.line(ReferenceMark(.vertical, at: 10))
    #expect(
      figure(fine, content).faults(measuredBy: measuring) == [
        FigureFault(subject: .annotation(1), message: message, help: help)
      ])
  }

  @Test func aLabelWithoutRoomGoesToTheLegend() throws {
    // The curve fills the panel's middle; ten lines of labels leave no room.
    var figure = figure(.span(SpanNote(.vertical, from: 4, to: 4.1)))
    figure.panels[0].annotations = [
      Annotation(.span(SpanNote(.vertical, from: 4, to: 4.1, label: "a narrow stretch")))
    ]
    figure.legend = .below
    let drawing = figure.drawing(measuredBy: measuring)
    #expect(drawing.textRuns.contains { $0.text == "a narrow stretch" })
    let samples = drawing.commands.filter { command in
      guard case .fill(_, let color) = command else { return false }
      return color.opacity == 0.14
    }
    #expect(samples.count == 2)
  }
}
