import CCairo
import Plotting

/// Writes a drawing as a PDF file of one page with TrueType fonts embedded.
///
/// cairo's own PDF surface spends most of its time on printing coordinates with six decimals and
/// on compressing them.
struct DocumentWriter {
  private let engine = TextEngine()
  private var page: PageContent
  /// The fonts in the order of their first use: `/F0`, `/F1`, ...
  private var fonts: [EmbeddedFont] = []
  private var places: [OpaquePointer: Int] = [:]

  /// The file that shows `drawing`; nil if one of its texts needs a font that is not of the kind
  /// that is embedded, e.g. PostScript outlines or pictures.
  static func file(_ drawing: Drawing) throws(RenderingError) -> [UInt8]? {
    var writer = DocumentWriter(page: PageContent(height: drawing.height))
    guard writer.write(drawing) else { return nil }
    return try writer.file(drawing)
  }

  private init(page: PageContent) { self.page = page }

  private mutating func write(_ drawing: Drawing) -> Bool {
    page.fill(
      Path(Rectangle(x: 0, y: 0, width: drawing.width, height: drawing.height)),
      drawing.background)
    for command in drawing.commands {
      switch command {
      case .stroke(let path, let stroke): page.stroke(path, stroke)
      case .fill(let path, let color): page.fill(path, color)
      case .text(let run): guard write(run) else { return false }
      case .pushClip(let box): page.pushClip(box)
      case .popClip: page.popClip()
      }
    }
    page.finish()
    return true
  }

  // MARK: Text

  /// Glyphs of one font in one row.
  private struct Piece {
    let font: Int
    let rise: Double
    /// Hexadecimal strings with the moves between them; the last one is open.
    var strings = "<"
  }

  private mutating func write(_ run: TextRun) -> Bool {
    let size = run.font.size
    var pieces: [Piece] = []
    var isFaithful = true
    // Where the pen stands, in thousandths of the font's size: PDF adds up rounded widths.
    var pen = 0
    for glyph in engine.glyphs(of: run.text, in: run.font) {
      guard glyph.key.glyph != TextEngine.emptyGlyph else { continue }
      guard let font = place(of: glyph.key) else { return false }
      let (code, tells) = fonts[font].code(of: glyph.key.glyph, for: glyph.characters)
      isFaithful = isFaithful && tells
      let rise = -glyph.origin.y
      if pieces.last.map({ $0.font != font || $0.rise != rise }) ?? true {
        pieces.append(Piece(font: font, rise: rise))
      }
      let last = pieces.count - 1
      let place = TextCursor.whole(glyph.origin.x / size, units: 1000)
      if pen != place { pieces[last].strings += ">\(pen - place)<" }
      pieces[last].strings += DocumentObjects.hexadecimal(code)
      pen = place + fonts[font].width(of: code)
    }
    guard !pieces.isEmpty else { return true }
    page.beginText(
      run, slant: engine.slant(of: run.font),
      characters: isFaithful ? nil : TextEngine.printable(run.text))
    for piece in pieces {
      page.showText(font: "F\(piece.font)", size: size, rise: piece.rise, piece.strings + ">")
    }
    page.endText(hasCharacters: !isFaithful)
    return true
  }

  /// The place in `fonts` of the font that a glyph belongs to; nil if it cannot be embedded.
  private mutating func place(of key: TextEngine.GlyphKey) -> Int? {
    guard key.glyph <= UInt32(UInt16.max), let font = engine.fonts[key.font],
      let face = hb_font_get_face(pango_font_get_hb_font(font))
    else { return nil }
    if let place = places[face] { return place }
    guard let known = FontFace(face) else { return nil }
    places[face] = fonts.count
    fonts.append(EmbeddedFont(known))
    return fonts.count - 1
  }

  // MARK: File

  private func file(_ drawing: Drawing) throws(RenderingError) -> [UInt8] {
    var objects = DocumentObjects()
    let catalog = objects.reserve()
    let information = objects.reserve()
    let pages = objects.reserve()
    let leaf = objects.reserve()
    let numbers = fonts.map { _ in objects.reserve() }
    // No time of making: the same figure gives the same bytes.
    let words = drawing.alternativeText
    let title = drawing.subject.isEmpty ? words : drawing.subject
    let entries = [("Title", title), ("Subject", title == words ? "" : words)]
      .filter { !$0.1.isEmpty }.map { " /\($0.0) \(DocumentObjects.string($0.1))" }
    objects.write(information, "<<\(entries.joined()) /Producer (report) >>")
    objects.write(catalog, "<< /Type /Catalog /Pages \(pages) 0 R >>")
    objects.write(pages, "<< /Type /Pages /Kids [\(leaf) 0 R] /Count 1 >>")
    try writePage(leaf, of: pages, drawing, resources: resources(fonts: numbers), to: &objects)
    for (font, number) in zip(fonts, numbers) { try font.write(number, to: &objects) }
    return objects.file(catalog: catalog, information: information)
  }

  /// Writes the page and what it shows.
  ///
  /// Translucent colours are mixed as red, green and blue, also on a page that is printed in other
  /// inks: a group says so. It is that of a form which the page shows, not the page's own: TeX warns
  /// of two figures whose pages have groups.
  private func writePage(
    _ leaf: Int, of pages: Int, _ drawing: Drawing, resources: String,
    to objects: inout DocumentObjects
  ) throws(RenderingError) {
    let content = objects.reserve()
    let box =
      "[0 0 \(PageContent.number(drawing.width)) \(PageContent.number(drawing.height))]"
    func write(_ resources: String) {
      objects.write(
        leaf,
        "<< /Type /Page /Parent \(pages) 0 R /MediaBox \(box) /Contents \(content) 0 R"
          + " /Resources << \(resources)>> >>")
    }
    guard page.opacities.contains(where: { $0 < 1 }) else {
      write(resources)
      return try objects.write(content, stream: page.bytes, level: .quick)
    }
    let form = objects.reserve()
    write("/XObject << /G \(form) 0 R >> ")
    try objects.write(content, stream: Array("/G Do".utf8))
    try objects.write(
      form, stream: page.bytes, level: .quick,
      entries: "/Type /XObject /Subtype /Form /BBox \(box) /Resources << \(resources)>>"
        + " /Group << /Type /Group /S /Transparency /CS /DeviceRGB >>")
  }

  private func resources(fonts numbers: [Int]) -> String {
    var entries = ""
    if !numbers.isEmpty {
      let fonts = numbers.enumerated().map { "/F\($0) \($1) 0 R" }.joined(separator: " ")
      entries += "/Font << \(fonts) >> "
    }
    if !page.opacities.isEmpty {
      let states = page.opacities.enumerated().map { place, opacity in
        let share = PageContent.number(min(1, max(0, opacity)))
        return "/A\(place) << /ca \(share) /CA \(share) >>"
      }.joined(separator: " ")
      entries += "/ExtGState << \(states) >> "
    }
    return entries
  }
}
