import CCairo
import Plotting

/// What the system knows of a font family.
enum FontFile {
  /// Throws if `family` is not installed, or stands for different families on different machines:
  /// Pango would take another one without a word.
  static func require(_ family: String) throws(RenderingError) {
    if let suggestion = GenericFontFamily.suggestion(for: family) {
      throw .genericFont(family: family, suggestion: suggestion)
    }
    if !InstalledFamilies.contain(family) {
      throw .missingFont(family: family, package: FontPackage.package(of: family))
    }
  }

  /// The bytes of the font file that the regular face of `family` is drawn from.
  static func bytes(of family: String) throws(RenderingError) -> [UInt8] {
    try require(family)
    let map = pango_cairo_font_map_get_default()
    let context = pango_font_map_create_context(map)
    let description = pango_font_description_new()
    defer {
      pango_font_description_free(description)
      g_object_unref(UnsafeMutableRawPointer(context))
    }
    pango_font_description_set_family(description, family)
    pango_font_description_set_absolute_size(description, 10 * Double(PANGO_SCALE))
    guard let font = pango_font_map_load_font(map, context, description) else {
      throw .missingFont(family: family, package: FontPackage.package(of: family))
    }
    defer { g_object_unref(UnsafeMutableRawPointer(font)) }
    let face = hb_font_get_face(pango_font_get_hb_font(font))
    return FontFace.bytes(of: hb_face_reference_blob(face))
  }
}
