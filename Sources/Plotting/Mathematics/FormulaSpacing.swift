/// The room between the parts of a formula (The TeXbook, chapter 18), as shares of the font's size.
enum FormulaSpacing {
  private static let thin = 0.17
  private static let medium = 0.22
  private static let thick = 0.28

  /// Each part with the room before it; scripts have none around signs.
  static func spaced(_ parts: [Formula], isScript: Bool) -> [(part: Formula, room: Double)] {
    let parts = parts.filter { if case .row(let inner) = $0 { !inner.isEmpty } else { true } }
    var result: [(part: Formula, room: Double)] = []
    var left: Formula.Kind?
    for (index, part) in parts.enumerated() {
      var kind = part.kind
      if kind == .binary {
        let right = index + 1 < parts.count ? parts[index + 1].kind : nil
        // A minus before a number is no difference.
        if isEnd(left, .opening) || isEnd(right, .closing) { kind = .ordinary }
      }
      let room = left.map { self.room($0, kind, isScript: isScript) } ?? 0
      result.append((part, room))
      left = kind
    }
    return result
  }

  /// Whether nothing stands at a sign's side that it could connect.
  private static func isEnd(_ neighbour: Formula.Kind?, _ bracket: Formula.Kind) -> Bool {
    switch neighbour {
    case nil, .relation, .punctuation: true
    case .binary, .word: bracket == .opening
    case let kind?: kind == bracket
    }
  }

  private static func room(
    _ left: Formula.Kind, _ right: Formula.Kind, isScript: Bool
  ) -> Double {
    switch (left, right) {
    case (.word, .ordinary), (.ordinary, .word), (.word, .word), (.closing, .word): thin
    case (.relation, .relation): 0
    case (.punctuation, _): isScript ? 0 : thin
    case (.relation, _), (_, .relation): isScript ? 0 : thick
    case (.binary, _), (_, .binary): isScript ? 0 : medium
    default: 0
    }
  }
}
