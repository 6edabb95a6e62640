import Foundation
import FoundationXML
import Plotting
import Testing

@testable import CairoRendering

/// What other programs read out of the files.
@Suite struct DocumentTests {
  static let folders = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]

  static func tool(_ name: String) -> String? {
    folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
  }

  static var hasPoppler: Bool { tool("pdffonts") != nil && tool("pdftotext") != nil }

  static func output(of name: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(tool(name)))
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test(
    .enabled(if: hasPoppler, "skipped: needs pdffonts and pdftotext (apt install poppler-utils)"),
    arguments: KindSamples.names)
  func pdfHoldsItsFontsAndItsText(name: String) throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    let pdf = try CairoRenderer().render(KindSamples.figure(name), as: .pdf)
    try Data(pdf).write(to: file)
    // Columns: name, type, encoding, emb, sub, uni, object.
    let fonts = try Self.output(of: "pdffonts", [file.path]).split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts {
      let columns = font.split(separator: " ").suffix(5).prefix(3)
      #expect(columns == ["yes", "yes", "yes"], "\(font)")
    }
    let text = try Self.output(of: "pdftotext", [file.path, "-"])
    let words = ["sensitivity": "learning rate", "heat-map": "momentum", "contour": "optimum"]
    #expect(text.contains(try #require(words[name])))
  }

  /// The values of all attributes `id` and the texts of elements `text`.
  private final class Reader: NSObject, XMLParserDelegate {
    var ids: [String] = []
    var texts: [String] = []
    private var isText = false

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      if let id = attributes["id"] { ids.append(id) }
      isText = name == "text"
      if isText { texts.append("") }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if isText { texts[texts.count - 1] += string }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      isText = false
    }
  }

  private func read(_ xml: String) throws -> Reader {
    let reader = Reader()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    return reader
  }

  @Test func figuresInOnePageShareNoIDs() throws {
    let inlined = try KindSamples.names.map { name in
      let svg = try CairoRenderer().render(KindSamples.figure(name), as: .svg)
      let text = String(decoding: svg, as: UTF8.self)
      let start = try #require(text.range(of: "<svg"))
      return String(text[start.lowerBound...])
    }
    let reader = try read("<html>\(inlined.joined())</html>")
    #expect(reader.ids.count > 30)
    #expect(Set(reader.ids).count == reader.ids.count)
  }

  @Test func svgTextIsAChoice() throws {
    var figure = KindSamples.figure("heat-map")
    figure.panels[0].x.label = "a < b & \"c\""
    let outlines = try CairoRenderer().render(figure, as: .svg)
    #expect(try read(String(decoding: outlines, as: UTF8.self)).texts.isEmpty)
    let renderer = CairoRenderer(svgText: .text)
    let reader = try read(String(decoding: renderer.render(figure, as: .svg), as: UTF8.self))
    let drawn = try renderer.drawing(of: figure).textRuns.map(\.text)
    #expect(reader.texts == drawn)
    #expect(drawn.contains("a < b & \"c\""))
  }

  @Test func pathsAreWrittenInShortSteps() {
    let points = [(1.004, 2), (1.504, 1.25), (10.5, -3), (10.5, -3.5)].map { Point(x: $0, y: $1) }
    var path = Path(through: Array(points[..<3]))
    path.elements += [.curve(points[0], points[1], points[3]), .close, .line(points[1])]
    var bytes: [UInt8] = []
    RelativePath.append(path, decimals: 2, to: &bytes)
    // Hundredths: (100, 200), (150, 125), (1050, -300), (1050, -350); after the end of the
    // part the pen is back at (100, 200).
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "M1 2l.5-.75 9-4.25c-9.5 5-9 4.25 0-.5zl.5-.75")
  }
}
