/// Running text as LaTeX.
enum LaTeXText {
  /// Text that LaTeX sets as it is, whatever it holds: a name cannot be a command.
  static func escaped(_ text: String) -> String {
    text.map { character in escapes[character] ?? String(character) }.joined()
  }

  /// What a character of TeX's own, or one that its fonts lack, is written as.
  private static let escapes: [Character: String] = [
    "\\": #"\textbackslash{}"#, "{": #"\{"#, "}": #"\}"#, "$": #"\$"#, "&": #"\&"#, "#": "\\#",
    "%": #"\%"#, "_": #"\_"#, "^": #"\textasciicircum{}"#, "~": #"\textasciitilde{}"#,
    "<": "$<$", ">": "$>$", "|": "$|$", "\"": #"\textquotedbl{}"#, "−": "$-$", "×": #"$\times$"#,
    "∞": #"$\infty$"#, "≈": #"$\approx$"#, "▲": #"$\blacktriangle$"#, "▼": #"$\blacktriangledown$"#,
    "·": #"$\cdot$"#, "●": #"$\bullet$"#, "’": "'", "‘": "`", "“": "``", "”": "''", "–": "--",
    "—": "---",
    "…": #"\dots{}"#,
    "α": #"$\alpha$"#, "β": #"$\beta$"#, "γ": #"$\gamma$"#, "δ": #"$\delta$"#,
    "ε": #"$\varepsilon$"#,
    "η": #"$\eta$"#, "λ": #"$\lambda$"#, "μ": #"$\mu$"#, "ρ": #"$\rho$"#, "σ": #"$\sigma$"#,
    "χ": #"$\chi$"#, "²": "$^2$", "³": "$^3$", "⁻": "$^-$", "⁰": "$^0$", "¹": "$^1$", "⁴": "$^4$",
    "⁵": "$^5$", "⁶": "$^6$", "⁷": "$^7$", "⁸": "$^8$", "⁹": "$^9$", "√": #"$\surd$"#,
    "≤": #"$\leq$"#,
    "≥": #"$\geq$"#, "\u{a0}": "~", "\n": " ", "[": "{[}", "]": "{]}",
  ]

  /// Inline pieces.
  static func written(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .prose(let text): escaped(text)
      case .strong(let inner): #"\textbf{"# + written(inner) + "}"
      case .emphasis(let inner): #"\emph{"# + written(inner) + "}"
      case .code(let code): #"\texttt{"# + escaped(code) + "}"
      case .math(let formula): "$" + formula + "$"
      case .link(let inner, _), .struck(let inner), .image(let inner, _): written(inner)
      case .reference(let id): escaped(id)
      case .anchor: ""
      case .lineBreak: " "
      }
    }.joined()
  }
}
