import Plotting

/// Writes a drawing as SVG: short numbers, paths relative to their last point, each glyph once.
///
/// cairo's own SVG surface spends most of its time on printing coordinates with six decimals, and
/// numbers its ids across all figures of a process.
struct VectorWriter {
  private var bytes: [UInt8] = []
  private let prefix: String
  private var idCount = 0
  private let engine: TextEngine
  private let textForm: SVGTextForm
  private var glyphIDs: [TextEngine.GlyphKey: String] = [:]

  /// The file that shows `drawing`.
  static func file(_ drawing: Drawing, textForm: SVGTextForm) -> [UInt8] {
    var writer = VectorWriter(
      prefix: ScalableVectorGraphics.identifier(drawing.identifier), textForm: textForm)
    writer.write(drawing)
    return writer.bytes
  }

  private init(prefix: String, textForm: SVGTextForm) {
    self.prefix = prefix
    self.textForm = textForm
    engine = TextEngine()
  }

  private mutating func write(_ drawing: Drawing) {
    let points = drawing.commands.reduce(0) { sum, command in
      switch command {
      case .stroke(let path, _), .fill(let path, _): sum + path.elements.count
      default: sum + 20
      }
    }
    bytes.reserveCapacity(1024 + 12 * points)
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
    append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"")
    append(drawing.width)
    append("pt\" height=\"")
    append(drawing.height)
    append("pt\" viewBox=\"0 0 ")
    append(drawing.width)
    append(" ")
    append(drawing.height)
    append("\" version=\"1.1\"")
    append(ScalableVectorGraphics.opening(drawing, prefix: prefix))
    append("\n<rect width=\"100%\" height=\"100%\"")
    paint("fill", drawing.background)
    append("/>\n")
    var depth = 0
    for command in drawing.commands {
      switch command {
      case .stroke(let path, let stroke): write(path, stroke)
      case .fill(let path, let color): write(path, color)
      case .text(let run): write(run)
      case .pushClip(let box):
        pushClip(box)
        depth += 1
      case .popClip where depth > 0:
        append("</g>\n")
        depth -= 1
      case .popClip: break
      }
    }
    append(String(repeating: "</g>\n", count: depth) + "</svg>\n")
  }

  // MARK: Paths

  private mutating func write(_ path: Path, _ stroke: Stroke) {
    append("<path fill=\"none\" stroke-linejoin=\"round\"")
    paint("stroke", stroke.color)
    append(" stroke-width=\"")
    append(stroke.width)
    append("\"")
    if !stroke.dash.isEmpty {
      append(" stroke-dasharray=\"")
      for (index, length) in stroke.dash.enumerated() {
        if index > 0 { append(" ") }
        append(length)
      }
      append("\"")
    }
    append(" d=\"")
    append(path)
    append("\"/>\n")
  }

  private mutating func write(_ path: Path, _ color: Color) {
    append("<path")
    paint("fill", color)
    append(" d=\"")
    append(path)
    append("\"/>\n")
  }

  /// In hundredths of a point: a sixth of a pixel at 16 times the size of a screen's.
  private mutating func append(_ path: Path) {
    RelativePath.append(path, decimals: 2, to: &bytes)
  }

  private mutating func pushClip(_ box: Rectangle) {
    let id = nextID()
    append("<clipPath id=\"\(id)\"><rect x=\"")
    append(box.minX)
    append("\" y=\"")
    append(box.minY)
    append("\" width=\"")
    append(box.width)
    append("\" height=\"")
    append(box.height)
    append("\"/></clipPath>\n<g clip-path=\"url(#\(id))\">\n")
  }

  // MARK: Text

  private mutating func write(_ run: TextRun) {
    guard textForm == .outlines else { return writeAsText(run) }
    let glyphs = engine.glyphs(of: run.text, in: run.font)
    guard let outlines = engine.outlines(of: glyphs) else { return writeAsText(run) }
    for (glyph, outline) in zip(glyphs, outlines)
    where glyphIDs[glyph.key] == nil && !outline.elements.isEmpty {
      let id = nextID()
      glyphIDs[glyph.key] = id
      append("<defs><path id=\"\(id)\" d=\"")
      RelativePath.append(outline, decimals: 3, to: &bytes)
      append("\"/></defs>\n")
    }
    append("<g")
    paint("fill", run.color)
    place(run, slant: engine.slant(of: run.font))
    append(">")
    for glyph in glyphs {
      guard let id = glyphIDs[glyph.key] else { continue }
      append("<use xlink:href=\"#\(id)\" x=\"")
      append(glyph.origin.x)
      append("\"")
      if glyph.origin.y != 0 {
        append(" y=\"")
        append(glyph.origin.y)
        append("\"")
      }
      append("/>")
    }
    append("</g>\n")
  }

  /// As text, at the width that was measured even if another font is shown.
  private mutating func writeAsText(_ run: TextRun) {
    let text = TextEngine.printable(run.text)
    append("<text xml:space=\"preserve\" font-family=\"")
    append("\(ScalableVectorGraphics.escaped(run.font.family)), sans-serif\" font-size=\"")
    append(run.font.size)
    append(run.font.isBold ? "\" font-weight=\"bold\"" : "\"")
    if run.font.isItalic { append(" font-style=\"italic\"") }
    append(" lengthAdjust=\"spacingAndGlyphs\" textLength=\"")
    append(engine.extents(of: run.text, in: run.font).width)
    append("\"")
    paint("fill", run.color)
    place(run)
    append(">\(ScalableVectorGraphics.escaped(text))</text>\n")
  }

  private mutating func place(_ run: TextRun, slant: Double = 0) {
    append(" transform=\"translate(")
    append(run.origin.x)
    append(" ")
    append(run.origin.y)
    append(run.direction == .upwards ? ") rotate(-90)" : ")")
    if slant != 0 {
      append(" matrix(1 0 ")
      append(-slant)
      append(" 1 0 0)")
    }
    append("\"")
  }

  // MARK: Pieces

  private mutating func nextID() -> String {
    idCount += 1
    return "\(prefix)-\(idCount)"
  }

  private mutating func append(_ text: String) { bytes += Array(text.utf8) }

  private mutating func append(_ number: Double) {
    bytes.append(longest: TextCursor.longestNumber) { cursor in
      cursor.put(TextCursor.whole(number, units: 1000), decimals: 3)
    }
  }

  private mutating func paint(_ attribute: String, _ color: Color) {
    let code = [color.red, color.green, color.blue].map { part in
      let digits = String(Int((min(1, max(0, part)) * 255).rounded()), radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
    append(" \(attribute)=\"#\(code)\"")
    guard color.opacity < 1 else { return }
    append(" \(attribute)-opacity=\"")
    append(color.opacity)
    append("\"")
  }
}
