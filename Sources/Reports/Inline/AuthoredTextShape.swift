import Diagnostics
import SpecLanguage

extension Shape<AuthoredText> {
  /// Markdown whose placeholders name what there is.
  static let markdown = Shape<String>.text.refined { text, value, _, decoding -> AuthoredText? in
    let read = PlaceholderText(text)
    let places = MarkPlaces(in: AuthoredMarkdown.blocks(of: read.marked))
    guard let shown = shown(read, places, value, decoding) else { return nil }
    let blocks = AuthoredMarkdown.blocks(of: read.marked) { read.restored($0) }
    return AuthoredText(blocks, read.pieces, shown: shown)
  }

  /// Plain text whose placeholders name what there is.
  static let plainText = Shape<String>.text.refined { text, value, _, decoding -> AuthoredText? in
    let read = PlaceholderText(text)
    let blocks = [Block.paragraph([.text(read.marked)])]
    return shown(read, MarkPlaces(in: blocks), value, decoding).map {
      AuthoredText(blocks, read.pieces, shown: $0)
    }
  }

  /// What the placeholders outside code mean; nil where one is at fault.
  private static func shown(
    _ text: PlaceholderText, _ places: MarkPlaces, _ value: JSONValue, _ decoding: Decoding
  ) -> [Int: AuthoredText.Shown]? {
    var reader = PlaceholderReader(decoding: decoding, value: value)
    var shown: [Int: AuthoredText.Shown] = [:]
    for (number, piece) in text.pieces.enumerated() {
      if case .literal = piece.meaning { continue }
      if places.addresses.contains(number) || !places.prose.contains(number) {
        // In code nothing is a placeholder.
        guard places.addresses.contains(number) || !places.code.contains(number) else { continue }
        reader.fault(
          piece.range,
          "\(piece.written.quoted) stands where nothing can be shown, as in an address",
          "move it into the text, or write \\{{ for two braces")
        continue
      }
      guard case .placeholder(let source) = piece.meaning else {
        reader.fault(
          piece.range, "'{{' without '}}' on its line", "close it, or write \\{{ for two braces")
        continue
      }
      guard let placeholder = reader.read(source, at: piece.range.lowerBound + 2) else { continue }
      if placeholder.isLink, places.linked.contains(number) {
        reader.fault(
          piece.range,
          "\(piece.written.quoted) is a link in the text of another link or of an image",
          "move it out of that text")
      }
      shown[number] = AuthoredText.Shown(
        placeholder: placeholder, source: PlaceholderSource(source, at: 0).text,
        range: reader.range(of: piece.range))
    }
    return reader.isFaulty ? nil : shown
  }
}
