/// The look of every series of a report, bound once: a hue belongs to a rule, a tone, dash and marker to
/// the series.
///
/// So a rule has its colour in every figure; the members of its family, such as its learning rates, are
/// a ramp of that hue; and no two rules share a colour while there are free ones.
public struct StyleBinding: Sendable, Hashable {
  /// One series.
  public struct Member: Sendable, Hashable {
    /// Its name, unique.
    public var name: String
    /// What its rule is called, from the finest reading to the widest: those with the same text share a
    /// hue, by the finest reading that has enough hues.
    public var rules: [String]
    /// Its place in its family; equal ones keep the order in which they are given.
    public var rank: Double
    /// Which element of a spec it comes from: what a sweep made of one looks alike.
    public var element: Int
    /// What the author says of its look.
    public var look: SeriesLook

    /// Makes a member.
    public init(
      _ name: String, rules: [String], rank: Double = 0, element: Int = 0,
      look: SeriesLook = SeriesLook()
    ) {
      self.name = name
      self.rules = rules
      self.rank = rank
      self.element = element
      self.look = look
    }
  }

  /// The style of each series by its name.
  public private(set) var styles: [String: SeriesStyle] = [:]
  /// The style of the rule as a whole that each series belongs to, by the series' name.
  public private(set) var ruleStyles: [String: SeriesStyle] = [:]

  /// Binds styles to `members`, whose names are unique.
  ///
  /// - Parameter palette: that of the report; a colour of the author's that is nearly one of it takes
  ///   that one's place.
  public init(_ members: [Member], palette: Palette = .okabeIto) {
    let level = Self.level(of: members, colors: palette.colors.count)
    let hues = Self.hues(of: members, level: level, palette: palette)
    let taken = Set(members.compactMap(\.look.dash))
    let free = SeriesStyle.Dash.allCases.filter { !taken.contains($0) }
    for (index, member) in members.enumerated() {
      var style = SeriesStyle(index: index, dashes: free.isEmpty ? [.solid] : free)
      hues[index].paint(&style)
      style.dash = member.look.dash ?? style.dash
      style.keepsDash = member.look.dash != nil
      style.marker = member.look.marker ?? style.marker
      styles[member.name] = style
    }
    bindRules(members, hues, isFinest: level == 0)
  }

  /// The finest reading of rules for which there are enough colours, else the widest.
  private static func level(of members: [Member], colors: Int) -> Int {
    let depth = members.map(\.rules.count).min() ?? 0
    let automatic = members.filter { $0.look.color == nil }
    return (0..<depth).first { level in Set(automatic.map { $0.rules[level] }).count <= colors }
      ?? max(0, depth - 1)
  }

  /// A hue with the tone of one of those that share it.
  private struct Hue {
    var index = 0
    var color: Color?
    var tone: Double?
    /// The tone of the hue where it stands for all that share it.
    var common: Double?

    func paint(_ style: inout SeriesStyle) {
      style.colorIndex = index
      style.color = color
      style.tone = tone
    }
  }

  private static func hues(of members: [Member], level: Int, palette: Palette) -> [Hue] {
    var hues = Array(repeating: Hue(), count: members.count)
    let free = freeIndices(members, palette)
    var groups: [(key: String, places: [Int])] = []
    for (place, member) in members.enumerated() {
      let rule = member.rules.indices.contains(level) ? member.rules[level] : member.name
      let key = member.look.color.map { "\($0) \(member.element)" } ?? "rule \(rule)"
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].places.append(place)
      } else {
        groups.append((key, [place]))
      }
    }
    var count = 0
    for group in groups {
      var hue = Hue()
      switch members[group.places[0]].look.color {
      case .palette(let index): hue.index = index
      case .exact(let color): hue.color = color
      case nil:
        let (lap, rest) = count.quotientAndRemainder(dividingBy: free.count)
        hue.index = free[rest]
        // A second lap is darker, a third lighter.
        hue.common = lap == 0 ? nil : lap.isMultiple(of: 2) ? 0 : 1
        count += 1
      }
      let places = group.places.sorted { (members[$0].rank, $0) < (members[$1].rank, $1) }
      let isChosen = members[group.places[0]].look.color != nil
      for (order, tone) in tones(count: places.count, isChosen: isChosen).enumerated() {
        hues[places[order]] = hue
        hues[places[order]].tone = tone ?? hue.common
      }
    }
    return hues
  }

  /// The tones of a family, from faint to strong; a colour that an author chose stays itself for the
  /// first of two.
  private static func tones(count: Int, isChosen: Bool) -> [Double?] {
    switch count {
    case 1: [nil]
    case 2: isChosen ? [nil, 1] : [0.2, 0.8]
    default: (0..<count).map { Double($0) / Double(count - 1) }
    }
  }

  /// The places of the palette that no author has taken.
  private static func freeIndices(_ members: [Member], _ palette: Palette) -> [Int] {
    let count = palette.colors.count
    // Nearer ones are told apart only side by side.
    let near = 20.0
    let free = (0..<count).filter { index in
      let own = LightnessColor(palette[index])
      return !members.contains { member in
        switch member.look.color {
        case .palette(let taken): taken % count == index
        case .exact(let color): LightnessColor(color).distance(to: own) < near
        case nil: false
        }
      }
    }
    return free.isEmpty ? Array(0..<count) : free
  }

  /// The look of each rule as a whole: its hue as it is, or in a tone where several rules share it.
  private mutating func bindRules(_ members: [Member], _ hues: [Hue], isFinest: Bool) {
    var rules: [String] = []
    for member in members where !rules.contains(member.rules.first ?? member.name) {
      rules.append(member.rules.first ?? member.name)
    }
    for (index, rule) in rules.enumerated() {
      let places = members.indices.filter { (members[$0].rules.first ?? members[$0].name) == rule }
      var hue = hues[places[0]]
      hue.tone = hue.common
      if !isFinest, let first = places.first, members[first].look.color == nil {
        let sharing = rules.filter { other in
          members.indices.contains {
            (members[$0].rules.first ?? members[$0].name) == other && members[$0].look.color == nil
              && hues[$0].index == hue.index && hues[$0].common == hue.common
          }
        }
        let tones = Self.tones(count: sharing.count, isChosen: false)
        hue.tone = sharing.firstIndex(of: rule).flatMap { tones[$0] } ?? hue.common
      }
      var style = SeriesStyle(index: index)
      hue.paint(&style)
      for place in places { ruleStyles[members[place].name] = style }
    }
  }
}
