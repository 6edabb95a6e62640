import Plotting
import Testing

@testable import CairoRendering

@Suite struct PostScriptTests {
  private var drawing: Drawing {
    var drawing = Drawing(identifier: "d", width: 100.7, height: 50.2)
    drawing.commands = [
      .pushClip(Rectangle(x: 0, y: 0, width: 90, height: 40)),
      .fill(Path(Rectangle(x: 10, y: 10, width: 30, height: 20)), Color(0xFF0000, opacity: 0.2)),
      .fill(Path(Rectangle(x: 20, y: 10, width: 30, height: 20)), Color(0x0000FF, opacity: 0.2)),
      .stroke(
        Path(through: [Point(x: 0, y: 0), Point(x: 50, y: 40)]),
        Stroke(color: Color(0x000000, opacity: 0.5), width: 1)), .popClip,
      .text(
        TextRun(
          text: "slanted", font: Font(family: "DejaVu Sans", size: 9, isItalic: true),
          color: Color(0x000000), origin: Point(x: 5, y: 45))),
      .text(
        TextRun(
          text: "upright", font: Font(family: "DejaVu Sans", size: 9),
          color: Color(0x000000), origin: Point(x: 50, y: 45))),
    ]
    return drawing
  }

  @Test func theFileHasNoTimeNoImageAndNoWiderBox() throws {
    let bytes = try CairoRenderer().render(drawing, as: .eps)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("%!PS-Adobe-3.0 EPSF-3.0\n"))
    #expect(text.contains("\n%%BoundingBox: 0 0 100 50\n%%HiResBoundingBox: 0 0 100.7 50.2\n"))
    #expect(!text.contains("CreationDate"))
    // The procedure's definition, and no use of it.
    #expect(text.ranges(of: "cairo_image\n").isEmpty)
    #expect(text.contains("/FontType 42") && !text.contains("/FontType 3"))
    #expect(try CairoRenderer().render(drawing, as: .eps) == bytes)
  }

  /// By hand: a fifth of red on white is (1, 0.8, 0.8), a fifth of blue on that (0.8, 0.64, 0.84).
  @Test func overlapsAreMixed() {
    var mixture = OpaqueMixture(on: Color(0xFFFFFF))
    let (one, two) = (Path(Rectangle(x: 0, y: 0, width: 2, height: 1)), Path())
    let first = mixture.fillings(of: one, Color(0xFF0000, opacity: 0.2))
    #expect(first.map(\.clips) == [[]])
    #expect(isNear(first[0].color, [1, 0.8, 0.8]))
    let second = mixture.fillings(of: two, Color(0x0000FF, opacity: 0.2))
    #expect(second.map(\.clips) == [[], [one]])
    #expect(isNear(second[0].color, [0.8, 0.8, 1]))
    #expect(isNear(second[1].color, [0.8, 0.64, 0.84]))
    #expect(mixture.fillings(of: two, Color(0, opacity: 0.5)).map(\.clips.count) == [0, 1, 1, 2])
    // No more than three are kept: the next ones lie over eight mixtures, and no more.
    for _ in 0..<2 { #expect(mixture.fillings(of: two, Color(0, opacity: 0.5)).count == 8) }
    mixture.forget()
    #expect(mixture.fillings(of: two, Color(0, opacity: 0.5)).count == 1)
  }

  private func isNear(_ color: Color, _ parts: [Double]) -> Bool {
    zip([color.red, color.green, color.blue], parts).allSatisfy { abs($0 - $1) < 1e-12 }
      && color.opacity == 1
  }
}
