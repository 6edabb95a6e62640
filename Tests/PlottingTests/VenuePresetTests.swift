import Testing

@testable import Plotting

@Suite struct VenuePresetTests {
  /// Columns and pages in TeX's points, of which an inch has 72.27, as the classes say them
  /// (`Tests/measure-the-venues` asks those that are installed) or the style files.
  @Test(arguments: [
    ("neurips", 5.5 * 72.27), ("iclr", 5.5 * 72.27), ("icml", 3.25 * 72.27),
    ("icml-wide", 6.75 * 72.27), ("ieee", 252), ("ieee-wide", 516), ("nature", 89 / 25.4 * 72.27),
    ("nature-wide", 183 / 25.4 * 72.27), ("jmlr", 433.62), ("tmlr", 6.5 * 72.27),
    ("acm", 241.1475), ("acm-wide", 506.295), ("aaai", 3.3125 * 72.27), ("aaai-wide", 7 * 72.27),
    ("acl", 7.7 / 2.54 * 72.27), ("acl-wide", 16 / 2.54 * 72.27), ("cvpr", 3.28125 * 72.27),
    ("cvpr-wide", 6.875 * 72.27), ("aistats", 3.25 * 72.27), ("aistats-wide", 6.75 * 72.27),
    ("elsevier", 252), ("elsevier-wide", 522), ("springer", 347.12354), ("beamer", 307.28987),
    ("beamer-wide", 398.3386),
  ])
  func noFigureIsWiderThanItsColumn(name: String, width: Double) throws {
    let style = try #require(FigureStyle.preset(named: name))
    let found = style.width * 72.27
    #expect(found <= width + 1e-4 && found > width - 0.0015)
  }

  @Test func everyVenueIsMeasured() {
    #expect(FigureStyle.venues.count == 25)
    #expect(Set(FigureStyle.presets.map(\.name)).count == FigureStyle.presets.count)
    for style in FigureStyle.venues { #expect(style.tickSize < style.textSize) }
  }

  @Test(arguments: ["serif", "Sans", "sans-serif", "MONOSPACE", "system-ui"])
  func genericNamesAreNoFonts(name: String) {
    #expect(GenericFontFamily.suggestion(for: name)?.hasPrefix("DejaVu") == true)
    #expect(GenericFontFamily.suggestion(for: "DejaVu " + name) == nil)
  }
}
