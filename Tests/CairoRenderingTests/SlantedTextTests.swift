import Plotting
import Testing

@testable import CairoRendering

@Suite struct SlantedTextTests {
  private func drawing(_ direction: TextRun.Direction) -> Drawing {
    var drawing = Drawing(identifier: "d", width: 100, height: 50)
    drawing.commands = [
      .text(
        TextRun(
          text: "x", font: Font(family: "DejaVu Sans", size: 10, isItalic: true),
          color: Color(0x000000), origin: Point(x: 50, y: 30), direction: direction))
    ]
    return drawing
  }

  /// A fifth of the height to the right: with y downwards as in SVG -0.2, and turned as the text is.
  @Test func lettersLean() throws {
    let level = String(
      decoding: VectorWriter.file(drawing(.horizontal), textForm: .outlines), as: UTF8.self)
    #expect(level.contains("translate(50 30) matrix(1 0 -.2 1 0 0)\""))
    let turned = String(
      decoding: VectorWriter.file(drawing(.upwards), textForm: .outlines), as: UTF8.self)
    #expect(turned.contains("translate(50 30) rotate(-90) matrix(1 0 -.2 1 0 0)\""))
    let text = String(
      decoding: VectorWriter.file(drawing(.upwards), textForm: .text), as: UTF8.self)
    #expect(text.contains("font-style=\"italic\"") && !text.contains("matrix"))
  }

  /// The text's matrix (ISO 32000-1, 9.4.2): lean, then turn.
  @Test func documentsLeanInTheirMatrix() {
    for (direction, matrix) in [
      (TextRun.Direction.horizontal, "1 0 .2 1 5000 2000 Tm"), (.upwards, "0 1 -1 .2 5000 2000 Tm"),
    ] {
      var page = PageContent(height: 50)
      guard case .text(let run) = drawing(direction).commands[0] else { continue }
      page.beginText(run, slant: 0.2, characters: nil)
      #expect(String(decoding: page.bytes, as: UTF8.self).contains(matrix))
    }
  }

  /// Width and places do not depend on whether a package with leaning letters is installed.
  @Test func leaningTextIsAsWideAsUprightText() {
    let engine = TextEngine()
    let upright = engine.extents(of: "beta", in: Font(family: "DejaVu Sans", size: 10))
    let italic = Font(family: "DejaVu Sans", size: 10, isItalic: true)
    #expect(engine.extents(of: "beta", in: italic) == upright)
    #expect(engine.slant(of: italic) == 0.2)
  }

  @Test func pictureAndDocumentHoldTheSameSlant() throws {
    // Right of an upright l of the same place, a leaning one has ink in its upper half.
    let canvas = try CairoRenderer(resolution: 144).render(drawing(.horizontal), as: .png)
    var upright = drawing(.horizontal)
    if case .text(var run) = upright.commands[0] {
      run.font.isItalic = false
      upright.commands = [.text(run)]
    }
    #expect(canvas != (try CairoRenderer(resolution: 144).render(upright, as: .png)))
  }
}
