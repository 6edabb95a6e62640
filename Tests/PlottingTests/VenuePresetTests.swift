import Testing

@testable import Plotting

@Suite struct VenuePresetTests {
  /// Columns and pages in TeX's points, of which an inch has 72.27, as the classes have them
  /// (`Tests/measure-the-venues` asks those that are installed) or the style files say them.
  private static let columns: [(name: String, width: Double)] = [
    ("neurips", 397.485), ("iclr", 397.485), ("icml", 234.8775), ("icml-wide", 487.8225),
    ("ieee", 252), ("ieee-wide", 516), ("nature", 253.23), ("nature-wide", 520.6854),
    ("jmlr", 433.62), ("tmlr", 469.755), ("acm", 241.1475), ("acm-wide", 506.295),
    ("aaai", 239.3944), ("aaai-wide", 505.89), ("acl", 219.0862), ("acl-wide", 455.2441),
    ("cvpr", 237.136), ("cvpr-wide", 496.8563), ("aistats", 234.8775), ("aistats-wide", 487.8225),
    ("elsevier", 252), ("elsevier-wide", 522), ("springer", 347.1236), ("beamer", 307.2899),
    ("beamer-wide", 398.3386),
  ]

  @Test(arguments: columns)
  func noFigureIsWiderThanItsColumn(name: String, width: Double) throws {
    let style = try #require(FigureStyle.preset(named: name))
    let found = style.width * 72.27
    #expect(found <= width + 1e-4)
    #expect(found > width - 0.002)
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
