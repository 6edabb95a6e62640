import SpecLanguage

/// The commands of TeX that stand for a symbol, and what else a formula can hold.
enum FormulaSymbols {
  /// The symbol that `command`, without its backslash, stands for.
  static func symbol(for command: String) -> Formula.Symbol? {
    if let letter = letters[command] { return Formula.Symbol(letter, .italic) }
    // As TeX has them: capital Greek letters are upright.
    if let letter = capitals[command] { return Formula.Symbol(letter) }
    if words.contains(command) { return Formula.Symbol(command, .upright, .word) }
    if let sign = binaries[command] { return Formula.Symbol(sign, .upright, .binary) }
    if let sign = relations[command] { return Formula.Symbol(sign, .upright, .relation) }
    if let sign = signs[command] { return Formula.Symbol(sign) }
    return nil
  }

  /// The symbol of a character that is written as itself; nil for one that stands in no formula.
  static func symbol(for scalar: Unicode.Scalar) -> Formula.Symbol? {
    switch scalar {
    case "-": Formula.Symbol("\u{2212}", .upright, .binary)
    case "*": Formula.Symbol("\u{2217}", .upright, .binary)
    case "+", "×", "·", "±", "−": Formula.Symbol(String(scalar), .upright, .binary)
    case "=", "<", ">", "≤", "≥", "≠", "≈", "→": Formula.Symbol(String(scalar), .upright, .relation)
    case "(", "[": Formula.Symbol(String(scalar), .upright, .opening)
    case ")", "]": Formula.Symbol(String(scalar), .upright, .closing)
    case ",", ";", ":": Formula.Symbol(String(scalar), .upright, .punctuation)
    case "'": Formula.Symbol("\u{2032}")
    case "0"..."9", ".", "/", "|", "!", "∞": Formula.Symbol(String(scalar))
    case _ where scalar.properties.isAlphabetic:
      Formula.Symbol(String(scalar), isCapitalGreek(scalar) ? .upright : .italic)
    default: nil
    }
  }

  private static func isCapitalGreek(_ scalar: Unicode.Scalar) -> Bool {
    (0x391...0x3A9).contains(scalar.value)
  }

  /// What stands over a letter, as the character that combines with the one before.
  static let accents = [
    "hat": "\u{302}", "bar": "\u{304}", "tilde": "\u{303}", "dot": "\u{307}", "ddot": "\u{308}",
  ]

  /// What is written as text in braces after the command.
  static let faces: [String: Formula.Face] = [
    "mathrm": .upright, "text": .upright, "operatorname": .upright, "mathit": .italic,
    "mathbf": .bold,
  ]

  /// The letters that `\mathcal` and `\mathbb` have in fonts of text.
  static let alphabets: [String: [Unicode.Scalar: String]] = [
    "mathcal": [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
    ],
    "mathbb": ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ", "E": "𝔼"],
  ]

  /// Room, as shares of the font's size.
  static let spaces: [String: Double] = [
    ",": 0.17, ":": 0.22, ";": 0.28, " ": 0.33, "quad": 1, "!": -0.17,
  ]

  /// The characters that a backslash makes of themselves.
  static let escapes: Set<Unicode.Scalar> = ["$", "%", "#", "&", "_", "{", "}"]

  /// What can be written in the place of the command `name`: the nearest one, or what there is.
  static func help(for name: String) -> String {
    let nearest = Spelling.help(for: name, among: commands)
    if nearest.hasPrefix("did you mean") { return nearest }
    return
      "expected: Greek letters, ^ and _, \\hat \\bar \\tilde \\sqrt, \\mathrm \\mathbf \\mathcal"
      + " \\mathbb, \\log \\exp \\min \\max, \\times \\cdot \\pm \\leq \\geq \\approx \\to \\infty"
      + " \\nabla \\partial"
  }

  private static var commands: [String] {
    let tables: [[String]] = [
      Array(letters.keys), Array(capitals.keys), words, Array(binaries.keys), Array(relations.keys),
      Array(signs.keys), Array(accents.keys), Array(faces.keys), Array(alphabets.keys), ["sqrt"],
    ]
    return tables.joined().sorted()
  }

  /// Small Greek letters, the most usual first.
  private static let letters = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "ell": "ℓ",
  ]

  private static let capitals = [
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
  ]

  private static let words = [
    "log", "ln", "exp", "min", "max", "arg", "sin", "cos", "tan", "lim", "sup", "inf", "det", "Pr",
  ]

  private static let binaries = [
    "times": "×", "cdot": "·", "pm": "±", "mp": "∓", "ast": "∗", "circ": "∘", "oplus": "⊕",
    "odot": "⊙", "otimes": "⊗",
  ]

  private static let relations = [
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈", "sim": "∼",
    "propto": "∝", "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←", "equiv": "≡",
    "ll": "≪", "gg": "≫", "in": "∈", "mid": "|",
  ]

  private static let signs = [
    "infty": "∞", "nabla": "∇", "partial": "∂", "|": "‖", "Vert": "‖", "vert": "|", "prime": "′",
    "ldots": "…", "dots": "…", "cdots": "⋯", "sum": "∑", "prod": "∏", "top": "⊤", "degree": "°",
  ]
}
