import SpecLanguage

/// How a figure looks; what is nil is as the preset has it.
public struct FigureLook: Hashable, Sendable {
  /// A preset.
  public var style: FigureStyle?
  /// The width in inches, one of `widths`.
  public var width: Double?
  /// The height in inches.
  public var height: Double?
  /// The family of all text.
  public var font: String?
  /// The colours of series on a light page.
  public var palette: Palette?
  /// The pixels per inch of PNG files.
  public var resolution: Double?
  /// What text in SVG files is made of.
  public var svgText: SVGTextForm?

  /// A look of which nothing is said.
  public init() {}

  /// This look where it says something, else `other`.
  public func over(_ other: FigureLook) -> FigureLook {
    var look = self
    look.style = style ?? other.style
    // A width that was chosen for one preset does not fit another.
    if style == nil || style == other.style {
      look.width = width ?? other.width
      look.height = height ?? other.height
    }
    look.font = font ?? other.font
    look.palette = palette ?? other.palette
    look.resolution = resolution ?? other.resolution
    look.svgText = svgText ?? other.svgText
    return look
  }

  /// The style that this look asks for.
  ///
  /// - Parameter narrow: the width in inches of a figure with one small panel, which on a screen is
  ///   not as wide as the page; nil for one that fills the width.
  package func figureStyle(narrow: Double? = nil) -> FigureStyle {
    var style = self.style ?? .screen
    if let narrow, style.isFlexible { style.width = narrow }
    if let width { style.width = width }
    if let font { style.fontFamily = font }
    if let palette { style.palette = style.isDark ? palette.darkened : palette }
    return style
  }
}

extension FigureLook {
  /// The widths in inches that may be asked for: on a narrower canvas numbers have no room beside a
  /// panel.
  package static let widths = NumberDomain(lower: 2, upper: 20)
  /// The heights in inches that may be asked for.
  package static let heights = NumberDomain(lower: 1, upper: 20)
  /// The pixels per inch that may be asked for.
  package static let resolutions = NumberDomain(lower: 36, upper: 1200)

  /// Asks for what makes a look.
  package static func asked(of keys: Keys) -> FigureLook {
    var look = FigureLook()
    look.style = keys.optional(
      "style", .style,
      "preset of sizes, colours and fonts, or a file of one's own; by default "
        + FigureStyle.screen.name)
    look.width = keys.optional("width", .number(widths), "width in inches; by default the style's")
    look.height = keys.optional(
      "height", .number(heights), "height in inches; by default that of the panels")
    look.font = keys.optional(
      "font", .text(.line), "family of all text; by default \(FigureStyle.screen.fontFamily)")
    look.palette = keys.optional(
      "palette", .choice(Palette.named.map { ($0.name, $0.palette) }),
      "colours; by default \(Palette.named[0].name)")
    look.resolution = keys.optional(
      "dpi", .number(resolutions),
      "pixels per inch of PNG files; by default 192")
    look.svgText = keys.optional(
      "svg_text", .choice(),
      "text of SVG files: outlines (by default), or text in the reader's fonts")
    return look
  }
}
