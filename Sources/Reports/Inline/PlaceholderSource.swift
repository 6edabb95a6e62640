/// A part of what stands between {{ and }}, without spaces at its ends, and where it stands.
struct PlaceholderSource: Hashable {
  /// The text.
  let text: String
  /// Where it stands in the author's text, in UTF-8 offsets.
  let range: Range<Int>

  /// A text that begins at `offset`.
  init(_ text: String, at offset: Int) {
    let scalars = text.unicodeScalars
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
    let end =
      scalars.lastIndex { !$0.properties.isWhitespace }.map { scalars.index(after: $0) } ?? start
    self.text = String(scalars[start..<end])
    let first = offset + text.utf8.distance(from: text.utf8.startIndex, to: start)
    range = first..<first + self.text.utf8.count
  }

  /// Its parts between separators.
  func split(by separator: Unicode.Scalar) -> [PlaceholderSource] {
    var offset = range.lowerBound
    return text.unicodeScalars.split(separator: separator, omittingEmptySubsequences: false).map {
      let part = String(Substring($0))
      defer { offset += part.utf8.count + UTF8.width(separator) }
      return PlaceholderSource(part, at: offset)
    }
  }

  /// What follows a prefix; nil without it.
  func dropping(_ prefix: String) -> PlaceholderSource? {
    guard text.unicodeScalars.starts(with: prefix.unicodeScalars) else { return nil }
    let rest = String(text.unicodeScalars.dropFirst(prefix.unicodeScalars.count))
    return PlaceholderSource(rest, at: range.lowerBound + prefix.utf8.count)
  }
}
