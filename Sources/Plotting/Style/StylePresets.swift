extension FigureStyle {
  /// For a page on a light screen, as wide as a GitHub page.
  public static let screen = FigureStyle(
    name: "screen", width: 7.2, textSize: 9, tickSize: 8, grid: Color(0xE6E8EB), isFlexible: true)

  /// For a page on a dark screen.
  public static let screenDark = FigureStyle(
    name: "screen-dark", width: 7.2, textSize: 9, tickSize: 8, palette: .okabeItoDark,
    background: Color(0x0D1117), ink: Color(0xE6EDF3), mutedInk: Color(0x9198A1),
    grid: Color(0x262C36), bandOpacity: 0.25, isFlexible: true)

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
  public static let presets: [FigureStyle] = [.screen, .screenDark] + venues

  /// The preset called `name`, if there is one.
  public static func preset(named name: String) -> FigureStyle? {
    presets.first { $0.name == name }
  }
}
