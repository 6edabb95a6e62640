import Foundation
import Plotting
import Testing

@testable import CairoRendering

/// Drawings that no figure makes, but that the interface takes.
@Suite struct HostileDrawingTests {
  private static let lengths = [
    Double.nan, .infinity, -.infinity, 1e300, -1e300, 1e17, -1e17, 1e-300, 0, 32_767,
  ]

  /// Everything that holds a length, with each of the lengths.
  private static var drawing: Drawing {
    var drawing = Drawing(identifier: "wild", width: 100, height: 50)
    for length in lengths {
      let points = [Point(x: length, y: -length), Point(x: 3, y: length), Point(x: length, y: 4)]
      var path = Path(through: points)
      path.elements += [.curve(points[0], points[1], points[2]), .close]
      let run = TextRun(
        text: "x²", font: Font(family: "DejaVu Sans", size: 9), color: Color(0), origin: points[0])
      let box = Rectangle(x: length, y: length, width: length, height: 2)
      drawing.commands += [
        .stroke(path, Stroke(color: Color(0, opacity: length), width: 1)), .fill(path, Color(0xFF)),
        .text(run), .pushClip(box), .stroke(path, Stroke(color: Color(0), width: length)), .popClip,
      ]
    }
    let pen = Stroke(color: Color(0), width: 1, dash: [1e-9, 0])
    drawing.commands += [.stroke(Path(), pen), .fill(Path(), Color(0))]
    return drawing
  }

  @Test func noLengthBreaksAnSVG() throws {
    let svg = String(
      decoding: try CairoRenderer().render(Self.drawing, as: .svg), as: UTF8.self)
    #expect(svg.contains(" d=\"M0 0l"))
    #expect(svg.contains("10000000"))
    #expect(!svg.contains("nan") && !svg.contains("inf"))
  }

  /// An integer in a PDF file is at most 2³¹ − 1 (ISO 32000-1, Annex C).
  @Test func noLengthBreaksAPDF() throws {
    let pdf = try CairoRenderer().render(Self.drawing, as: .pdf)
    #expect(pdf.starts(with: Array("%PDF-1.".utf8)))
    var page = PageContent(height: 1e300)
    for command in Self.drawing.commands {
      if case .stroke(let path, let stroke) = command { page.stroke(path, stroke) }
      if case .fill(let path, let color) = command { page.fill(path, color) }
    }
    let text = String(decoding: page.bytes, as: UTF8.self)
    let numbers = text.split { $0 == " " || $0.isNewline || $0 == "[" || $0 == "]" }
      .compactMap { Double($0) }
    #expect(numbers.count > 200)
    #expect(numbers.allSatisfy { abs($0) <= 2_147_483_647 })
    // Neither a path without points nor dashes without length: both would be errors.
    #expect(!text.contains("\nS\nS") && !text.contains("[0"))
  }

  @Test(arguments: [0, 1e-300]) func textOfNoSizeIsWritten(size: Double) throws {
    let run = TextRun(
      text: "abc", font: Font(family: "DejaVu Sans", size: size), color: Color(0),
      origin: Point(x: 1, y: 1))
    let drawing = Drawing(identifier: "none", width: 9, height: 9, commands: [.text(run)])
    for format in FigureFormat.allCases {
      #expect(try !CairoRenderer().render(drawing, as: format).isEmpty)
    }
  }

  private static let titles = [
    "((()\\)(((\\) \\(a\\ (not closed", "𝒳𝔸𝛼 𐍈 𝟘", "منحنى abc עברית (x)", "x\u{0}y\u{1B}\u{2028}z",
    "👨‍👩‍👧‍👦 ok", "\u{200B}\u{200D}", "\u{E000}\u{10FFFD}\u{FFFE}", "학습 곡선",
    "a" + String(repeating: "\u{301}", count: 3000), String(repeating: "long ", count: 3000),
  ]

  /// Whatever a drawing holds, other programs find no fault with the file.
  @Test(
    .enabled(if: DocumentTests.tool("qpdf") != nil, "skipped: needs qpdf (apt install qpdf)"),
    arguments: [drawing] + titles.map(titled))
  func filesAreSound(drawing: Drawing) throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(try CairoRenderer().render(drawing, as: .pdf)).write(to: file)
    let words = try DocumentTests.output(of: "qpdf", ["--check", file.path])
    #expect(words.contains("No syntax or stream encoding errors found"), "\(words)")
  }

  private static func titled(_ title: String) -> Drawing {
    let runs = [TextRun.Direction.horizontal, .upwards].map { direction in
      TextRun(
        text: title, font: Font(family: "DejaVu Sans", size: 9), color: Color(0),
        origin: Point(x: 20, y: 90), direction: direction)
    }
    return Drawing(
      identifier: "title", alternativeText: title, width: 400, height: 100,
      commands: runs.map { .text($0) })
  }
}
