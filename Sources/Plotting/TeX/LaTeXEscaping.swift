/// Writes plain text, scalar by scalar, so that LaTeX sets it as it is.
///
/// Symbols that text fonts lack become formulas, neighbours one formula. Letters of any script stay:
/// LuaLaTeX and XeLaTeX set what their font has, pdfLaTeX what its encodings know.
package struct LaTeXEscaping {
  private var text = ""
  private var formula = ""
  private var script = Script.none
  private var last: Unicode.Scalar?

  /// Where the symbols of a formula stand.
  private enum Script: String {
    case none = ""
    case above = "^{"
    case below = "_{"
  }

  /// Begins with nothing.
  package init() {}

  /// Takes one more.
  package mutating func append(_ scalar: Unicode.Scalar) {
    defer { last = scalar }
    if let symbol = Self.superscripts[scalar] { return add(symbol, .above) }
    if let symbol = Self.subscripts[scalar] { return add(symbol, .below) }
    if let symbol = Self.symbols[scalar] { return add(symbol, .none) }
    endFormula()
    if let mark = Self.marks[scalar] {
      text += mark
    } else if scalar.properties.isWhitespace {
      text += " "
    } else if scalar.isInvisibleControl {
      text += "?"
    } else {
      // Two of them would become a dash or a quotation mark.
      if scalar == last, "-',".unicodeScalars.contains(scalar) { text += "{}" }
      text.unicodeScalars.append(scalar)
    }
  }

  /// What has been written.
  package var finished: String {
    var copy = self
    copy.endFormula()
    return copy.text
  }

  /// `text` as LaTeX sets it, whatever it holds: a name cannot be a command.
  ///
  /// It goes scalar by scalar, since a backslash with a combining accent is another character to
  /// Swift and still a backslash to TeX.
  package static func escaped(_ text: String) -> String {
    var escaping = LaTeXEscaping()
    for scalar in text.unicodeScalars { escaping.append(scalar) }
    return escaping.finished
  }

  private mutating func add(_ symbol: String, _ place: Script) {
    if place != script {
      if script != .none { formula += "}" }
      formula += place.rawValue
      script = place
    }
    formula += symbol
  }

  private mutating func endFormula() {
    guard !formula.isEmpty else { return }
    text += "$" + formula + (script == .none ? "" : "}") + "$"
    (formula, script) = ("", .none)
  }

  /// TeX's own characters, and those that it would take for others.
  private static let marks: [Unicode.Scalar: String] = [
    "\\": #"\textbackslash{}"#, "{": #"\{"#, "}": #"\}"#, "$": #"\$"#, "&": #"\&"#, "#": "\\#",
    "%": #"\%"#, "_": #"\_"#, "^": #"\textasciicircum{}"#, "~": #"\textasciitilde{}"#,
    "\"": #"{\char34}"#, "`": #"\textasciigrave{}"#, "’": "'", "‘": "`", "“": "``",
    "”": "''", "–": "--", "—": "---", "…": #"\dots{}"#, "\u{a0}": "~", "\u{202f}": #"\,"#,
    "\u{2009}": #"\,"#, "\u{ad}": #"\-"#, "\u{200b}": #"\hspace{0pt}"#, "½": #"\textonehalf{}"#,
  ]

  private static let symbols: [Unicode.Scalar: String] = [
    "<": "<", ">": ">", "|": "|", "−": "-", "×": #"\times"#, "∞": #"\infty"#, "≈": #"\approx"#,
    "▲": #"\blacktriangle"#, "▼": #"\blacktriangledown"#, "·": #"\cdot"#, "●": #"\bullet"#,
    "≤": #"\leq"#, "≥": #"\geq"#, "≠": #"\neq"#, "±": #"\pm"#, "∓": #"\mp"#, "√": #"\surd"#,
    "‖": #"\|"#, "→": #"\to"#, "←": #"\gets"#, "α": #"\alpha"#, "β": #"\beta"#, "γ": #"\gamma"#,
    "δ": #"\delta"#, "ε": #"\varepsilon"#, "ζ": #"\zeta"#, "η": #"\eta"#, "θ": #"\theta"#,
    "κ": #"\kappa"#, "λ": #"\lambda"#, "μ": #"\mu"#, "µ": #"\mu"#, "ν": #"\nu"#, "ξ": #"\xi"#,
    "π": #"\pi"#, "ρ": #"\rho"#, "σ": #"\sigma"#, "τ": #"\tau"#, "φ": #"\varphi"#, "χ": #"\chi"#,
    "ψ": #"\psi"#, "ω": #"\omega"#, "Γ": #"\Gamma"#, "Δ": #"\Delta"#, "Θ": #"\Theta"#,
    "Λ": #"\Lambda"#, "Σ": #"\Sigma"#, "Φ": #"\Phi"#, "Ψ": #"\Psi"#, "Ω": #"\Omega"#,
  ]

  private static let superscripts: [Unicode.Scalar: String] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁻": "-", "⁺": "+", "ⁿ": "n",
  ]

  private static let subscripts: [Unicode.Scalar: String] = [
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8",
    "₉": "9", "₋": "-", "₊": "+",
  ]
}
