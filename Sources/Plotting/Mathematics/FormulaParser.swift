/// What cannot be drawn of a formula, and where.
package struct FormulaFault: Error, Hashable, Sendable {
  /// The bytes of the label's UTF-8 that are meant.
  package var range: Range<Int>
  /// What is wrong.
  package var message: String
  /// What to write instead.
  package var help: String
}

/// Reads the TeX between two dollar signs.
struct FormulaParser {
  private let scalars: [Unicode.Scalar]
  /// Where each character starts in the label's UTF-8, and where the last one ends.
  private let offsets: [Int]
  private var place = 0
  private var depth = 0

  /// So deep may braces and scripts lie in each other: a label has a line.
  private static let mostDepth = 8

  /// - Parameter start: where `source` starts in the label's UTF-8.
  init(_ source: some StringProtocol, at start: Int = 0) {
    scalars = Array(source.unicodeScalars)
    offsets = scalars.reduce(into: [start]) { $0.append($0[$0.count - 1] + $1.utf8.count) }
  }

  /// The whole formula.
  static func formula(
    _ source: some StringProtocol, at start: Int = 0
  ) throws(FormulaFault) -> Formula {
    var parser = FormulaParser(source, at: start)
    return try parser.row(until: nil)
  }

  // MARK: Rows

  /// Everything up to `end`, which is passed; up to the end of the formula if nil.
  private mutating func row(until end: Unicode.Scalar?) throws(FormulaFault) -> Formula {
    let start = place
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.mostDepth else {
      throw fault(place, "braces and scripts lie too deep in each other", "write it in fewer steps")
    }
    var parts: [Formula] = []
    while let scalar = peek {
      if scalar == end {
        place += 1
        return .row(parts)
      }
      switch scalar {
      case "}": throw fault(place, "'}' without '{'", "write \\} for a brace")
      case "^", "_":
        throw fault(
          place, "'\(scalar)' stands after nothing",
          "write {}\(scalar) or what it belongs to before")
      case _ where scalar.properties.isWhitespace: place += 1
      default: parts.append(try scripted())
      }
    }
    if let end {
      throw fault(max(0, start - 1), "'{' without '\(end)'", "close it, or write \\{ for a brace")
    }
    return .row(parts)
  }

  /// A part with what stands above and below it.
  private mutating func scripted() throws(FormulaFault) -> Formula {
    let base = try part()
    var above: Formula?
    var below: Formula?
    while let mark = peekVisible, mark == "^" || mark == "_" || mark == "'" {
      skipSpaces()
      let start = place
      place += 1
      if mark == "'" {
        guard above == nil else { throw doubled(start, "a second exponent") }
        above = .symbol(Formula.Symbol("\u{2032}"))
        continue
      }
      let script = try argument(of: String(mark), at: start)
      if mark == "^" {
        guard above == nil else { throw doubled(start, "a second exponent") }
        above = script
      } else {
        guard below == nil else { throw doubled(start, "a second index") }
        below = script
      }
    }
    return above == nil && below == nil ? base : .scripts(base, above: above, below: below)
  }

  private func doubled(_ start: Int, _ what: String) -> FormulaFault {
    fault(
      start, "\(what) at the same place", "put the first one into braces with what it stands at")
  }

  // MARK: Parts

  private mutating func part() throws(FormulaFault) -> Formula {
    guard let scalar = peek else { return .row([]) }
    let start = place
    place += 1
    switch scalar {
    case "{": return try row(until: "}")
    case "\\": return try command(at: start)
    case "~": return .space(0.33)
    default:
      guard let symbol = FormulaSymbols.symbol(for: scalar) else {
        throw fault(
          start, "a formula cannot hold '\(scalar)'",
          "write it outside the dollar signs or in \\text{...}")
      }
      return .symbol(symbol)
    }
  }

  private mutating func command(at start: Int) throws(FormulaFault) -> Formula {
    guard let first = peek else {
      throw fault(start, "'\\' at the end of a formula", "write the name of a symbol after it")
    }
    var name = String(first)
    place += 1
    if first.isTeXLetter {
      while let next = peek, next.isTeXLetter {
        name.unicodeScalars.append(next)
        place += 1
      }
    } else if FormulaSymbols.escapes.contains(first) {
      return .symbol(Formula.Symbol(name))
    }
    if let symbol = FormulaSymbols.symbol(for: name) { return .symbol(symbol) }
    if let room = FormulaSymbols.spaces[name] { return .space(room) }
    if let accent = FormulaSymbols.accents[name] { return try accented(accent, name, at: start) }
    if let face = FormulaSymbols.faces[name] { return try worded(face, name, at: start) }
    if let alphabet = FormulaSymbols.alphabets[name] { return try letters(alphabet, name, start) }
    switch name {
    case "sqrt": return try root(at: start)
    // Brackets of a line of text need not grow.
    case "left", "right": return .row([])
    default: throw unknown(name, start)
    }
  }

  private func unknown(_ name: String, _ start: Int) -> FormulaFault {
    let help = name == "frac" ? "write a / b" : FormulaSymbols.help(for: name)
    return fault(start, "a label cannot draw '\\\(name)'", help)
  }

  /// A letter with something over it.
  private mutating func accented(
    _ accent: String, _ name: String, at start: Int
  ) throws(FormulaFault) -> Formula {
    var inner = try argument(of: "\\" + name, at: start)
    if case .row(let parts) = inner, parts.count == 1 { inner = parts[0] }
    guard case .symbol(var symbol) = inner, symbol.text.unicodeScalars.count == 1 else {
      throw fault(start, "'\\\(name)' stands over one letter", "give it one letter")
    }
    symbol.text += accent
    return .symbol(symbol)
  }

  /// Words, with their spaces.
  private mutating func worded(
    _ face: Formula.Face, _ name: String, at start: Int
  ) throws(FormulaFault) -> Formula {
    skipSpaces()
    guard peek == "{" else {
      throw fault(start, "'\\\(name)' needs braces", "write \\\(name){...}")
    }
    place += 1
    var text = ""
    while let scalar = peek, scalar != "}" {
      place += 1
      switch scalar {
      case "\\":
        guard let next = peek, FormulaSymbols.escapes.contains(next) else {
          throw fault(place - 1, "'\\\(name)' holds words alone", "close it before the command")
        }
        text.unicodeScalars.append(next)
        place += 1
      case "{", "^", "_", "$":
        throw fault(
          place - 1, "'\\\(name)' holds words alone", "write \\\(scalar) for the character")
      default: text.unicodeScalars.append(scalar)
      }
    }
    guard peek == "}" else { throw fault(start, "'\\\(name){' without '}'", "close it") }
    place += 1
    return .symbol(Formula.Symbol(text, face, name == "operatorname" ? .word : .ordinary))
  }

  private mutating func letters(
    _ alphabet: [Unicode.Scalar: String], _ name: String, _ start: Int
  ) throws(FormulaFault) -> Formula {
    let inner = try argument(of: "\\" + name, at: start)
    var parts: [Formula] = [inner]
    if case .row(let row) = inner { parts = row }
    var letters: [Formula] = []
    for part in parts {
      guard case .symbol(let symbol) = part, let letter = symbol.text.unicodeScalars.first,
        let drawn = alphabet[letter]
      else {
        let known = alphabet.keys.map(String.init).sorted().joined(separator: " ")
        throw fault(start, "fonts of text have no such letters", "\\\(name) takes one of \(known)")
      }
      letters.append(.symbol(Formula.Symbol(drawn)))
    }
    return .row(letters)
  }

  /// A root with what stands under its bar.
  private mutating func root(at start: Int) throws(FormulaFault) -> Formula {
    .root(try argument(of: "\\sqrt", at: start))
  }

  /// What a command or a mark takes: what is in braces, or one part.
  private mutating func argument(
    of name: String, at start: Int
  ) throws(FormulaFault) -> Formula {
    skipSpaces()
    guard let next = peek, next != "}", next != "^", next != "_" else {
      throw fault(start, "'\(name)' needs something after it", "write \(name){...}")
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.mostDepth else {
      throw fault(start, "braces and scripts lie too deep in each other", "write it in fewer steps")
    }
    return try part()
  }

  // MARK: Characters

  private var peek: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private var peekVisible: Unicode.Scalar? {
    scalars[place...].first { !$0.properties.isWhitespace }
  }

  private mutating func skipSpaces() {
    while let next = peek, next.properties.isWhitespace { place += 1 }
  }

  /// A fault of what stands between the character `start` and the present one.
  private func fault(_ start: Int, _ message: String, _ help: String) -> FormulaFault {
    let last = scalars.count - 1
    let first = max(0, min(start, last))
    let end = max(first + 1, min(place, scalars.count))
    return FormulaFault(
      range: offsets[first]..<offsets[min(end, offsets.count - 1)], message: message, help: help)
  }
}

extension Unicode.Scalar {
  /// Whether it can stand in the name of a command.
  fileprivate var isTeXLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
