/// The running text of TeX as bibliographies have it: accents, braces, dashes, quotation marks.
struct TeXText {
  /// The most accents of one letter; no language has more.
  private static let mostAccents = 4

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var result = ""
  /// The accents that the next letter takes, the innermost last.
  private var accents: [Unicode.Scalar] = []

  /// What TeX prints for `text`, as near as plain text comes to it; commands that are unknown leave their
  /// argument.
  static func plain(_ text: String) -> String {
    var reader = TeXText(scalars: Array(text.unicodeScalars))
    while reader.index < reader.scalars.count { reader.step() }
    return reader.result.split(separator: " ").joined(separator: " ")
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func step() {
    let scalar = scalars[index]
    index += 1
    switch scalar {
    case "\\": command()
    case "{", "$": break
    case "}": accents = []
    case " ": if accents.isEmpty { result += " " }
    case "~": append("\u{A0}")
    case "-": append(["-", "–", "—"][min(2, run(of: "-", atMost: 2))])
    case "`": append(run(of: "`", atMost: 1) > 0 ? "“" : "‘")
    case "'": append(run(of: "'", atMost: 1) > 0 ? "”" : "’")
    default: append(String(scalar))
    }
  }

  /// How many more of the same follow, which are stepped over.
  private mutating func run(of scalar: Unicode.Scalar, atMost most: Int) -> Int {
    var count = 0
    while count < most, index < scalars.count, scalars[index] == scalar {
      index += 1
      count += 1
    }
    return count
  }

  private mutating func command() {
    guard index < scalars.count else { return }
    let first = scalars[index]
    index += 1
    guard Self.isLetter(first) else {
      switch first {
      case " ", "\\", ",", ";", ":": append(" ")
      case "-", "/": break
      default:
        if let mark = Self.marks[String(first)] {
          add(mark)
        } else {
          append(String(first))
        }
      }
      return
    }
    var name = String(first)
    while index < scalars.count, Self.isLetter(scalars[index]) {
      name.unicodeScalars.append(scalars[index])
      index += 1
    }
    while index < scalars.count, scalars[index] == " " { index += 1 }
    if let mark = Self.marks[name] {
      add(mark)
    } else if let letter = Self.letters[name] {
      append(letter)
    }
  }

  private mutating func add(_ accent: Unicode.Scalar) {
    if accents.count < Self.mostAccents { accents.append(accent) }
  }

  private mutating func append(_ text: String) {
    guard !accents.isEmpty else {
      result += text
      return
    }
    // An accent replaces the dot of an i.
    var letter = ["ı": "i", "ȷ": "j"][text] ?? text
    for mark in accents.reversed() {
      letter.unicodeScalars.append(mark)
      letter = Self.composed[letter] ?? letter
    }
    accents = []
    result += letter
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static let marks: [String: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", "u": "\u{306}",
    ".": "\u{307}", "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}", "v": "\u{30C}",
    "d": "\u{323}", "c": "\u{327}", "k": "\u{328}", "b": "\u{331}",
  ]

  private static let letters = [
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø",
    "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ",
    "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX",
    "ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—", "textquoteright": "’",
    "textquoteleft": "‘", "textasciitilde": "~", "textbackslash": "\\", "textunderscore": "_",
    "S": "§", "copyright": "©", "times": "×", "alpha": "α", "beta": "β", "gamma": "γ",
    "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "lambda": "λ", "mu": "μ", "ell": "ℓ",
    "infty": "∞", "leq": "≤", "geq": "≥", "approx": "≈", "rightarrow": "→", "to": "→",
  ]

  /// Letters with an accent that are one scalar, by the same in two: texts are equal where their canonical
  /// forms are.
  private static let composed: [String: String] = Dictionary(
    uniqueKeysWithValues: [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap { number in
      Unicode.Scalar(UInt32(number)).map { (String($0), String($0)) }
    })
}
