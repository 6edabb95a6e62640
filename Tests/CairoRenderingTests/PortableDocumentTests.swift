import Foundation
import Plotting
import Testing

@testable import CairoRendering

/// PDF files as their specification (ISO 32000-1) wants them.
@Suite struct PortableDocumentTests {
  private func text(_ bytes: [UInt8]) -> String {
    String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// Written by hand from the specification's chapters 8.4 and 8.5: y grows upwards, and nothing
  /// is set twice.
  @Test func aPageHoldsPathsInHundredths() {
    let blue = Color(0x0000FF)
    var page = PageContent(height: 100)
    let pen = Stroke(color: blue, width: 0.5, dash: [3, 1.5])
    page.stroke(Path(through: [Point(x: 1, y: 2), Point(x: 3.456, y: 100)]), pen)
    page.pushClip(Rectangle(x: 10, y: 20, width: 30, height: 40))
    page.stroke(Path(through: [Point(x: 0, y: 0), Point(x: 5, y: -5)]), pen)
    page.fill(
      Path([
        .move(Point(x: 0, y: 0)),
        .curve(Point(x: 1, y: 1), Point(x: 2, y: 2), Point(x: 3, y: 3)), .close,
      ]), blue.with(opacity: 0.2))
    page.popClip()
    page.fill(Path(through: [Point(x: 7, y: 7)]), Color(0xFF0000))
    #expect(
      text(page.bytes) == """
        0.01 0 0 0.01 0 0 cm 1 j
        0 0 1 RG
        50 w
        [300 150] 0 d
        100 9800 m
        346 0 l
        S
        q
        1000 8000 m
        4000 8000 l
        4000 4000 l
        1000 4000 l
        h
        W n
        0 10000 m
        500 10500 l
        S
        /A0 gs
        0 0 1 rg
        0 10000 m
        100 9900 200 9800 300 9700 c
        h
        f
        Q
        1 0 0 rg
        700 9300 m
        f

        """)
    #expect(page.opacities == [0.2])
  }

  /// Every object lies where the table of contents says.
  @Test func theTableOfContentsIsRight() throws {
    let file = text(try CairoRenderer().render(KindSamples.figure("contour"), as: .pdf))
    #expect(file.hasPrefix("%PDF-1."))
    let place = try #require(file.components(separatedBy: "startxref\n").last)
    let start = try #require(Int(place.prefix { $0.isNumber }))
    let scalars = Array(file.unicodeScalars)
    func rest(from offset: Int, count: Int) -> String {
      String(String.UnicodeScalarView(scalars[offset..<min(scalars.count, offset + count)]))
    }
    let lines = rest(from: start, count: scalars.count - start).split(separator: "\n")
    #expect(lines.first == "xref")
    let entries = lines.filter { $0.hasSuffix(" n ") }
    #expect(entries.count > 10)
    for (index, entry) in entries.enumerated() {
      #expect(entry.count == 19)
      let offset = try #require(Int(entry.prefix(10)))
      #expect(rest(from: offset, count: 12).hasPrefix("\(index + 1) 0 obj\n"))
    }
  }

  /// No clock and no machine in the file, and no date that would be a lie.
  @Test func theFileTellsNoTime() throws {
    let file = text(try CairoRenderer().render(KindSamples.figure("heat-map"), as: .pdf))
    #expect(!file.contains("Date"))
    #expect(file.contains("/Producer (report)"))
  }

  @Test func pagesWithoutTranslucentColoursHaveNoGroup() throws {
    var drawing = Drawing(identifier: "plain", width: 10, height: 10)
    drawing.commands = [.fill(Path(Rectangle(x: 1, y: 1, width: 2, height: 2)), Color(0x00FF00))]
    let plain = text(try CairoRenderer().render(drawing, as: .pdf))
    #expect(!plain.contains("/Group") && !plain.contains("/ExtGState"))
    drawing.commands.append(
      .fill(
        Path(Rectangle(x: 2, y: 2, width: 2, height: 2)), Color(0x00FF00).with(opacity: 0.25)))
    let translucent = text(try CairoRenderer().render(drawing, as: .pdf))
    // pdfTeX warns of several pages with groups in one page, not of groups within them.
    let group = "/Group << /Type /Group /S /Transparency /CS /DeviceRGB >>"
    let parts = translucent.components(separatedBy: " obj\n").filter { $0.contains(group) }
    #expect(parts.count == 1 && parts[0].contains("/Subtype /Form"))
    #expect(translucent.contains("/A0 << /ca .25 /CA .25 >>"))
  }

  /// Programs that join documents take fonts of one name for one font (ISO 32000-1, 9.6.4).
  @Test func subsetsOfOtherGlyphsHaveOtherNames() throws {
    func name(_ words: String) throws -> String {
      let run = TextRun(
        text: words, font: Font(family: "DejaVu Sans", size: 9), color: Color(0),
        origin: Point(x: 1, y: 9))
      let drawing = Drawing(identifier: "a", width: 99, height: 9, commands: [.text(run)])
      let file = text(try CairoRenderer().render(drawing, as: .pdf))
      let rest = try #require(file.components(separatedBy: "/BaseFont /").last)
      return String(rest.prefix { $0 != " " })
    }
    let names = [try name("abc"), try name("abd"), try name("abca")]
    #expect(names[0] != names[1] && names[0] == names[2])
    for name in names {
      #expect(name.wholeMatch(of: /[A-Z]{6}\+DejaVuSans/) != nil, "\(name)")
    }
  }

  private static let lines = [
    "Validation loss, 10⁻³ × 0.5", "AVAVA To fi ffl", "منحنى الخسارة", "e\u{301}a\u{308}\u{323}",
    "(not) \\ a \"trick\" <b>", "β₁ = 0.9 − ε",
  ]

  /// What readers copy out of a file is what was written into it, also where glyphs are joined,
  /// stacked or read from right to left.
  @Test(
    .enabled(if: DocumentTests.hasPoppler, "skipped: needs pdftotext (apt install poppler-utils)"),
    arguments: lines, [TextRun.Direction.horizontal, .upwards])
  func textIsCopiedAsItWasWritten(line: String, direction: TextRun.Direction) throws {
    let run = TextRun(
      text: line, font: Font(family: "DejaVu Sans", size: 9), color: Color(0),
      origin: Point(x: 150, y: 280), direction: direction)
    let drawing = Drawing(
      identifier: "text", width: 400, height: 300, commands: [.text(run)])
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(try CairoRenderer().render(drawing, as: .pdf)).write(to: file)
    let copied = try DocumentTests.output(of: "pdftotext", [file.path, "-"])
    // Words of turned text come on lines of their own.
    let read = copied.split { $0.isWhitespace }.joined(separator: " ")
    #expect(
      read.precomposedStringWithCompatibilityMapping.filter { !Self.isMark($0) }
        == line.precomposedStringWithCompatibilityMapping)
  }

  /// Marks of reading direction, which pdftotext puts around what reads from right to left.
  private static func isMark(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x202A...0x202E).contains($0.value) }
  }
}
