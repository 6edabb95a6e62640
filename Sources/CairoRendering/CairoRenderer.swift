import CCairo
import Plotting

/// Turns figures into PNG with cairo and Pango, and into SVG and PDF with Pango, in memory.
///
/// Any thread may call it, several at a time: each call has its own surfaces and text layouts, and
/// Pango keeps its fonts by thread. The same figure gives the same bytes in every call, on every
/// machine with the same versions of cairo, Pango, HarfBuzz, FreeType, libdeflate and the font.
public struct CairoRenderer: FigureRendering {
  /// The pixels per inch of PNG files.
  public var resolution: Double
  /// What text in SVG files is made of.
  public var svgText: SVGTextForm

  /// Makes a renderer; 192 pixels per inch are two for each of a web page's.
  public init(resolution: Double = 192, svgText: SVGTextForm = .outlines) {
    self.resolution = resolution
    self.svgText = svgText
  }

  /// What is asked of `figure` in vain, measured as it would be drawn.
  public static func faults(of figure: Figure) -> [FigureFault] {
    figure.faults(measuredBy: TextEngine())
  }

  /// The bytes of a file in `format` that shows `figure`.
  /// - Throws: `RenderingError` if the style's font family is missing, or the canvas is empty or
  ///   too large.
  public func render(
    _ figure: Figure, as format: FigureFormat
  ) throws(RenderingError) -> [UInt8] {
    try render(drawing(of: figure), as: format)
  }

  /// The finished picture of `figure`, from which several files can be made.
  /// - Throws: `RenderingError` if the style's font family is missing.
  public func drawing(of figure: Figure) throws(RenderingError) -> Drawing {
    try FontFile.require(figure.style.fontFamily)
    return figure.drawing(measuredBy: TextEngine(), resolution: max(resolution, 300))
  }

  /// The bytes of a file in `format` that shows `drawing`.
  /// - Throws: `RenderingError` if the canvas is empty or too large, or cairo fails.
  public func render(
    _ drawing: Drawing, as format: FigureFormat
  ) throws(RenderingError) -> [UInt8] {
    switch format {
    case .svg:
      try CairoCanvas.checkSize(drawing, scale: 1)
      return VectorWriter.file(drawing, textForm: svgText)
    case .png:
      let canvas = try CairoCanvas(drawing, format: .png, scale: resolution / 72)
      canvas.replay(drawing, text: TextEngine())
      return try canvas.image(dotsPerInch: resolution)
    case .pdf:
      try CairoCanvas.checkSize(drawing, scale: 1)
      if let file = try DocumentWriter.file(drawing) { return file }
      // Our own writer embeds TrueType fonts only; cairo knows the others, at a tenth of the speed.
      let canvas = try CairoCanvas(drawing, format: .pdf, scale: 1)
      canvas.replay(drawing, text: TextEngine())
      return try canvas.document()
    case .eps:
      let canvas = try CairoCanvas(drawing, format: .eps, scale: 1)
      canvas.replay(drawing, text: TextEngine())
      return PostScript.file(try canvas.document(), of: drawing)
    case .pdfTeX:
      let picture = LaTeXPicture.pictureName(of: drawing.identifier)
      return Array(LaTeXPicture(drawing).file(picture: picture + ".pdf").utf8)
    }
  }

  /// The files in `format` that show `drawing`: one, or for LaTeX's own words two.
  ///
  /// - Parameters:
  ///   - name: the name of the first without ending.
  ///   - picture: the name of the PDF file without text that goes with it, without ending.
  /// - Throws: `RenderingError` if the canvas is empty or too large, or cairo fails.
  public func files(
    _ drawing: Drawing, as format: FigureFormat, name: String, picture: String
  ) throws(RenderingError) -> [(name: String, bytes: [UInt8])] {
    let file = "\(name).\(format.rawValue)"
    guard format == .pdfTeX else { return [(file, try render(drawing, as: format))] }
    let words = LaTeXPicture(drawing).file(picture: picture + ".pdf")
    return [
      (file, Array(words.utf8)),
      (picture + ".pdf", try render(drawing.withoutText, as: .pdf)),
    ]
  }

  /// The versions of the libraries that draw, for a report's provenance.
  public static var versions: (cairo: String, pango: String) {
    (String(cString: cairo_version_string()), String(cString: pango_version_string()))
  }

  /// Checks that a font family is installed, before anything is drawn with it.
  /// - Throws: `RenderingError.missingFont`, with the package to install.
  public static func require(family: String) throws(RenderingError) {
    try FontFile.require(family)
  }

  /// The bytes of the font file that the regular face of `family` is drawn from, for its digest.
  /// - Throws: `RenderingError.missingFont`.
  public static func fontFile(family: String) throws(RenderingError) -> [UInt8] {
    try FontFile.bytes(of: family)
  }
}
