import CCairo
import Plotting

/// Lays text out with Pango: kerning, fallback fonts and writing directions as readers expect them.
///
/// One engine serves one thread: Pango keeps a font map for each thread, and an engine is made and
/// given up within one call.
final class TextEngine: TextMeasuring {
  private let context: OpaquePointer
  let layout: OpaquePointer
  /// Where outlines of glyphs are made.
  let scratch: OpaquePointer?
  /// What is known of glyphs; the fonts are kept until the end, so that their addresses name them.
  var outlines: [GlyphKey: Path] = [:]
  private(set) var fonts: [OpaquePointer: UnsafeMutablePointer<PangoFont>] = [:]
  private let options: OpaquePointer
  private var families: [String: Bool] = [:]

  init() {
    FontConfiguration.use()
    let map = pango_cairo_font_map_get_default()
    context = pango_font_map_create_context(map)
    options = cairo_font_options_create()
    // Unhinted outlines at unrounded places: the layout is then the same at every scale.
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    pango_cairo_context_set_resolution(context, 72)
    pango_context_set_round_glyph_positions(context, 0)
    // Without a language of its own, Pango would choose fallback fonts by the user's locale.
    pango_context_set_language(context, pango_language_from_string("en"))
    layout = pango_layout_new(context)
    pango_layout_set_single_paragraph_mode(layout, 1)
    let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)
    scratch = cairo_create(surface)
    cairo_surface_destroy(surface)
  }

  deinit {
    for font in fonts.values { g_object_unref(UnsafeMutableRawPointer(font)) }
    cairo_destroy(scratch)
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
    cairo_font_options_destroy(options)
  }

  func extents(of text: String, in font: Font) -> TextExtents {
    set(text, font)
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, nil, &logical)
    let scale = Double(PANGO_SCALE)
    let baseline = Double(pango_layout_get_baseline(layout)) / scale
    let height = Double(logical.height) / scale
    return TextExtents(
      width: Double(logical.width) / scale, ascent: baseline, descent: height - baseline)
  }

  /// Shows `run` on `target`, whose present point and matrix are kept.
  func show(_ run: TextRun, on target: OpaquePointer, asOutlines: Bool = false) {
    cairo_save(target)
    cairo_translate(target, run.origin.x, run.origin.y)
    if run.direction == .upwards { cairo_rotate(target, -Double.pi / 2) }
    let slant = slant(of: run.font)
    if slant != 0 {
      var lean = cairo_matrix_t(xx: 1, yx: 0, xy: -slant, yy: 1, x0: 0, y0: 0)
      cairo_transform(target, &lean)
    }
    let color = run.color
    cairo_set_source_rgba(target, color.red, color.green, color.blue, color.opacity)
    // Takes over the target's scale; of the font options ours prevail.
    pango_cairo_update_context(target, context)
    pango_layout_context_changed(layout)
    set(run.text, run.font)
    cairo_move_to(target, 0, 0)
    let line = pango_layout_get_line_readonly(layout, 0)
    if asOutlines {
      pango_cairo_layout_line_path(target, line)
      cairo_fill(target)
    } else {
      pango_cairo_show_layout_line(target, line)
    }
    cairo_restore(target)
  }

  /// The address of `font`, which stays its own as long as the engine lives.
  func keep(_ font: UnsafeMutablePointer<PangoFont>) -> OpaquePointer {
    let address = OpaquePointer(font)
    if fonts[address] == nil {
      g_object_ref(UnsafeMutableRawPointer(font))
      fonts[address] = font
    }
    return address
  }

  func set(_ text: String, _ font: Font) {
    var clean = Self.printable(text)
    clean.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        pango_layout_set_text(layout, characters.baseAddress, Int32(clamping: characters.count))
      }
    }
    let description = pango_font_description_new()
    pango_font_description_set_family(description, font.family)
    pango_font_description_set_absolute_size(description, font.size * Double(PANGO_SCALE))
    pango_font_description_set_weight(
      description, font.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    if font.isItalic, hasItalic(font.family) {
      pango_font_description_set_style(description, PANGO_STYLE_ITALIC)
    }
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)
  }

  /// How far letters of `font` lean to the right, as a share of their height, where they are drawn upright
  /// and turned into slanted ones.
  ///
  /// Families of text like DejaVu Sans have no italic of their own, at most the same leaning letters in
  /// another package: drawn so, they are the same with that package and without it.
  func slant(of font: Font) -> Double { font.isItalic && !hasItalic(font.family) ? 0.2 : 0 }

  /// Whether `family` has an italic face, and not only an oblique one.
  private func hasItalic(_ family: String) -> Bool {
    if let known = families[family] { return known }
    let description = pango_font_description_new()
    defer { pango_font_description_free(description) }
    pango_font_description_set_family(description, family)
    pango_font_description_set_style(description, PANGO_STYLE_ITALIC)
    pango_font_description_set_absolute_size(description, 10 * Double(PANGO_SCALE))
    var isItalic = false
    if let font = pango_font_map_load_font(pango_cairo_font_map_get_default(), context, description)
    {
      let found = pango_font_describe(font)
      isItalic = pango_font_description_get_style(found) == PANGO_STYLE_ITALIC
      pango_font_description_free(found)
      g_object_unref(UnsafeMutableRawPointer(font))
    }
    families[family] = isItalic
    return isItalic
  }

  /// `text` with a space in the place of each character that would break the line, end the text
  /// or turn the reading direction of what follows.
  static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .lineSeparator, .paragraphSeparator: " "
          // cairo counts the code points that are no characters as bad UTF-8.
          case .unassigned where scalar.properties.isNoncharacterCodePoint: " "
          default: (0x202A...0x202E).contains(scalar.value) ? " " : scalar
          }
        }))
  }
}
