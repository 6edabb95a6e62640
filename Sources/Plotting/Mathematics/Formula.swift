/// Mathematics in a label: the part of TeX's that is drawn as well as text is.
indirect enum Formula: Hashable, Sendable {
  /// A letter, a sign or an upright word.
  case symbol(Symbol)
  /// One after the other.
  case row([Formula])
  /// Something with what stands above or below at its right.
  case scripts(Formula, above: Formula?, below: Formula?)
  /// A square root of something, under a bar.
  case root(Formula)
  /// Room, as a share of the font's size.
  case space(Double)

  /// What is written, and how.
  struct Symbol: Hashable, Sendable {
    /// The characters.
    var text: String
    var face: Face
    var kind: Kind

    init(_ text: String, _ face: Face = .upright, _ kind: Kind = .ordinary) {
      self.text = text
      self.face = face
      self.kind = kind
    }
  }

  /// Variables are italic; digits, signs and words are upright.
  enum Face: Hashable, Sendable {
    case upright
    case italic
    case bold
  }

  /// What decides on the room around a symbol (The TeXbook, chapter 18).
  enum Kind: Hashable, Sendable {
    case ordinary
    /// A word such as log.
    case word
    /// A sign between two terms.
    case binary
    /// A sign between two sides.
    case relation
    case opening
    case closing
    case punctuation
  }

  /// What its neighbour on the right takes it for.
  var kind: Kind {
    switch self {
    case .symbol(let symbol): symbol.kind
    case .scripts(let base, _, _): base.kind
    case .row, .root, .space: .ordinary
    }
  }
}
