import CCairo
import Plotting

/// A cairo surface that writes into memory, with the pen that draws on it.
///
/// The only holder of cairo's pointers: they are given back when the canvas goes.
struct CairoCanvas: ~Copyable {
  private let surface: OpaquePointer
  private let pen: OpaquePointer
  private let sink: ByteSink
  private let isImage: Bool
  /// Whether the file knows no transparency.
  private let isOpaque: Bool
  private let background: Color
  private let scale: Double

  /// What cairo writes.
  enum Format {
    case png
    case pdf
    case eps
  }

  /// cairo's image surfaces hold at most this many pixels in a direction.
  static let limit = 32_767.0

  /// Collects what cairo writes.
  final class ByteSink {
    var bytes: [UInt8] = []

    /// The function and pointer that cairo is told; the sink must outlive the surface.
    static let write: cairo_write_func_t = { closure, data, length in
      guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
      let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
      sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
      return CAIRO_STATUS_SUCCESS
    }

    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
  }

  /// A canvas for `drawing`; `scale` is in pixels per point for an image, and 1 else.
  init(_ drawing: Drawing, format: Format, scale: Double) throws(RenderingError) {
    let sink = ByteSink()
    let width = drawing.width * scale
    let height = drawing.height * scale
    try Self.checkSize(drawing, scale: scale)
    let made: OpaquePointer? =
      switch format {
      case .pdf: cairo_pdf_surface_create_for_stream(ByteSink.write, sink.pointer, width, height)
      case .eps: cairo_ps_surface_create_for_stream(ByteSink.write, sink.pointer, width, height)
      case .png:
        cairo_image_surface_create(
          CAIRO_FORMAT_RGB24, Int32(width.rounded(.up)), Int32(height.rounded(.up)))
      }
    guard let made, let pen = cairo_create(made) else { throw .cairo("no surface") }
    surface = made
    self.pen = pen
    self.sink = sink
    isImage = format == .png
    isOpaque = format == .eps
    background = drawing.background
    self.scale = scale
    if format == .pdf {
      // Fixed, for the same bytes every time: cairo would write the present time.
      cairo_pdf_surface_set_metadata(made, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    }
    if format == .eps { cairo_ps_surface_set_eps(made, 1) }
    setSource(drawing.background)
    cairo_paint(pen)
    cairo_scale(pen, scale, scale)
  }

  deinit {
    cairo_destroy(pen)
    cairo_surface_finish(surface)
    cairo_surface_destroy(surface)
  }

  /// Carries out the commands of `drawing` in their order.
  borrowing func replay(_ drawing: Drawing, text engine: TextEngine) {
    cairo_set_line_join(pen, CAIRO_LINE_JOIN_ROUND)
    cairo_set_line_cap(pen, CAIRO_LINE_CAP_BUTT)
    var mixture = OpaqueMixture(on: background)
    for command in drawing.commands {
      switch command {
      case .stroke(let path, var stroke):
        if isOpaque { stroke.color = mixture.color(of: stroke.color) }
        self.stroke(path, stroke)
      case .fill(let path, let color) where isOpaque && color.opacity < 1:
        for filling in mixture.fillings(of: path, color) { fill(path, filling) }
      case .fill(let path, let color):
        setSamples(for: path)
        trace(path)
        setSource(color)
        cairo_fill(pen)
      case .text(let run):
        // Slanted letters, and fonts of letters beyond Latin ones, would come to a PDF file made from
        // PostScript as fonts of drawings (Type 3), which venues refuse.
        let isPlain = engine.slant(of: run.font) == 0 && run.text.utf8.allSatisfy { $0 < 0x80 }
        engine.show(run, on: pen, asOutlines: isOpaque && !isPlain)
      case .pushClip(let box):
        mixture.forget()
        cairo_save(pen)
        cairo_set_antialias(pen, CAIRO_ANTIALIAS_DEFAULT)
        cairo_rectangle(pen, box.minX, box.minY, box.width, box.height)
        cairo_clip(pen)
      case .popClip:
        cairo_restore(pen)
      }
    }
  }

  private borrowing func fill(_ path: Path, _ filling: OpaqueMixture.Filling) {
    cairo_save(pen)
    for clip in filling.clips {
      trace(clip)
      cairo_clip(pen)
    }
    trace(path)
    setSource(filling.color)
    cairo_fill(pen)
    cairo_restore(pen)
  }

  private borrowing func setSamples(for path: Path) {
    guard isImage else { return }
    cairo_set_antialias(
      pen, path.isDense(scale: scale) ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT)
  }

  private borrowing func stroke(_ path: Path, _ stroke: Stroke) {
    let pieces = isImage ? StrokePiece.pieces(of: path) : [StrokePiece(path: path)]
    // Pieces overlap: translucent ones are stroked opaque first, and shine through as a whole.
    let isGroup = pieces.count > 1 && stroke.color.opacity < 1
    if isGroup { cairo_push_group(pen) }
    setSource(isGroup ? stroke.color.with(opacity: 1) : stroke.color)
    cairo_set_line_width(pen, stroke.width)
    setSamples(for: path)
    for piece in pieces {
      trace(piece.path)
      cairo_set_dash(pen, stroke.dash, Int32(stroke.dash.count), piece.start)
      cairo_stroke(pen)
    }
    if isGroup {
      cairo_pop_group_to_source(pen)
      cairo_paint_with_alpha(pen, stroke.color.opacity)
    }
  }

  private borrowing func setSource(_ color: Color) {
    cairo_set_source_rgba(pen, color.red, color.green, color.blue, color.opacity)
  }

  private borrowing func trace(_ path: Path) {
    cairo_new_path(pen)
    for element in path.elements {
      switch element {
      case .move(let point): cairo_move_to(pen, place(point.x), place(point.y))
      case .line(let point): cairo_line_to(pen, place(point.x), place(point.y))
      case .curve(let first, let second, let end):
        cairo_curve_to(
          pen, place(first.x), place(first.y), place(second.x), place(second.y), place(end.x),
          place(end.y))
      case .close: cairo_close_path(pen)
      }
    }
  }

  /// In a document, whole hundredths of a point: short numbers take less time and room.
  private borrowing func place(_ coordinate: Double) -> Double {
    isImage ? coordinate : (coordinate * 100).rounded() / 100
  }

  /// Ends a document and hands over the file's bytes.
  consuming func document() throws(RenderingError) -> [UInt8] {
    try Self.check(cairo_status(pen))
    cairo_surface_finish(surface)
    try Self.check(cairo_surface_status(surface))
    return sink.bytes
  }

  /// Ends an image and hands over the bytes of a PNG file.
  consuming func image(dotsPerInch: Double) throws(RenderingError) -> [UInt8] {
    try Self.check(cairo_status(pen))
    cairo_surface_flush(surface)
    try Self.check(cairo_surface_status(surface))
    guard let data = cairo_image_surface_get_data(surface) else { throw .cairo("no pixels") }
    let width = Int(cairo_image_surface_get_width(surface))
    let height = Int(cairo_image_surface_get_height(surface))
    let rows = PixelRows.pack(
      data, width: width, height: height, stride: Int(cairo_image_surface_get_stride(surface)))
    return try PortableNetworkGraphics.file(
      rows, width: width, height: height, dotsPerInch: dotsPerInch)
  }

  /// Throws if `drawing` is empty or too large, at `scale` pixels per point.
  static func checkSize(_ drawing: Drawing, scale: Double) throws(RenderingError) {
    let (width, height) = (drawing.width * scale, drawing.height * scale)
    guard width >= 1, height >= 1, width <= limit, height <= limit else {
      throw .badSize(width: width, height: height, limit: limit)
    }
  }

  private static func check(_ status: cairo_status_t) throws(RenderingError) {
    if status != CAIRO_STATUS_SUCCESS {
      throw .cairo(String(cString: cairo_status_to_string(status)))
    }
  }
}
