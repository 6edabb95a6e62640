import Foundation
import Plotting
import PlottingTestSupport
import Testing

@testable import CairoRendering

/// Pictures beside ones that were looked at, tile by tile: one wrong letter shows in its tile and
/// would be lost in the mean of a whole picture.
@Suite struct PictureTests {
  private func reference(_ name: String, filePath: String = #filePath) -> String {
    URL(fileURLWithPath: filePath).deletingLastPathComponent()
      .appendingPathComponent("References/\(name).png").path
  }

  @Test(arguments: KindSamples.names)
  func looksAsItDid(name: String) throws {
    let png = try CairoRenderer(resolution: 96).render(KindSamples.figure(name), as: .png)
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).png")
    try Data(png).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    if ProcessInfo.processInfo.environment["RECORD_PICTURES"] != nil {
      try Data(png).write(to: URL(fileURLWithPath: reference(name)))
    }
    let found = try #require(Picture(file: file.path))
    let expected = try #require(Picture(file: reference(name)))
    try #require(found.width == expected.width && found.height == expected.height)
    // Other versions of FreeType shade the edges of letters a little differently.
    #expect(found.largestTileDifference(expected) < 4)
  }

  /// Another program sees in our documents what it sees in those that cairo writes: glyphs, places,
  /// colours, dashes, limits, turned and raised text.
  @Test(
    .enabled(if: DocumentTests.tool("pdftoppm") != nil, "skipped: needs pdftoppm (poppler-utils)"),
    arguments: 0..<RandomFigures.kindCount)
  func documentsLookLikeThoseOfCairo(kind: Int) throws {
    var figures = RandomFigures(seed: UInt64(kind))
    // Letters of the font itself: others would make cairo write our document too.
    figures.words = ["Adam", "Nadam (pytorch)", "منحنى الخسارة", "validation loss", "β₁ To fi"]
    var figure = figures.next(ofKind: kind)
    figure.width = 3
    let drawing = try CairoRenderer().drawing(of: figure)
    let canvas = try CairoCanvas(drawing, format: .pdf, scale: 1)
    canvas.replay(drawing, text: TextEngine())
    let cairo = try picture(of: canvas.document())
    let ours = try picture(of: #require(try DocumentWriter.file(drawing)))
    try #require(ours.width == cairo.width && ours.height == cairo.height)
    #expect(ours.largestTileDifference(cairo) < 12)
  }

  /// Marks above and below a letter, in large.
  @Test(
    .enabled(if: DocumentTests.tool("pdftoppm") != nil, "skipped: needs pdftoppm (poppler-utils)"))
  func marksStandWhereCairoPutsThem() throws {
    let run = TextRun(
      text: "x\u{304}\u{301}q\u{323}", font: Font(family: "DejaVu Sans", size: 60), color: Color(0),
      origin: Point(x: 20, y: 80))
    let drawing = Drawing(identifier: "marks", width: 120, height: 120, commands: [.text(run)])
    let canvas = try CairoCanvas(drawing, format: .pdf, scale: 1)
    canvas.replay(drawing, text: TextEngine())
    let cairo = try picture(of: canvas.document())
    let ours = try picture(of: #require(try DocumentWriter.file(drawing)))
    #expect(ours.largestTileDifference(cairo) < 12)
  }

  /// The page of a PDF file at 96 pixels per inch, drawn three times as large: pdftoppm puts glyphs
  /// on whole pixels.
  private func picture(of document: [UInt8]) throws -> Picture {
    let name = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer {
      for file in ["\(name).pdf", "\(name).png"] {
        try? FileManager.default.removeItem(atPath: file)
      }
    }
    try Data(document).write(to: URL(fileURLWithPath: "\(name).pdf"))
    _ = try DocumentTests.output(
      of: "pdftoppm", ["-r", "288", "-png", "-singlefile", "\(name).pdf", name])
    return try #require(Picture(file: "\(name).png")).reduced(by: 3)
  }

  @Test func translucentCurvesAreEvenWhereTheirPiecesMeet() throws {
    let points = (0...300).map { Point(x: Double($0) / 3, y: 10) }
    let stroke = Stroke(color: Color(0x000000, opacity: 0.5), width: 4)
    let picture = try picture(of: Path(through: points), stroke)
    let middle = picture.grey[(10 * picture.width)..<(11 * picture.width)]
    // Half of black on white, in eight bits.
    #expect(middle.dropFirst().dropLast().allSatisfy { abs($0 - 127.5) <= 1 })
  }

  private func picture(of path: Path, _ stroke: Stroke) throws -> Picture {
    let drawing = Drawing(
      identifier: "line", width: 100, height: 20, commands: [.stroke(path, stroke)])
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).png")
    try Data(CairoRenderer(resolution: 72).render(drawing, as: .png)).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try #require(Picture(file: file.path))
  }

  @Test func dashesGoOnWhereTheirPiecesMeet() throws {
    let points = (0...300).map { Point(x: Double($0) / 3, y: 10) }
    let stroke = Stroke(color: Color(0), width: 4, dash: [7, 4])
    let inPieces = try picture(of: Path(through: points), stroke)
    let whole = try picture(of: Path(through: [points[0], points[300]]), stroke)
    #expect(inPieces.largestTileDifference(whole) < 1)
  }

  @Test func aWrongPictureIsSeen() throws {
    let one = try #require(Picture(file: reference("heat-map")))
    var other = one
    // A letter's worth of ink.
    for row in 3..<12 { for column in 3..<11 { other.grey[row * one.width + column] = 0 } }
    #expect(one.largestTileDifference(other) > 4)
  }
}
