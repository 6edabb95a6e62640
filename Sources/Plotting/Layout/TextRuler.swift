/// Measures texts, each once, and makes them fit.
final class TextRuler {
  private struct Key: Hashable {
    let text: String
    let font: Font
  }

  private let measuring: any TextMeasuring
  private var known: [Key: TextExtents] = [:]

  /// How large a raised exponent is, as a share of its base.
  static let exponentScale = 0.72

  /// A line that is as high as any of the texts to come.
  private let tallest: String
  /// The texts to come that hold formulas, whose scripts make lines higher.
  private let formulas: [String]

  /// - Parameter texts: what will be set; letters of other scripts come from other fonts, whose
  ///   lines can be a quarter higher.
  init(_ measuring: any TextMeasuring, texts: [String] = []) {
    self.measuring = measuring
    let limit = 200
    var others: Set<Character> = []
    formulas = texts.filter(LabelText.hasFormula)
    for text in texts where others.count < limit {
      others.formUnion(LabelText.plain(text).prefix(limit).filter { !$0.isASCII })
    }
    tallest = "Xg" + String(others.sorted().prefix(limit))
  }

  /// The extents of one line.
  func extents(_ text: String, _ font: Font) -> TextExtents {
    let key = Key(text: text, font: font)
    if let extents = known[key] { return extents }
    let extents =
      LabelText.hasFormula(text)
      ? line(text, font).extents : measuring.extents(of: text, in: font)
    known[key] = extents
    return extents
  }

  /// A line with formulas in pieces.
  func line(_ text: String, _ font: Font) -> TypesetLine {
    TypesetLine(text, in: font, ruler: self)
  }

  /// The extents of a tick label with its exponent.
  func extents(_ label: TickLabel, _ font: Font) -> TextExtents {
    var result = extents(label.text, font)
    guard let exponent = label.exponent else { return result }
    let raised = extents(exponent, font.scaled(by: Self.exponentScale))
    result.width += raised.width
    result.ascent = max(result.ascent, Self.rise(in: font) + raised.ascent)
    return result
  }

  /// How far an exponent stands above the baseline.
  static func rise(in font: Font) -> Double { riseShare * font.size }

  static let riseShare = 0.36

  /// The height of a line that holds any of the texts.
  func lineHeight(_ font: Font) -> Double {
    formulas.reduce(extents(tallest, font).height) { max($0, extents($1, font).height) }
  }

  /// `text` in at most `limit` lines of at most `width` points, broken at spaces; what does not
  /// fit ends in an ellipsis.
  func lines(_ text: String, _ font: Font, width: Double, limit: Int = 3) -> [String] {
    let words = Self.words(Self.limited(text))
    var lines: [String] = []
    var current = ""
    for (index, word) in words.enumerated() {
      let longer = current.isEmpty ? word : current + " " + word
      if current.isEmpty || extents(longer, font).width <= width {
        current = longer
      } else if lines.count == limit - 1 {
        current = ([current] + words[index...]).joined(separator: " ")
        break
      } else {
        lines.append(current)
        current = word
      }
    }
    if !current.isEmpty { lines.append(current) }
    return lines.map { shortened($0, font, width: width) }
  }

  /// The words of `text`; a formula is not broken.
  private static func words(_ text: String) -> [String] {
    guard LabelText.hasFormula(text) else {
      return text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    var isFormula = false
    return text.split { character in
      if character == Character(LabelText.opening) { isFormula = true }
      if character == Character(LabelText.closing) { isFormula = false }
      return !isFormula && character.isWhitespace
    }.map(String.init)
  }

  /// `text`, cut where no figure has room for it any more: laying out endless text takes long.
  private static func limited(_ text: String) -> String {
    let limit = 400
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
  }

  /// `text`, or its longest beginning that fits into `width` points with an ellipsis.
  func shortened(_ text: String, _ font: Font, width: Double) -> String {
    let text = Self.limited(text)
    if extents(text, font).width <= width { return text }
    // Half a formula is none.
    if LabelText.hasFormula(text) { return shortened(LabelText.plain(text), font, width: width) }
    var shortest = 0
    var longest = text.count
    while shortest < longest {
      let middle = (shortest + longest + 1) / 2
      if extents(text.prefix(middle) + "…", font).width <= width {
        shortest = middle
      } else {
        longest = middle - 1
      }
    }
    return text.prefix(shortest) + "…"
  }
}
