import Kernels
import SpecLanguage

/// How a figure looks; what is nil is as the preset has it.
public struct FigureLook: Hashable, Sendable {
  /// A preset.
  public var style: FigureStyle?
  /// The width in inches, one of `widths`.
  public var width: Double?
  /// The width as a share of the style's, one of `shares`; not beside `width`.
  public var widthShare: Double?
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
    if width == nil { look.widthShare = widthShare ?? other.widthShare }
    // The nearer word holds: a share of the style's width, or a width.
    if width == nil, widthShare != nil { look.width = nil }
    look.font = font ?? other.font
    look.palette = palette ?? other.palette
    look.resolution = resolution ?? other.resolution
    look.svgText = svgText ?? other.svgText
    return look
  }

  /// The width in inches that is asked for; nil for the style's.
  package var chosenWidth: Double? {
    width ?? widthShare.map { $0 * (style ?? .screen).width }
  }

  /// What is wrong with its share of the style's width; nil for nothing.
  package var shareFault: FigureFault? {
    guard width == nil, let widthShare, let chosenWidth, chosenWidth < Self.widths.lower else {
      return nil
    }
    let style = style ?? .screen
    let words = (
      NumberText.exact(widthShare), NumberText.significant(chosenWidth, 3),
      NumberText.significant((Self.widths.lower / style.width * 100).rounded(.up) / 100, 2)
    )
    return FigureFault(
      subject: .key("width_share"),
      message: "\(words.0) of the width of '\(style.name)' is \(words.1) inches",
      help: "a figure is at least \(NumberText.exact(Self.widths.lower)) inches wide: give at "
        + "least \(words.2)")
  }

  /// The style that this look asks for.
  ///
  /// - Parameter narrow: the width in inches of a figure with one small panel, which on a screen is
  ///   not as wide as the page; nil for one that fills the width.
  package func figureStyle(narrow: Double? = nil) -> FigureStyle {
    var style = self.style ?? .screen
    if let narrow, style.isFlexible { style.width = narrow }
    if let chosenWidth { style.width = chosenWidth }
    if let font { style.fontFamily = font }
    if let palette { style.palette = style.isDark ? palette.darkened : palette }
    return style
  }
}

extension FigureLook {
  /// The widths in inches that may be asked for: on a narrower canvas numbers have no room beside a
  /// panel.
  package static let widths = NumberDomain(lower: 2, upper: 20)
  /// The shares of the style's width that may be asked for.
  package static let shares = NumberDomain(lower: 0.1, upper: 1)
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
    look.widthShare = keys.optional(
      "width_share", .number(shares),
      "width as a share of the style's, as 0.48 for half a column; not beside 'width'")
    if look.width != nil, look.widthShare != nil {
      keys.fault(
        at: "width_share", "'width' and 'width_share' exclude each other", "give one of them")
    }
    look.height = keys.optional(
      "height", .number(heights), "height in inches; by default that of the panels")
    look.font = keys.optional(
      "font", .text(.line), "family of all text; by default \(FigureStyle.screen.fontFamily)")
    if let font = look.font, let suggestion = GenericFontFamily.suggestion(for: font) {
      keys.fault(
        at: "font", "'\(font)' stands for another font on each machine",
        GenericFontFamily.help(suggestion))
    }
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
