/// An author's text with what its placeholders mean.
struct AuthoredText: Hashable, Sendable {
  /// A placeholder that is shown.
  struct Shown: Hashable, Sendable {
    let placeholder: Placeholder
    /// What stands between the braces, without spaces at its ends.
    let source: String
    /// Where the spec has it, in bytes.
    let range: Range<Int>
  }

  /// The text as blocks, in which marks stand for its pieces.
  private let blocks: [Block]
  private let pieces: [PlaceholderText.Piece]
  /// What is shown, by the number of its piece.
  private let shown: [Int: Shown]

  init(_ blocks: [Block], _ pieces: [PlaceholderText.Piece], shown: [Int: Shown]) {
    self.blocks = blocks
    self.pieces = pieces
    self.shown = shown
  }

  /// The placeholders in the order of the text.
  var placeholders: [Shown] { pieces.indices.compactMap { shown[$0] } }

  /// The blocks with something in the place of every placeholder.
  func blocks(_ inlines: (Shown) -> [Inline]) -> [Block] {
    guard !pieces.isEmpty else { return blocks }
    return blocks.map { block in
      block.mapped { inline in
        switch inline {
        case .text(let text): filled(text, inlines) { .text($0) }
        case .prose(let text): filled(text, inlines) { .prose($0) }
        default: [inline]
        }
      }
    }
  }

  private func filled(
    _ text: String, _ inlines: (Shown) -> [Inline], _ plain: (String) -> Inline
  ) -> [Inline] {
    PlaceholderText.filled(text, plain: plain) { number in
      guard pieces.indices.contains(number) else { return [] }
      if let shown = shown[number] { return inlines(shown) }
      guard case .literal(let text) = pieces[number].meaning else {
        return [plain(pieces[number].written)]
      }
      return [plain(text)]
    }
  }
}
