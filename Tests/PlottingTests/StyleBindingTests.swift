import Testing

@testable import Plotting

@Suite struct StyleBindingTests {
  private typealias Member = StyleBinding.Member

  /// `rules` at four rates each.
  private func families(_ rules: [String], rates: Int = 4) -> [Member] {
    rules.flatMap { rule in
      (0..<rates).map { Member("\(rule), \($0)", rules: [rule, rule], rank: Double($0)) }
    }
  }

  @Test func aRuleHasOneHueAndItsRatesAreARamp() throws {
    let members = families(["SGD", "RMSprop", "Adam"])
    let binding = StyleBinding(members)
    for (index, rule) in ["SGD", "RMSprop", "Adam"].enumerated() {
      let styles = (0..<4).compactMap { binding.styles["\(rule), \($0)"] }
      #expect(styles.map(\.colorIndex) == [index, index, index, index])
      let tones = styles.compactMap(\.tone)
      #expect(tones.count == 4 && tones == tones.sorted() && Set(tones).count == 4)
      let whole = try #require(binding.ruleStyles["\(rule), 2"])
      #expect(whole.colorIndex == index && whole.tone == nil)
    }
    let looks = binding.styles.values.map { "\($0.dash) \($0.marker)" }
    #expect(Set(looks).count == members.count)
    #expect(Set(binding.ruleStyles.values.map(\.dash)).count == 3)
  }

  @Test func theOrderOfRatesDecidesAndNotThatOfTheSpec() {
    let binding = StyleBinding([
      Member("high", rules: ["a"], rank: 1), Member("low", rules: ["a"], rank: 0.1),
    ])
    #expect(binding.styles["low"]?.tone ?? 1 < binding.styles["high"]?.tone ?? 0)
  }

  @Test func aTunedFormHasTheHueOfItsRule() throws {
    let binding = StyleBinding([
      Member("Adam", rules: ["adam"], rank: 0.1), Member("SGD", rules: ["sgd"], rank: 0.1),
      Member("Adam (tuned)", rules: ["adam"], rank: .infinity),
    ])
    let (given, tuned) = (
      try #require(binding.styles["Adam"]), try #require(binding.styles["Adam (tuned)"])
    )
    #expect(given.colorIndex == tuned.colorIndex && given.colorIndex == 0)
    #expect(given.tone != tuned.tone && given.dash != tuned.dash)
    #expect(binding.styles["SGD"] == SeriesStyle(index: 1))
  }

  @Test func withMoreRulesThanColorsThoseOfOneKindShareAHue() {
    let members = (0..<9).map { Member("\($0)", rules: ["rule \($0)", "kind \($0 / 3)"]) }
    let binding = StyleBinding(members)
    #expect((0..<9).map { binding.styles["\($0)"]?.colorIndex } == [0, 0, 0, 1, 1, 1, 2, 2, 2])
    #expect(Set(binding.styles.values.map { "\($0.colorIndex) \($0.tone ?? -1)" }).count == 9)
    // Each is a rule of its own, and told from the others as one, too.
    #expect(Set(binding.ruleStyles.values.map { "\($0.colorIndex) \($0.tone ?? -1)" }).count == 9)
  }

  @Test func aSecondLapThroughThePaletteHasAnotherTone() {
    let members = (0..<16).map { Member("\($0)", rules: ["\($0)"]) }
    let styles = members.compactMap { StyleBinding(members).styles[$0.name] }
    #expect(styles.map(\.colorIndex) == (0..<16).map { $0 % 7 })
    #expect(styles.map(\.tone) == (0..<16).map { $0 < 7 ? nil : $0 < 14 ? 1 : 0 })
    #expect(Set(styles.map { "\($0.dash) \($0.marker)" }).count == 16)
  }

  @Test func whatAnAuthorTakesIsNotGivenToOthers() {
    func look(_ color: SeriesLook.Hue) -> SeriesLook {
      var look = SeriesLook()
      look.color = color
      return look
    }
    let binding = StyleBinding([
      Member("a", rules: ["a"]), Member("b", rules: ["b"], element: 1, look: look(.palette(0))),
      // Nearly the second of Okabe and Ito's.
      Member("c", rules: ["c"], element: 2, look: look(.exact(Color(0xE8A010)))),
      Member("d", rules: ["d"], element: 3),
    ])
    #expect(["a", "b", "d"].map { binding.styles[$0]?.colorIndex } == [2, 0, 3])
    #expect(binding.styles["c"]?.color == Color(0xE8A010))
    #expect(FigureStyle.screen.color(of: binding.styles["c"] ?? .init(index: 0)) == Color(0xE8A010))
  }

  @Test func aSweepOfOneColorIsARampAndTwoOptimizersKeepIt() {
    var look = SeriesLook()
    look.color = .exact(Color(0x800080))
    let swept = (0..<3).map {
      Member("\($0)", rules: ["r\($0)"], rank: Double($0), element: 0, look: look)
    }
    let tones = swept.map { StyleBinding(swept).styles[$0.name]?.tone }
    #expect(tones == [0, 0.5, 1])
    let apart = (0..<3).map { Member("\($0)", rules: ["r"], element: $0, look: look) }
    #expect(apart.allSatisfy { StyleBinding(apart).styles[$0.name]?.tone == nil })
  }

  @Test func dashAndMarkerAreTheAuthors() throws {
    var look = SeriesLook()
    (look.dash, look.marker) = (.dotted, .star)
    let style = try #require(
      StyleBinding([Member("a", rules: ["a"], look: look)]).styles["a"])
    #expect(style.dash == .dotted && style.marker == .star && style.keepsDash)
    #expect(style.colorIndex == 0)
    // Nobody else gets the dash that the author took.
    let others = (0..<8).map { Member("\($0)", rules: ["\($0)"]) }
    let styles = StyleBinding(others + [Member("a", rules: ["a"], look: look)]).styles
    #expect(styles.values.count { $0.dash == .dotted } == 1)
    #expect(Set(styles.values.map { "\($0.dash) \($0.marker)" }).count == 9)
  }
}
