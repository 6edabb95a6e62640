/// A line of text with formulas, in pieces of one font each.
struct TypesetLine {
  /// Text in one font.
  struct Piece: Hashable, Sendable {
    var text: String
    var font: Font
    /// From the start of the line, in points.
    var x: Double
    /// Above the line's own baseline, in points; below it if negative.
    var rise: Double
  }

  /// A line that is drawn: a root with its bar.
  struct Rule: Hashable, Sendable {
    /// Its corners: from the start of the line, and above the line's own baseline, in points.
    var corners: [Corner]
    /// How thick it is, in points.
    var width: Double

    struct Corner: Hashable, Sendable {
      var x: Double
      var rise: Double
    }
  }

  private(set) var pieces: [Piece] = []
  fileprivate(set) var rules: [Rule] = []
  fileprivate(set) var extents: TextExtents
  private let ruler: TextRuler

  /// How far scripts stand above and below the baseline, as shares of the size of what they stand at.
  private static let rise = TextRuler.riseShare
  private static let drop = 0.17
  /// An index that has an exponent over it stands lower.
  private static let deepDrop = 0.24
  /// No script is smaller than this share of the line's font.
  private static let leastScale = 0.52
  /// A slanted letter's top leans so far over what follows, as a share of its size.
  private static let lean = 0.06

  /// Lays out `text` from left to right.
  init(_ text: String, in font: Font, ruler: TextRuler) {
    self.ruler = ruler
    let empty = ruler.extents("", font)
    extents = TextExtents(width: 0, ascent: empty.ascent, descent: empty.descent)
    for part in LabelText.parts(of: text) {
      switch part {
      case .text(let text): append(text, font, rise: 0)
      case .formula(let source):
        if let formula = try? FormulaParser.formula(source) {
          set(formula, in: font, whole: font, rise: 0)
        } else {
          append(source, font, rise: 0)
        }
      }
    }
  }

  private mutating func append(_ text: String, _ font: Font, rise: Double) {
    guard !text.isEmpty else { return }
    // What leans over its right border keeps off what stands upright there.
    if let last = pieces.last, last.font.isItalic, !font.isItalic, last.rise == rise {
      extents.width += Self.lean * last.font.size
    }
    let size = ruler.extents(text, font)
    pieces.append(Piece(text: text, font: font, x: extents.width, rise: rise))
    extents.width += size.width
    extents.ascent = max(extents.ascent, rise + size.ascent)
    extents.descent = max(extents.descent, size.descent - rise)
  }

  /// Signs and words that stand in one font side by side become one piece, as kerning wants it.
  fileprivate mutating func set(
    _ formula: Formula, in font: Font, whole: Font, rise: Double, isScript: Bool = false
  ) {
    switch formula {
    case .symbol(let symbol):
      var font = font
      font.isItalic = symbol.face == .italic
      if symbol.face == .bold { font.isBold = true }
      append(symbol.text, font, rise: rise)
    case .space(let room): extents.width += room * font.size
    case .row(let parts):
      for (part, room) in FormulaSpacing.spaced(Self.joined(parts), isScript: isScript) {
        extents.width += room * font.size
        set(part, in: font, whole: whole, rise: rise, isScript: isScript)
      }
    case .root(let inner):
      setRoot(of: inner, in: font, whole: whole, rise: rise, isScript: isScript)
    case .scripts(let base, let above, let below):
      set(base, in: font, whole: whole, rise: rise, isScript: isScript)
      let isLeaning = pieces.last?.font.isItalic ?? false
      let scale = max(TextRuler.exponentScale, Self.leastScale * whole.size / font.size)
      var small = font.scaled(by: min(1, scale))
      small.isItalic = false
      let start = extents.width
      var end = start
      if let below {
        let drop = above == nil ? Self.drop : Self.deepDrop
        set(below, in: small, whole: whole, rise: rise - drop * font.size, isScript: true)
        end = extents.width
      }
      if let above {
        extents.width = start + (isLeaning ? Self.lean * font.size : 0)
        set(above, in: small, whole: whole, rise: rise + Self.rise * font.size, isScript: true)
        end = max(end, extents.width)
      }
      extents.width = end
    }
  }

  /// Digits that follow each other as one number.
  private static func joined(_ parts: [Formula]) -> [Formula] {
    var result: [Formula] = []
    for part in parts {
      if case .symbol(let next) = part, next.kind == .ordinary, next.face == .upright,
        next.text.allSatisfy(Self.isDigit), case .symbol(var last)? = result.last,
        last.kind == .ordinary, last.face == .upright, last.text.allSatisfy(Self.isDigit)
      {
        last.text += next.text
        result[result.count - 1] = .symbol(last)
      } else {
        result.append(part)
      }
    }
    return result
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || character == ".")
  }
}

extension TypesetLine {
  /// The sign and the bar of a root grow with what stands under them.
  ///
  /// Letters of a font reach about 0.76 of its size above the baseline and 0.22 below it: less than its
  /// lines do, whose height keeps room for accents.
  fileprivate mutating func setRoot(
    of inner: Formula, in font: Font, whole: Font, rise: Double, isScript: Bool
  ) {
    let size = font.size
    let (start, firstPiece, firstRule) = (extents.width, pieces.count, rules.count)
    extents.width += 0.52 * size
    set(inner, in: font, whole: whole, rise: rise, isScript: isScript)
    extents.width += (pieces.last?.font.isItalic ?? false ? 0.1 : 0.06) * size
    let within = pieces[firstPiece...]
    let highest = within.map { $0.rise + 0.76 * $0.font.size }.max() ?? rise + 0.76 * size
    let lowest = within.map { $0.rise - 0.22 * $0.font.size }.min() ?? rise
    let width = 0.065 * size
    let bars = rules[firstRule...].flatMap(\.corners).map(\.rise)
    let top = max(highest, bars.max().map { $0 + width } ?? highest) + 0.09 * size
    // The sign stands on the line unless something hangs below it.
    let foot = min(rise - 0.06 * size, lowest + 0.14 * size)
    rules.append(
      Rule(
        corners: [
          (0.04, rise + 0.28 * size), (0.14, rise + 0.34 * size), (0.28, foot), (0.47, top),
        ]
        .map { Rule.Corner(x: start + $0.0 * size, rise: $0.1) }
          + [Rule.Corner(x: extents.width, rise: top)], width: width))
    extents.ascent = max(extents.ascent, top + width)
    extents.descent = max(extents.descent, width - foot)
  }
}
