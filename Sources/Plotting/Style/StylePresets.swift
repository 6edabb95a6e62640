extension FigureStyle {
  /// For a page on a light screen, as wide as a GitHub page.
  public static let screen = FigureStyle(
    name: "screen", width: 7.2, textSize: 9, tickSize: 8, grid: Color(0xE6E8EB), isFlexible: true)

  /// For a page on a dark screen.
  public static let screenDark = FigureStyle(
    name: "screen-dark", width: 7.2, textSize: 9, tickSize: 8, palette: .okabeItoDark,
    background: Color(0x0D1117), ink: Color(0xE6EDF3), mutedInk: Color(0x9198A1),
    grid: Color(0x262C36), bandOpacity: 0.25, isFlexible: true)

  /// The text width of NeurIPS papers.
  public static let neurips = paper("neurips", width: 5.5, textSize: 9, tickSize: 7)

  /// The text width of ICLR papers.
  public static let iclr = paper("iclr", width: 5.5, textSize: 9, tickSize: 7)

  /// One column of an ICML paper.
  public static let icml = paper("icml", width: 3.25, textSize: 8, tickSize: 7)

  /// Both columns of an ICML paper.
  public static let icmlWide = paper("icml-wide", width: 6.75, textSize: 8, tickSize: 7)

  /// One column of an IEEE paper.
  public static let ieee = paper("ieee", width: 3.5, textSize: 8, tickSize: 7)

  /// Both columns of an IEEE paper.
  public static let ieeeWide = paper("ieee-wide", width: 7.16, textSize: 8, tickSize: 7)

  /// One column of a Nature paper, 89 mm.
  public static let nature = paper(
    "nature", width: 89 / 25.4, textSize: 7, tickSize: 5, panelLetterSize: 8)

  /// Both columns of a Nature paper, 183 mm.
  public static let natureWide = paper(
    "nature-wide", width: 183 / 25.4, textSize: 7, tickSize: 5, panelLetterSize: 8)

  /// The text width of a JMLR paper.
  public static let jmlr = paper("jmlr", width: 6, textSize: 9, tickSize: 7)

  /// The text width of a TMLR paper.
  public static let tmlr = paper("tmlr", width: 6.5, textSize: 9, tickSize: 7)

  /// The same sizes for a dark page.
  public var darkened: FigureStyle {
    let dark = FigureStyle.screenDark
    var style = self
    style.name = name + (name.hasSuffix("-dark") ? "" : "-dark")
    style.palette = palette.darkened
    style.background = dark.background
    style.ink = dark.ink
    style.mutedInk = dark.mutedInk
    style.grid = grid == nil ? nil : dark.grid
    style.bandOpacity = dark.bandOpacity
    return style
  }

  /// Every preset, in the order in which they are listed to users.
  public static let presets: [FigureStyle] = [
    .screen, .screenDark, .neurips, .iclr, .icml, .icmlWide, .ieee, .ieeeWide, .nature,
    .natureWide, .jmlr, .tmlr,
  ]

  /// The preset called `name`, if there is one.
  public static func preset(named name: String) -> FigureStyle? {
    presets.first { $0.name == name }
  }

  /// Black on white, without a grid; `width` in inches, sizes in points.
  private static func paper(
    _ name: String, width: Double, textSize: Double, tickSize: Double,
    panelLetterSize: Double? = nil
  ) -> FigureStyle {
    FigureStyle(
      name: name, width: width, textSize: textSize, tickSize: tickSize, ink: Color(0x000000),
      mutedInk: Color(0x595959), panelLetterSize: panelLetterSize)
  }
}
