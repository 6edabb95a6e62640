import Testing

@testable import Plotting

/// Colours are told apart by number, not by eye: least distances in CIELAB after simulation.
@Suite struct ColorDistanceTests {
  /// Both palettes on the pages that they are for.
  private static let pages: [(name: String, style: FigureStyle)] = Palette.named.flatMap { named in
    var light = FigureStyle.screen
    light.palette = named.palette
    return [(named.name, light), (named.name + ", dark", light.darkened)]
  }

  @Test func simulationAgreesWithColourScience() throws {
    let rows = try referenceRows("color_vision.csv")
    #expect(rows.count == 160)
    for row in rows {
      let code = try #require(UInt32(row[0], radix: 16))
      let vision = try #require(ColorVision(rawValue: row[1]))
      let seen = vision.seen(Color(code))
      let found = [seen.lightness, seen.greenRed, seen.blueYellow]
      let expected = row[2...].compactMap(Double.init)
      // The standard's matrices have four decimals.
      #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 0.1 }, "\(row): \(found)")
    }
  }

  /// Measured 13 at least with a deficiency (blue and green of Tol's, tritanopia), 26 without.
  @Test(arguments: pages.indices)
  func sevenColorsDifferWithAnyColorVision(_ page: Int) {
    let style = Self.pages[page].style
    let all = (0..<7).map { style.color(of: SeriesStyle(index: $0)) }
    for vision in ColorVision.allCases where vision != .grey {
      let least = leastDistance(all.map(vision.seen))
      #expect(least >= (vision == .usual ? 25 : 13), "\(Self.pages[page].name) \(vision) \(least)")
    }
  }

  /// Measured 6 at least (Tol's blue and purple); of Okabe and Ito's 9.7.
  @Test(arguments: pages.indices)
  func fourColorsDifferInGrey(_ page: Int) {
    let style = Self.pages[page].style
    let all = (0..<4).map { ColorVision.grey.seen(style.color(of: SeriesStyle(index: $0))) }
    #expect(leastDistance(all) >= (page < 2 ? 9.5 : 6))
  }

  @Test(arguments: pages.indices)
  func whatIsAlikeInGreyDiffersInDashAndMarker(_ page: Int) {
    let style = Self.pages[page].style
    let series = (0..<36).map { SeriesStyle(index: $0) }
    for (index, one) in series.enumerated() {
      for other in series[..<index] {
        let distance = ColorVision.grey.seen(style.color(of: one))
          .distance(to: ColorVision.grey.seen(style.color(of: other)))
        #expect(
          distance >= 6 || one.dash != other.dash || one.marker != other.marker,
          "\(one) \(other)")
      }
    }
  }

  @Test(arguments: pages.indices, 2...5)
  func rampsKeepTheirHueAndDifferInGrey(_ page: Int, _ count: Int) {
    let style = Self.pages[page].style
    let members = (0..<count).map { StyleBinding.Member("\($0)", rules: ["a"], rank: Double($0)) }
    let binding = StyleBinding(members)
    for hue in 0..<7 {
      let colors = members.compactMap { member -> Color? in
        guard var series = binding.styles[member.name] else { return nil }
        series.colorIndex = hue
        return style.color(of: series)
      }
      #expect(colors.count == count)
      let greys = colors.map(ColorVision.grey.seen)
      #expect(leastDistance(greys) >= 9.5, "\(hue)")
      for vision in ColorVision.allCases {
        #expect(leastDistance(colors.map(vision.seen)) >= 9, "\(hue) \(vision)")
      }
      // The last stands out most, the first is still seen.
      let contrasts = colors.map { $0.contrast(to: style.background) }
      #expect(contrasts == contrasts.sorted() && contrasts[0] >= 2, "\(contrasts)")
      let own = LightnessColor(style.palette[hue])
      for color in colors.map({ LightnessColor($0) }) {
        let turn = own.greenRed * color.blueYellow - own.blueYellow * color.greenRed
        #expect(abs(turn) <= 1 + 0.02 * own.distance(to: LightnessColor(Color(0))) * 50)
        #expect(own.greenRed * color.greenRed + own.blueYellow * color.blueYellow >= -1)
      }
    }
  }

  /// WCAG 2.2 by hand: black on white is 1.05 / 0.05.
  @Test func contrastIsThatOfTheStandard() {
    #expect(abs(Color(0).contrast(to: Color(0xFFFFFF)) - 21) < 1e-9)
    #expect(Color(0x777777).contrast(to: Color(0x777777)) == 1)
  }

  @Test func whatAnAuthorChoseForPaperIsSeenOnADarkPage() {
    let black = SeriesStyle(colorIndex: 0, color: Color(0))
    #expect(FigureStyle.screen.color(of: black) == Color(0))
    let dark = FigureStyle.screenDark
    #expect(dark.color(of: black).contrast(to: dark.background) >= 3)
  }

  private func leastDistance(_ colors: [LightnessColor]) -> Double {
    var least = Double.infinity
    for (index, one) in colors.enumerated() {
      for other in colors[..<index] { least = min(least, one.distance(to: other)) }
    }
    return least
  }
}
