import Testing

@testable import Plotting

/// What a caller can choose about a figure, and what a narrow one does about names.
@Suite struct FigureOptionsTests {
  private let measuring = MonospacedMeasuring()

  private func boxes(_ names: [String], width: Double, style: FigureStyle = .ieee) -> Drawing {
    let groups = names.enumerated().map { index, name in
      BoxStrip.Group(
        name, quartiles: (1, 2, 3), whiskers: (0, 4), points: [2],
        style: SeriesStyle(index: index))
    }
    return Figure(id: "boxes", BoxStrip(groups), style: style, width: width)
      .drawing(measuredBy: measuring)
  }

  @Test func namesAreWrappedThenTurned() {
    let names = ["SGD with momentum", "Adam", "Nadam"]
    let wide = boxes(names, width: 7).textRuns
    #expect(wide.contains { $0.text == "SGD with momentum" && $0.direction == .horizontal })
    let narrow = boxes(names, width: 2.6).textRuns
    #expect(narrow.contains { $0.text == "SGD with" && $0.direction == .horizontal })
    #expect(narrow.contains { $0.text == "momentum" })
    let narrowest = boxes(names, width: 1.6).textRuns
    #expect(narrowest.contains { $0.text == "Adam" && $0.direction == .upwards })
  }

  @Test func panelsOfNatureHaveLetters() {
    let curve = LossCurves.Curve("Adam", x: [0, 1], median: [2, 1], style: SeriesStyle(index: 0))
    let kinds = [LossCurves([curve], title: "One"), LossCurves([curve], title: "Two")]
    let nature = Figure(id: "a", kinds, style: .natureWide).drawing(measuredBy: measuring)
    let letters = nature.textRuns.filter { $0.font.size == 8 && $0.font.isBold }
    #expect(letters.map(\.text) == ["a", "b"])
    let title = nature.textRuns.first { $0.text == "One" }
    #expect(letters.first?.origin.y == title?.origin.y)
    let alone = Figure(id: "a", kinds[0], style: .natureWide).drawing(measuredBy: measuring)
    #expect(!alone.textRuns.contains { $0.text == "a" })
    let screen = Figure(id: "a", kinds).drawing(measuredBy: measuring)
    #expect(!screen.textRuns.contains { $0.text == "a" })
  }

  @Test(arguments: FigureStyle.presets)
  func everyStyleHasADarkPartner(style: FigureStyle) {
    let dark = style.darkened
    #expect(dark.isDark && dark.name.hasSuffix("-dark"))
    #expect(dark.width == style.width && dark.textSize == style.textSize)
    #expect(dark.darkened == dark)
    #expect(dark.palette.colors.count == style.palette.colors.count)
    // Every colour of a series stands out of the page: WCAG 2's contrast of 3 for graphics, with
    // the luminance approximated by squares.
    for color in dark.palette.colors {
      #expect((color.luminance + 0.05) / (dark.background.luminance + 0.05) > 3)
    }
    let figure = Figure(id: "a", panels: [], style: style).darkened
    #expect(figure.id == "a-dark" && figure.style == dark)
  }

  @Test func palettesHaveNames() {
    #expect(Palette.named.map(\.name) == ["okabe-ito", "tol"])
    #expect(Palette.named.map(\.palette) == [.okabeIto, .tol])
    #expect(Palette.tol.darkened == .tolDark)
    let own = Palette([Color(0x123456)])
    #expect(own.darkened == own)
  }

  @Test func panelsAsHighAsWideStayOfAUsualSize() {
    let parity = ParityPlot([])
    #expect(Figure(id: "a", parity).canvasWidth == 4.4 * 72)
    #expect(Figure(id: "a", parity, style: .ieee).canvasWidth == 251.058)
    #expect(Figure(id: "a", parity, width: 6).canvasWidth == 6 * 72)
  }
}
