import CCairo
import Plotting

extension TextEngine {
  /// A glyph of a font at a size.
  struct GlyphKey: Hashable {
    let font: OpaquePointer
    let glyph: UInt32
  }

  /// A glyph in its place on a line.
  struct Glyph {
    let key: GlyphKey
    /// From the start of the line's baseline, in points, downwards.
    let origin: Point
    /// The characters that it alone stands for; nil if other glyphs stand for them too.
    let characters: String?
  }

  /// What Pango sets for characters that show nothing (`PANGO_GLYPH_EMPTY`).
  static let emptyGlyph: UInt32 = 0x0FFF_FFFF

  /// The glyphs of one line of `text`, from left to right.
  func glyphs(of text: String, in font: Font) -> [Glyph] {
    set(text, font)
    let scale = Double(PANGO_SCALE)
    var glyphs: [Glyph] = []
    var x = 0.0
    guard let line = pango_layout_get_line_readonly(layout, 0) else { return [] }
    let characters = Array(Self.printable(text).utf8)
    var node = line.pointee.runs
    while let entry = node {
      defer { node = entry.pointee.next }
      guard let data = entry.pointee.data else { continue }
      let run = data.assumingMemoryBound(to: PangoGlyphItem.self).pointee
      guard let item = run.item, let string = run.glyphs, let face = item.pointee.analysis.font
      else { continue }
      let clusters = Self.clusters(of: string, in: item)
      for index in 0..<Int(string.pointee.num_glyphs) {
        let info = string.pointee.glyphs[index]
        glyphs.append(
          Glyph(
            key: GlyphKey(font: keep(face), glyph: info.glyph),
            origin: Point(
              x: x + Double(info.geometry.x_offset) / scale,
              y: Double(info.geometry.y_offset) / scale),
            characters: clusters[index].map { String(decoding: characters[$0], as: UTF8.self) }))
        x += Double(info.geometry.width) / scale
      }
    }
    return glyphs
  }

  /// The range of bytes that each glyph of `string` alone stands for.
  private static func clusters(
    of string: UnsafeMutablePointer<PangoGlyphString>, in item: UnsafeMutablePointer<PangoItem>
  ) -> [Range<Int>?] {
    let count = Int(string.pointee.num_glyphs)
    guard let offsets = string.pointee.log_clusters else {
      return [Range<Int>?](repeating: nil, count: count)
    }
    let (start, length) = (Int(item.pointee.offset), Int(item.pointee.length))
    // Glyphs go from left to right: their characters go backwards where these are read so.
    let step = item.pointee.analysis.level % 2 == 0 ? 1 : -1
    func offset(_ index: Int) -> Int? {
      (0..<count).contains(index) ? Int(offsets[index]) : nil
    }
    return (0..<count).map { index in
      let first = Int(offsets[index])
      let end = offset(index + step) ?? length
      let isShared = end <= first || offset(index - step) == first
      return isShared ? nil : start + first..<start + end
    }
  }
}
