import CCairo
import Plotting

extension TextEngine {
  /// The outlines of `glyphs`, each at its own origin; nil if one of them has none, as pictures
  /// have none.
  func outlines(of glyphs: [Glyph]) -> [Path]? {
    var paths: [Path] = []
    for glyph in glyphs {
      guard let path = outline(of: glyph.key) else { return nil }
      paths.append(path)
    }
    return paths
  }

  /// The outline of a glyph at the origin, empty for a space; nil if it is a picture.
  private func outline(of key: GlyphKey) -> Path? {
    if let known = outlines[key] { return known }
    guard let face = fonts[key.font], let string = pango_glyph_string_new() else { return Path() }
    defer { pango_glyph_string_free(string) }
    pango_glyph_string_set_size(string, 1)
    string.pointee.glyphs[0].glyph = key.glyph
    string.pointee.glyphs[0].geometry = PangoGlyphGeometry(width: 0, x_offset: 0, y_offset: 0)
    cairo_new_path(scratch)
    cairo_move_to(scratch, 0, 0)
    pango_cairo_glyph_string_path(scratch, face, string)
    let path = Self.copied(cairo_copy_path(scratch))
    if path.elements.isEmpty {
      var ink = PangoRectangle()
      pango_font_get_glyph_extents(face, key.glyph, &ink, nil)
      if ink.width > 0 && ink.height > 0 { return nil }
    }
    outlines[key] = path
    return path
  }

  private static func copied(_ source: UnsafeMutablePointer<cairo_path_t>?) -> Path {
    guard let source else { return Path() }
    defer { cairo_path_destroy(source) }
    var path = Path()
    guard let data = source.pointee.data else { return path }
    var index = 0
    while index < Int(source.pointee.num_data) {
      let header = data[index].header
      func point(_ number: Int) -> Point {
        Point(x: data[index + number].point.x, y: data[index + number].point.y)
      }
      switch header.type {
      case CAIRO_PATH_MOVE_TO: path.elements.append(.move(point(1)))
      case CAIRO_PATH_LINE_TO: path.elements.append(.line(point(1)))
      case CAIRO_PATH_CURVE_TO: path.elements.append(.curve(point(1), point(2), point(3)))
      default: path.elements.append(.close)
      }
      index += max(1, Int(header.length))
    }
    // cairo ends every closed part, and every path, with a move that draws nothing.
    var elements: [Path.Element] = []
    for element in path.elements {
      if case .move = element, case .move = elements.last { elements.removeLast() }
      elements.append(element)
    }
    if case .move = elements.last { elements.removeLast() }
    return Path(elements)
  }
}
