extension Formula {
  /// The formula in plain characters: raised and lowered digits where Unicode has them.
  var plainText: String {
    switch self {
    case .symbol(let symbol): symbol.text
    case .space(let room): room > 0.1 ? " " : ""
    case .row(let parts):
      FormulaSpacing.spaced(parts, isScript: false).map { part, room in
        (room > 0.1 ? " " : "") + part.plainText
      }.joined()
    case .root(.row(let parts)) where parts.count != 1: "√(\(Formula.row(parts).plainText))"
    case .root(let inner): "√" + inner.plainText
    case .scripts(let base, let above, let below):
      base.plainText + (below.map { Self.script($0, "_", Self.lowered) } ?? "")
        + (above.map { Self.script($0, "^", Self.raised) } ?? "")
    }
  }

  private static func script(
    _ formula: Formula, _ mark: String, _ characters: [Character: Character]
  ) -> String {
    let text = formula.plainText.filter { $0 != " " }
    if text == "\u{2032}" { return text }
    let drawn = text.compactMap { characters[$0] }
    if drawn.count == text.count { return String(drawn) }
    return text.count == 1 ? mark + text : "\(mark)(\(text))"
  }

  private static let raised: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹", "\u{2212}": "⁻", "+": "⁺", "n": "ⁿ",
  ]

  private static let lowered: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈",
    "9": "₉", "\u{2212}": "₋", "+": "₊",
  ]
}
