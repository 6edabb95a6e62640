/// An author's text in which marks stand in the place of what it has between {{ and }}.
///
/// They are put there before Markdown is read, since an underscore or an asterisk in a name would be read as
/// emphasis. Where they come out, in prose or in code, only the reader of Markdown can tell. `\{{` is two
/// braces.
struct PlaceholderText: Hashable, Sendable {
  /// What a mark stands for.
  struct Piece: Hashable, Sendable {
    /// What a piece means in prose.
    enum Meaning: Hashable, Sendable {
      /// What the text between the braces names.
      case placeholder(String)
      /// A text as it is.
      case literal(String)
      /// Braces that nothing closes on their line.
      case unclosed
    }

    let meaning: Meaning
    /// What the author wrote.
    let written: String
    /// Where it stands in the text, in UTF-8 offsets.
    let range: Range<Int>
  }

  /// What begins and ends a mark: a character for private use; where the author has it, it is a piece itself.
  static let mark: Unicode.Scalar = "\u{F0000}"

  /// The text with marks.
  let marked: String
  /// What they stand for, in order.
  let pieces: [Piece]

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var marked = ""
    var pieces: [Piece] = []
    var index = 0
    var offset = 0
    var backslashes = 0
    func isPair(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
      index + 1 < scalars.count && scalars[index] == scalar && scalars[index + 1] == scalar
    }
    func part(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range]))
    }
    func add(_ meaning: Piece.Meaning, _ count: Int) {
      let written = part(index..<index + count)
      marked.unicodeScalars.append(Self.mark)
      marked += String(pieces.count)
      marked.unicodeScalars.append(Self.mark)
      pieces.append(
        Piece(
          meaning: meaning, written: written, range: offset..<offset + written.utf8.count))
      index += count
      offset += written.utf8.count
    }
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\\", backslashes % 2 == 0, isPair("{", at: index + 1) {
        add(.literal("{{"), 3)
      } else if isPair("{", at: index) {
        let end = Self.end(
          of: scalars, from: index + 2, isCode: index > 0 && scalars[index - 1] == "`")
        if let end {
          add(.placeholder(part(index + 2..<end)), end + 2 - index)
        } else {
          add(.unclosed, 2)
        }
      } else if scalar == Self.mark {
        add(.literal(String(scalar)), 1)
      } else {
        marked.unicodeScalars.append(scalar)
        index += 1
        offset += UTF8.width(scalar)
        backslashes = scalar == "\\" ? backslashes + 1 : 0
        continue
      }
      backslashes = 0
    }
    self.marked = marked
    self.pieces = pieces
  }

  /// Where the braces close that open before `start`: on the same line, before others open.
  ///
  /// - Parameter isCode: whether code seems to begin just before the braces: then they close in it.
  private static func end(
    of scalars: [Unicode.Scalar], from start: Int, isCode: Bool
  ) -> Int? {
    var index = start
    while index + 1 < scalars.count {
      switch (scalars[index], scalars[index + 1]) {
      case ("}", "}"): return index
      case ("{", "{"), ("\n", _), ("\r", _): return nil
      case ("`", _) where isCode: return nil
      default: index += 1
      }
    }
    return nil
  }

  /// A text, with something in the place of every mark.
  static func filled<Part>(
    _ text: String, plain: (String) -> Part, piece: (Int) -> [Part]
  ) -> [Part] {
    let parts = text.unicodeScalars.split(separator: mark, omittingEmptySubsequences: false)
    // Text and numbers take turns.
    return parts.enumerated().flatMap { index, part -> [Part] in
      let part = String(Substring(part))
      guard index % 2 == 1 else { return part.isEmpty ? [] : [plain(part)] }
      return Int(part).map(piece) ?? []
    }
  }

  /// A text with what the author wrote in the place of every mark.
  func restored(_ text: String) -> String {
    guard text.unicodeScalars.contains(Self.mark) else { return text }
    return Self.filled(text, plain: { $0 }, piece: { [pieces[$0].written] }).joined()
  }
}
