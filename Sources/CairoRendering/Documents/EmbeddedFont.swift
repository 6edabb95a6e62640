/// A font in a document: the glyphs that the page shows, under codes of their own
/// (ISO 32000-1, 9.7).
struct EmbeddedFont {
  private let face: FontFace
  /// The glyphs in the order of their first use; a glyph's code is one more than its place.
  private var glyphs: [UInt32] = []
  private var codes: [UInt32: UInt16] = [:]
  private var characters: [String?] = []
  private var widths: [Int] = []

  init(_ face: FontFace) { self.face = face }

  /// The code of `glyph`, and whether it stands for `text` wherever it is shown.
  mutating func code(of glyph: UInt32, for text: String?) -> (code: UInt16, isFaithful: Bool) {
    if let code = codes[glyph] {
      let place = Int(code) - 1
      if characters[place] == nil { characters[place] = text }
      return (code, text != nil && characters[place] == text)
    }
    glyphs.append(glyph)
    let code = UInt16(truncatingIfNeeded: glyphs.count)
    codes[glyph] = code
    characters.append(text)
    widths.append(face.advance(of: glyph))
    return (code, text != nil)
  }

  /// How far the glyph of `code` moves the pen, in thousandths of the font's size.
  func width(of code: UInt16) -> Int { widths[Int(code) - 1] }

  /// Writes the font's objects; the outermost has the number `number`.
  func write(_ number: Int, to objects: inout DocumentObjects) throws(RenderingError) {
    let (file, numbers) = try face.subset(glyphs)
    let name = "\(tag)+\(face.name)"
    let descendant = objects.reserve()
    let descriptor = objects.reserve()
    let data = objects.reserve()
    let map = objects.reserve()
    let texts = objects.reserve()
    objects.write(
      number,
      "<< /Type /Font /Subtype /Type0 /BaseFont /\(name) /Encoding /Identity-H"
        + " /DescendantFonts [\(descendant) 0 R] /ToUnicode \(texts) 0 R >>")
    objects.write(
      descendant,
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /\(name)"
        + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        + " /FontDescriptor \(descriptor) 0 R /CIDToGIDMap \(map) 0 R"
        + " /W [1 [\(widths.map(String.init).joined(separator: " "))]] >>")
    // Symbolic (4): the codes are the document's own. Nobody asks for the stems' width, but the
    // entry must be there.
    objects.write(
      descriptor,
      "<< /Type /FontDescriptor /FontName /\(name) /Flags 4"
        + " /FontBBox [\(face.box.map(String.init).joined(separator: " "))] /ItalicAngle 0"
        + " /Ascent \(face.extents.ascent) /Descent \(face.extents.descent)"
        + " /CapHeight \(face.capHeight) /StemV 80 /FontFile2 \(data) 0 R >>")
    try objects.write(data, stream: file, entries: "/Length1 \(file.count)")
    try objects.write(map, stream: [0, 0] + Self.bigEndian(numbers))
    try objects.write(texts, stream: Array(characterMap.utf8))
  }

  private static func bigEndian(_ numbers: [UInt32]) -> [UInt8] {
    numbers.flatMap { number -> [UInt8] in
      [UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
    }
  }

  /// Six letters that tell subsets of a font apart (9.6.4): made from the glyphs by FNV-1a.
  private var tag: String {
    var mixed: UInt64 = 0xCBF2_9CE4_8422_2325
    for glyph in glyphs { mixed = (mixed ^ UInt64(glyph)) &* 0x100_0000_01B3 }
    var letters = String.UnicodeScalarView()
    for _ in 0..<6 {
      letters.append(Unicode.Scalar(UInt8(65 + (mixed >> 32) % 26)))
      mixed = (mixed ^ (mixed >> 29)) &* 0x100_0000_01B3
    }
    return String(letters)
  }

  /// Which characters the codes stand for, so that text can be searched and copied (9.10.3).
  private var characterMap: String {
    let known = characters.enumerated().compactMap { place, text in
      text.map { (code: UInt16(place + 1), text: $0) }
    }
    var map = """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange

      """
    // At most 100 entries to a block.
    for start in stride(from: 0, to: known.count, by: 100) {
      let block = known[start..<min(start + 100, known.count)]
      map += "\(block.count) beginbfchar\n"
      for entry in block {
        let code = DocumentObjects.hexadecimal(entry.code)
        map += "<\(code)> <\(DocumentObjects.codeUnits(entry.text))>\n"
      }
      map += "endbfchar\n"
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
  }
}
