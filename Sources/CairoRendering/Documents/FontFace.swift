import CCairo

/// A TrueType font as HarfBuzz reads it: names, measures, and the file with fewer glyphs.
final class FontFace {
  private let face: OpaquePointer
  /// At the size at which a unit of the font is a unit of length.
  private let font: OpaquePointer?
  /// The font's units to its size, usually 1000 or 2048.
  let unitsPerEm: Double

  /// Takes hold of a HarfBuzz face; nil unless it holds TrueType outlines without variations,
  /// which can be embedded as they are.
  init?(_ face: OpaquePointer) {
    guard Self.tables(of: face).contains(Self.code("glyf")), hb_ot_var_has_data(face) == 0 else {
      return nil
    }
    self.face = hb_face_reference(face)
    font = hb_font_create(face)
    unitsPerEm = max(1, Double(hb_face_get_upem(face)))
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  // MARK: Measures in thousandths of the font's size

  func advance(of glyph: UInt32) -> Int { thousandths(hb_font_get_glyph_h_advance(font, glyph)) }

  /// How far lines reach up, and down as a negative number.
  var extents: (ascent: Int, descent: Int) {
    var extents = hb_font_extents_t()
    hb_font_get_h_extents(font, &extents)
    return (thousandths(extents.ascender), thousandths(extents.descender))
  }

  /// The height of capital letters.
  var capHeight: Int {
    var height: Int32 = 0
    let isKnown = hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &height)
    return isKnown != 0 ? thousandths(height) : extents.ascent
  }

  /// The box that holds every glyph: smallest x and y, largest x and y.
  var box: [Int] {
    let head = Self.bytes(of: hb_face_reference_table(face, Self.code("head")))
    // Four signed 16-bit numbers from byte 36 on (OpenType, `head`).
    return stride(from: 36, to: 44, by: 2).map { place in
      guard place + 1 < head.count else { return 0 }
      return thousandths(Int16(bitPattern: UInt16(head[place]) << 8 | UInt16(head[place + 1])))
    }
  }

  private func thousandths(_ units: some BinaryInteger) -> Int {
    Int((Double(units) * 1000 / unitsPerEm).rounded())
  }

  // MARK: Name and data

  /// The font's PostScript name, of letters, digits and `-`.
  var name: String {
    var length: UInt32 = 128
    var buffer = [CChar](repeating: 0, count: Int(length))
    let id = hb_ot_name_id_t(HB_OT_NAME_ID_POSTSCRIPT_NAME)
    hb_ot_name_get_utf8(face, id, nil, &length, &buffer)
    let letters = buffer.prefix(Int(length)).map { Unicode.Scalar(UInt8(bitPattern: $0)) }.filter {
      switch $0 {
      case "a"..."z", "A"..."Z", "0"..."9", "-": true
      default: false
      }
    }
    return letters.isEmpty ? "Font" : String(String.UnicodeScalarView(letters))
  }

  /// The font file with no other glyphs than `glyphs` and what they are made of, and each one's
  /// number in it.
  func subset(_ glyphs: [UInt32]) throws(RenderingError) -> (file: [UInt8], glyphs: [UInt32]) {
    guard let input = hb_subset_input_create_or_fail() else { throw .cairo("no memory") }
    defer { hb_subset_input_destroy(input) }
    let wanted = hb_subset_input_glyph_set(input)
    for glyph in glyphs { hb_set_add(wanted, glyph) }
    hb_subset_input_set_flags(input, UInt32(HB_SUBSET_FLAGS_NO_HINTING.rawValue))
    // A page shows glyphs by number and place: tables for laying out text are not needed.
    let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    let needed = ["glyf", "loca", "head", "hhea", "hmtx", "maxp"].map(Self.code)
    for table in Self.tables(of: face) where !needed.contains(table) { hb_set_add(dropped, table) }
    guard let plan = hb_subset_plan_create_or_fail(face, input) else { throw .noSubset(font: name) }
    defer { hb_subset_plan_destroy(plan) }
    guard let made = hb_subset_plan_execute_or_fail(plan) else { throw .noSubset(font: name) }
    defer { hb_face_destroy(made) }
    let numbers = hb_subset_plan_old_to_new_glyph_mapping(plan)
    return (Self.bytes(of: hb_face_reference_blob(made)), glyphs.map { hb_map_get(numbers, $0) })
  }

  private static func code(_ tag: String) -> UInt32 {
    tag.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func tables(of face: OpaquePointer) -> [UInt32] {
    var count = hb_face_get_table_tags(face, 0, nil, nil)
    var tags = [UInt32](repeating: 0, count: Int(count))
    hb_face_get_table_tags(face, 0, &count, &tags)
    return tags
  }

  /// The bytes of `blob`, which is given back.
  static func bytes(of blob: OpaquePointer?) -> [UInt8] {
    guard let blob else { return [] }
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let start = hb_blob_get_data(blob, &length) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(length)))
  }
}
