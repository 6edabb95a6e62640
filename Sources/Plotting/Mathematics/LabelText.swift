/// Text of an author's with mathematics between dollar signs, such as `decay $\beta_2$`.
///
/// It travels as one `String` like any other text of a figure: the dollar signs that mean mathematics
/// become the control characters that shift to another set of characters and back, which no text of a spec
/// holds, and `\$` a dollar sign. So names with dollar signs, which nobody meant as mathematics, stay as
/// they are.
package enum LabelText {
  /// Where a formula begins.
  static let opening: Unicode.Scalar = "\u{E}"
  /// Where it ends.
  static let closing: Unicode.Scalar = "\u{F}"

  /// A part of a label.
  package enum Part: Hashable, Sendable {
    case text(String)
    /// TeX without its dollar signs.
    case formula(String)
  }

  /// What an author has written, with its formulas marked.
  package static func marked(_ source: String) throws(FormulaFault) -> String {
    guard source.utf8.contains(UInt8(ascii: "$")) else { return source }
    var marked = String.UnicodeScalarView()
    var formula = String.UnicodeScalarView()
    // Where the formula that is being read begins.
    var start: Int?
    var offset = 0
    var isEscaped = false
    for scalar in source.unicodeScalars {
      defer { offset += UTF8.width(scalar) }
      if scalar == "$", isEscaped {
        // In a formula the backslash stays: TeX wants it.
        if start == nil { marked.append(scalar) } else { formula.append(scalar) }
        isEscaped = false
        continue
      }
      if isEscaped, start == nil { marked.append("\\") }
      isEscaped = scalar == "\\" && !isEscaped
      guard let opened = start else {
        if scalar == "$" { start = offset } else if !isEscaped { marked.append(scalar) }
        continue
      }
      guard scalar == "$" else {
        formula.append(scalar)
        continue
      }
      guard formula.contains(where: { !$0.properties.isWhitespace }) else {
        throw FormulaFault(
          range: opened..<offset + 1, message: "nothing stands between two dollar signs",
          help: "write \\$ for a dollar sign")
      }
      _ = try FormulaParser.formula(String(formula), at: opened + 1)
      marked.append(opening)
      marked.append(contentsOf: formula)
      marked.append(closing)
      (formula, start) = (String.UnicodeScalarView(), nil)
    }
    if isEscaped, start == nil { marked.append("\\") }
    if let start {
      throw FormulaFault(
        range: start..<start + 1, message: "'$' begins mathematics that does not end",
        help: "close it, or write \\$ for a dollar sign")
    }
    return String(marked)
  }

  /// Whether `text` holds a formula.
  package static func hasFormula(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: opening))
  }

  /// The parts of `text`; a formula that was cut off ends with the text.
  package static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var current = String.UnicodeScalarView()
    func part(_ scalars: String.UnicodeScalarView, _ isFormula: Bool) -> Part {
      isFormula ? .formula(String(scalars)) : .text(String(scalars))
    }
    var isFormula = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case opening, closing:
        if !current.isEmpty { parts.append(part(current, isFormula)) }
        current = String.UnicodeScalarView()
        isFormula = scalar == opening
      default: current.append(scalar)
      }
    }
    if !current.isEmpty { parts.append(part(current, isFormula)) }
    return parts
  }

  /// The text in plain characters, as a reader hears it: `β₂`, `10⁻³`, `x_(max)`.
  package static func plain(_ text: String) -> String {
    guard hasFormula(text) else { return text }
    return parts(of: text).map { part in
      switch part {
      case .text(let text): text
      case .formula(let source):
        (try? FormulaParser.formula(source)).map(\.plainText) ?? source
      }
    }.joined()
  }

  /// The text as LaTeX sets it: formulas as the author wrote them, all else as it is.
  package static func latex(_ text: String) -> String {
    guard hasFormula(text) else { return LaTeXEscaping.escaped(text) }
    return parts(of: text).map { part in
      switch part {
      case .text(let text): LaTeXEscaping.escaped(text)
      case .formula(let source): "$\(source)$"
      }
    }.joined()
  }
}
