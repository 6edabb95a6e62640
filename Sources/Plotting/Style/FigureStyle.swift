/// Sizes, colours and fonts of a figure.
public struct FigureStyle: Sendable, Hashable {
  /// What the style is called in specs.
  public var name: String
  /// The canvas's width in inches.
  public var width: Double
  /// The family of all text.
  public var fontFamily: String
  /// The size of labels, legend and panel titles, in points.
  public var textSize: Double
  /// The size of tick labels, in points.
  public var tickSize: Double
  /// The colours of series.
  public var palette: Palette
  /// The canvas's colour.
  public var background: Color
  /// The colour of text and axes.
  public var ink: Color
  /// The colour of what stands back: reference lines and remarks.
  public var mutedInk: Color
  /// The colour of grid lines; no grid without one.
  public var grid: Color?
  /// The width of axes, ticks and grid in points.
  public var axisWidth: Double
  /// The width of curves in points.
  public var lineWidth: Double
  /// The opacity of bands, from 0 to 1.
  public var bandOpacity: Double
  /// The size of the bold letters that name the panels of a figure with several, in points; no
  /// letters without one.
  public var panelLetterSize: Double?
  /// Whether a figure with one small panel may be narrower than `width`, as on a screen.
  public var isFlexible: Bool

  /// Makes a style; what is not said is as on a white screen, without a grid.
  public init(
    name: String, width: Double, fontFamily: String = "DejaVu Sans", textSize: Double,
    tickSize: Double, palette: Palette = .okabeIto, background: Color = Color(0xFFFFFF),
    ink: Color = Color(0x1F2328), mutedInk: Color = Color(0x6E7781), grid: Color? = nil,
    axisWidth: Double = 0.5, lineWidth: Double = 1, bandOpacity: Double = 0.2,
    panelLetterSize: Double? = nil, isFlexible: Bool = false
  ) {
    self.isFlexible = isFlexible
    self.name = name
    self.width = width
    self.fontFamily = fontFamily
    self.textSize = textSize
    self.tickSize = tickSize
    self.palette = palette
    self.background = background
    self.ink = ink
    self.mutedInk = mutedInk
    self.grid = grid
    self.axisWidth = axisWidth
    self.lineWidth = lineWidth
    self.bandOpacity = bandOpacity
    self.panelLetterSize = panelLetterSize
  }

  var labelFont: Font { Font(family: fontFamily, size: textSize) }
  var tickFont: Font { Font(family: fontFamily, size: tickSize) }
  var panelTitleFont: Font { Font(family: fontFamily, size: textSize, isBold: true) }
  var titleFont: Font { Font(family: fontFamily, size: textSize * 1.15, isBold: true) }
  var letterFont: Font {
    Font(family: fontFamily, size: panelLetterSize ?? textSize, isBold: true)
  }

  /// The colour of what belongs to `series`.
  func color(of series: SeriesStyle) -> Color {
    if series.isInk { return ink }
    guard let shade = series.shade else { return hue(of: series) }
    let map = isDark ? ColorMap.dusk.reversed : .dusk
    return map.color(at: shade).with(opacity: 0.9 - 0.4 * min(1, max(0, shade)))
  }

  /// The palette's or the author's colour, in its tone: on white from light to dark, on a dark page from
  /// dim to bright, so that the strongest stands out most on both.
  private func hue(of series: SeriesStyle) -> Color {
    let hue = series.color ?? palette[series.colorIndex]
    if let tone = series.tone {
      let ends = isDark ? (faint: 46.0, strong: 92.0) : (faint: 70.0, strong: 28.0)
      return hue.at(lightness: ends.faint + min(1, max(0, tone)) * (ends.strong - ends.faint))
    }
    // What an author chose for white paper need not be seen on a dark page.
    let isLost = isDark && hue.contrast(to: background) < Self.leastContrastOnDark
    return isLost ? hue.at(lightness: 62) : hue
  }

  /// Colours with less contrast to a dark page are made lighter.
  private static let leastContrastOnDark = 3.0

  /// The colour at a share of a colour bar's length, as it is seen on the canvas.
  func color(of colors: ColorBar.Colors, at share: Double) -> Color {
    switch colors {
    case .map(let map): map.color(at: share)
    case .ground: ground.color(at: share)
    case .shades(let isReversed):
      color(of: SeriesStyle(colorIndex: 0, shade: isReversed ? 1 - share : share))
        .over(background)
    }
  }

  /// Whether light text stands on a dark canvas.
  var isDark: Bool { background.luminance < ink.luminance }

  /// The colours of areas that curves stand on.
  var ground: ColorMap { isDark ? .mistDark : .mist }
}
