import Testing

@testable import Plotting

/// Places by hand: a character is 0.6 of the size wide, a script 0.72 of what it stands at.
@Suite struct FormulaLayoutTests {
  private let font = Font(family: "A", size: 10)
  private let ruler = TextRuler(MonospacedMeasuring())

  private func line(_ source: String) throws -> TypesetLine {
    ruler.line(try LabelText.marked(source), font)
  }

  private func isNear(_ found: Double, _ expected: Double) -> Bool { abs(found - expected) < 1e-9 }

  @Test func scriptsAreSmallAboveAndBelow() throws {
    let line = try line("a $\\beta_2^{t}$!")
    #expect(line.pieces.map(\.text) == ["a ", "β", "2", "t", "!"])
    #expect(zip(line.pieces.map(\.font.size), [10, 10, 7.2, 7.2, 10]).allSatisfy(isNear))
    #expect(line.pieces.map(\.font.isItalic) == [false, true, false, true, false])
    // The index begins where the letter ends, the exponent a little farther right.
    let places = [0, 12, 18, 18.6, 18.6 + 4.32]
    #expect(zip(line.pieces.map(\.x), places).allSatisfy(isNear))
    #expect(zip(line.pieces.map(\.rise), [0, 0, -2.4, 3.6, 0]).allSatisfy(isNear))
    // Up to the raised letter's own ascent, down to the lowered digit's descent.
    #expect(isNear(line.extents.ascent, 3.6 + 0.93 * 7.2))
    #expect(isNear(line.extents.descent, 2.4 + 0.24 * 7.2))
    #expect(isNear(line.extents.width, 18.6 + 4.32 + 6))
  }

  @Test func signsBetweenTermsHaveRoom() throws {
    func starts(_ source: String) throws -> [Double] { try line(source).pieces.map(\.x) }
    // Digits are one piece; 0.22 of the size around a sign between terms, 0.28 at a relation.
    #expect(zip(try starts("$10-2$"), [0, 14.2, 22.4]).allSatisfy(isNear))
    #expect(zip(try starts("$1=-2$"), [0, 8.8, 17.6, 23.6]).allSatisfy(isNear))
    #expect(zip(try starts("$\\log 2$"), [0, 19.7]).allSatisfy(isNear))
    // None in a script.
    #expect(zip(try starts("$1^{1-1}$"), [0, 6, 10.32, 14.64]).allSatisfy(isNear))
  }

  @Test func linesAreHighEnoughForScripts() throws {
    let text = try LabelText.marked("$x^{2^2}$")
    let ruler = TextRuler(MonospacedMeasuring(), texts: [text])
    #expect(ruler.lineHeight(font) > TextRuler(MonospacedMeasuring()).lineHeight(font) + 1)
  }

  @Test func aFormulaIsNotBrokenAndNotCut() throws {
    let text = try LabelText.marked("loss $a + b$ of it")
    let lines = ruler.lines(text, font, width: 50)
    #expect(lines.map(LabelText.plain) == ["loss", "a + b of", "it"])
    #expect(ruler.shortened(text, font, width: 60) == "loss a + …")
  }

  @Test func aFigureShowsFormulasInPieces() throws {
    let label = try LabelText.marked("rate $\\eta$")
    let line = Panel(
      x: Axis(label), y: Axis("y", lower: 1e6, upper: 1e9),
      marks: [.line(LineMark(x: [1, 2], y: [1e6, 1e9], style: SeriesStyle(index: 0)))])
    let runs = Figure(id: "a", panels: [line]).drawing(measuredBy: MonospacedMeasuring()).textRuns
    let word = try #require(runs.first { $0.text == "rate " })
    let letter = try #require(runs.first { $0.text == "η" })
    #expect(letter.font.isItalic && letter.label == nil)
    #expect(isNear(letter.origin.x - word.origin.x, 27))
    #expect(word.label == TextLabel(latex: "rate $\\eta$", anchor: .middle, width: 32.4))
    #expect(
      runs.contains { $0.label?.latex?.contains("10$^{") == true })
  }

  @Test func aRootHasABarOverAllOfIt() throws {
    let root = try line("a$\\sqrt{10}$b")
    // No sign of the font's: it would not reach the bar.
    #expect(root.pieces.map(\.text) == ["a", "10", "b"])
    #expect(zip(root.pieces.map(\.x), [0, 6 + 5.2, 6 + 5.2 + 12 + 0.6]).allSatisfy(isNear))
    let rule = try #require(root.rules.first)
    #expect(root.rules.count == 1 && isNear(rule.width, 0.65))
    // Over digits of 0.76 of the size, with 0.09 of it between; up to the end of what stands under it.
    let bar = rule.corners.suffix(2)
    #expect(bar.allSatisfy { isNear($0.rise, 7.6 + 0.9) })
    #expect(isNear(bar[3].x, 6 + 4.7) && isNear(bar[4].x, 6 + 5.2 + 12 + 0.6))
    // Letters may hang .22 of the size below the line: the sign ends .14 above that.
    #expect(isNear(rule.corners.map(\.rise).min() ?? 0, -0.8))
    #expect(root.extents.width == 6 + 5.2 + 12 + 0.6 + 6)
    // What is raised lifts the bar, and the line is as high as that.
    let tall = try line("$\\sqrt{x^{2}}$")
    let top = try #require(tall.rules[0].corners.map(\.rise).max())
    #expect(isNear(top, 3.6 + 0.76 * 7.2 + 0.9))
    #expect(isNear(tall.extents.ascent, top + 0.65))
    // One root in another: two bars that do not touch.
    let nested = try line("$\\sqrt{\\sqrt{2}}$")
    let tops = nested.rules.map { $0.corners.map(\.rise).max() ?? 0 }
    #expect(tops.count == 2 && tops[1] > tops[0] + 0.65)
  }

  @Test func aRootIsSetByWhoSetsTheWords() throws {
    let label = try LabelText.marked("$\\sqrt{v}$ of it")
    let panel = Panel(
      x: Axis(label), y: Axis("y"),
      marks: [.line(LineMark(x: [1, 2], y: [1, 2], style: SeriesStyle(index: 0)))])
    let drawing = Figure(id: "a", panels: [panel]).drawing(measuredBy: MonospacedMeasuring())
    func bars(_ drawing: Drawing) -> Int {
      drawing.commands.count { if case .stroke(_, let pen) = $0 { pen.isOfText } else { false } }
    }
    #expect(bars(drawing) == 1 && bars(drawing.withoutText) == 0)
    #expect(drawing.withoutText.commands.count > 3)
    // The label begins with the sign, left of its first letter.
    let run = try #require(drawing.textRuns.first { $0.label?.latex == "$\\sqrt{v}$ of it" })
    let lead = 0.52 * run.font.size
    #expect(isNear(run.label?.lead ?? 0, lead))
    let words = LaTeXPicture(drawing).file(picture: "b.pdf")
    let middle = (run.label?.anchor == .middle ? 0.5 : 0) * (run.label?.width ?? 0)
    #expect(run.label?.anchor == .middle && middle > lead)
    let share = (run.origin.x - lead + middle) / drawing.width
    let start = try #require(words.split(separator: "\n").first { $0.contains("sqrt") })
    let place = try #require(
      Double(start.split(separator: "(")[1].split(separator: ",")[0]))
    #expect(abs(place - share) < 1e-5)
  }
}
