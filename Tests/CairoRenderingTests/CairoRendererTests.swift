import Foundation
import FoundationXML
import Plotting
import Testing

@testable import CairoRendering

/// A two-panel loss figure with the names of series and the texts given.
func lossFigure(
  id: String = "loss", names: [String] = ["Adam", "Nadam"], style: FigureStyle = .screen
) -> Figure {
  let epochs = (0...200).map(Double.init)
  let marks = names.enumerated().flatMap { index, name -> [Mark] in
    let style = SeriesStyle(index: index)
    let losses = epochs.map { 2800 + 25_000 / (1 + $0 * Double(index + 1) / 20) }
    return [
      .band(
        BandMark(
          x: epochs, lower: losses.map { $0 * 0.9 }, upper: losses.map { $0 * 1.1 }, style: style)),
      .line(LineMark(name, x: epochs, y: losses, style: style)),
    ]
  }
  let panels = ["Training", "Validation"].map { title in
    Panel(
      title: title, x: Axis("Epoch", isWhole: true), y: Axis("Loss", scale: .logarithmic),
      marks: marks)
  }
  return Figure(
    id: id, panels: panels, sharesY: true, style: style,
    alternativeText: "Loss <of> \"\(names.joined(separator: "\" & \""))\"",
    description: "Median & quartiles")
}

@Suite struct CairoRendererTests {
  private let renderer = CairoRenderer()

  /// Collects the ids and references of an SVG.
  private final class Reader: NSObject, XMLParserDelegate {
    var ids: [String] = []
    var references: Set<String> = []
    var texts: [String: String] = [:]
    private var open: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      open.append(name)
      for (key, value) in attributes {
        if key == "id" { ids.append(value) }
        if key == "xlink:href", value.hasPrefix("#") {
          references.insert(String(value.dropFirst()))
        }
        if value.hasPrefix("url(#") {
          references.insert(String(value.dropFirst(5).dropLast()))
        }
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      texts[open.last ?? "", default: ""] += string
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
    }
  }

  private func read(_ svg: [UInt8]) throws -> Reader {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = reader
    try #require(parser.parse(), "not well-formed: \(String(describing: parser.parserError))")
    return reader
  }

  @Test func svgIsWellFormedAndSaysWhatItShows() throws {
    let svg = try renderer.render(lossFigure(), as: .svg)
    let reader = try read(svg)
    #expect(reader.texts["title"] == "Loss <of> \"Adam\" & \"Nadam\"")
    #expect(reader.texts["desc"] == "Median & quartiles")
    let text = String(decoding: svg, as: UTF8.self)
    #expect(
      text.contains(
        " role=\"img\" aria-labelledby=\"loss-title\" aria-describedby=\"loss-desc\">"))
    #expect(!text.contains("font-family"))
    #expect(!text.contains("<text"))
  }

  /// A few words are the title, which browsers show over a picture and viewers of documents over their window.
  @Test func theSubjectIsTheTitle() throws {
    var figure = lossFigure()
    figure.subject = "Loss (p)"
    figure.alternativeText = "Loss on p"
    #expect(try read(renderer.render(figure, as: .svg)).texts["title"] == "Loss (p)")
    let (title, words) = (DocumentObjects.string("Loss (p)"), DocumentObjects.string("Loss on p"))
    let document = String(decoding: try renderer.render(figure, as: .pdf), as: UTF8.self)
    #expect(document.contains("<< /Title \(title) /Subject \(words) /Producer (report) >>"))
    figure.subject = ""
    let other = String(decoding: try renderer.render(figure, as: .pdf), as: UTF8.self)
    #expect(other.contains("<< /Title \(words) /Producer (report) >>"))
  }

  @Test func svgIdsAreTheFiguresOwn() throws {
    let one = try read(renderer.render(lossFigure(id: "one"), as: .svg))
    let two = try read(renderer.render(lossFigure(id: "two"), as: .svg))
    for (reader, prefix) in [(one, "one-"), (two, "two-")] {
      #expect(reader.ids.count > 10)
      #expect(Set(reader.ids).count == reader.ids.count)
      #expect(reader.ids.allSatisfy { $0.hasPrefix(prefix) })
      #expect(!reader.references.isEmpty)
      #expect(reader.references.isSubset(of: reader.ids))
    }
  }

  @Test(arguments: FigureFormat.allCases)
  func aSecondRenderGivesTheSameBytes(format: FigureFormat) throws {
    let first = try renderer.render(lossFigure(), as: format)
    _ = try renderer.render(lossFigure(id: "other", names: ["x"]), as: format)
    #expect(try renderer.render(lossFigure(), as: format) == first)
  }

  @Test(arguments: FigureFormat.allCases)
  func severalThreadsGiveTheSameBytes(format: FigureFormat) async throws {
    let expected = try renderer.render(lossFigure(), as: format)
    let renderer = renderer
    let results = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 {
        group.addTask { try renderer.render(lossFigure(), as: format) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.allSatisfy { $0 == expected })
  }

  @Test func pngHoldsItsResolution() throws {
    let png = try CairoRenderer(resolution: 300).render(lossFigure(), as: .png)
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    // 7.2 inches at 300 pixels each.
    #expect(Array(png[16..<20]) == [0, 0, 0x08, 0x70])
    // 300 / 0.0254 = 11811 pixels per metre in both directions.
    #expect(
      Array(png[33..<54])
        == [0, 0, 0, 9] + Array("pHYs".utf8) + [0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1]
        + [0x78, 0xA5, 0x3F, 0x76])
    // The checksum of IEND, the same in every PNG file.
    #expect(Deflate.checksum(Array("IEND".utf8)) == 0xAE42_6082)
  }

  @Test func aMissingFontIsAnErrorThatNamesThePackage() {
    var style = FigureStyle.screen
    style.fontFamily = "No Such Family"
    let expected = RenderingError.missingFont(family: "No Such Family", package: nil)
    #expect(throws: expected) { try renderer.render(lossFigure(style: style), as: .svg) }
    #expect(throws: expected) { try CairoRenderer.fontFile(family: "No Such Family") }
    #expect(
      RenderingError.missingFont(
        family: "Noto Sans", package: FontPackage.package(of: "Noto Sans")
      ).description
        == "the font family 'Noto Sans' is not installed; on Debian: apt install fonts-noto-core")
  }

  @Test func aCanvasThatIsTooLargeIsAnError() {
    var style = FigureStyle.screen
    style.width = 200
    #expect(throws: RenderingError.self) { try renderer.render(lossFigure(style: style), as: .png) }
    #expect(throws: RenderingError.self) {
      try renderer.render(Drawing(identifier: "empty", width: 0, height: .nan), as: .svg)
    }
  }

  @Test(arguments: [
    "<b>bold</b> & \"quoted\" 'single' ]]>", "a\u{0}b\u{1}c\u{7F}", "two\nlines\u{2028}more",
    "\u{202E}gnitirw\u{202C}", "منحنى الخسارة", "학습 곡선", "🎉👩‍👩‍👧‍👦", "\u{FFFE}\u{FFFF}",
    String(repeating: "e\u{301}", count: 3000), "--><script>alert(1)</script>",
  ])
  func hostileTextNeitherCrashesNorInjects(text: String) throws {
    var figure = lossFigure(id: text, names: [text, "Adam"])
    figure.title = text
    figure.alternativeText = text
    figure.description = text
    figure.panels[0].title = text
    figure.panels[0].x.label = text
    figure.panels[0].y.label = text
    let svg = try renderer.render(figure, as: .svg)
    let reader = try read(svg)
    #expect(Set(reader.ids).count == reader.ids.count)
    #expect(!String(decoding: svg, as: UTF8.self).contains("<script"))
    #expect(!String(decoding: svg, as: UTF8.self).contains("<b>"))
    for format in [FigureFormat.png, .pdf] {
      #expect(try !renderer.render(figure, as: format).isEmpty)
    }
  }

  @Test func textIsMeasuredAlikeAtEveryScale() {
    let engine = TextEngine()
    for text in ["Validation loss", "AVAVA", "0.5\u{00D7}10"] {
      let small = engine.extents(of: text, in: Font(family: "DejaVu Sans", size: 7))
      let large = engine.extents(of: text, in: Font(family: "DejaVu Sans", size: 70))
      #expect(abs(large.width - 10 * small.width) < 0.01 * large.width, "\(text)")
    }
    #expect(engine.extents(of: "", in: Font(family: "DejaVu Sans", size: 9)).width == 0)
  }

  @Test func provenanceIsKnown() throws {
    let versions = CairoRenderer.versions
    #expect(versions.cairo.contains(".") && versions.pango.contains("."))
    let font = try CairoRenderer.fontFile(family: "DejaVu Sans")
    let installed = URL(fileURLWithPath: "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
    if let bytes = try? Data(contentsOf: installed) {
      #expect(font == Array(bytes))
    } else {
      // TrueType's first four bytes.
      #expect(font.starts(with: [0, 1, 0, 0]))
    }
  }
}
