/// An author's Markdown with what stands between {{ and }} taken out.
///
/// Each is taken out before Markdown is read, since an underscore or an asterisk in a name would be read as
/// emphasis; a mark that no text may hold stands in its place. Code is left as it is, and `\{{` is two
/// braces.
struct PlaceholderText {
  /// What begins and ends a mark: characters for private use, which are taken out of the text first.
  private static let opening: Character = "\u{F0000}"
  private static let closing: Character = "\u{F0001}"

  /// The text with marks.
  let marked: String
  /// What stood between the braces, in order.
  let sources: [String]
  /// Whether the last {{ has no }}.
  let isUnclosed: Bool

  init(_ text: String) {
    var marked = ""
    var sources: [String] = []
    var isUnclosed = false
    var rest = text.filter { $0 != Self.opening && $0 != Self.closing }[...]
    while let next = rest.firstIndex(where: { $0 == "`" || $0 == "{" }) {
      let before = rest[..<next]
      marked += before
      rest = rest[next...]
      if rest.hasPrefix("`") {
        let code = rest.leadingCode
        marked += code
        rest = rest[code.endIndex...]
      } else if !rest.hasPrefix("{{") {
        marked.append(rest.removeFirst())
      } else if before.last == "\\" {
        marked.removeLast()
        marked += "{{"
        rest = rest.dropFirst(2)
      } else if let end = rest.firstRange(of: "}}") {
        marked += "\(Self.opening)\(sources.count)\(Self.closing)"
        sources.append(String(rest[..<end.lowerBound].dropFirst(2)))
        rest = rest[end.upperBound...]
      } else {
        isUnclosed = true
        break
      }
    }
    self.marked = marked + rest
    self.sources = sources
    self.isUnclosed = isUnclosed
  }

  /// The blocks of the text with something in the place of every mark.
  func blocks(_ inlines: (Int) -> [Inline]) -> [Block] {
    AuthoredMarkdown.blocks(of: marked).map { block in
      block.mapped { inline in
        switch inline {
        case .text(let text): pieces(of: text, inlines) { .text($0) }
        case .prose(let text): pieces(of: text, inlines) { .prose($0) }
        default: [inline]
        }
      }
    }
  }

  private func pieces(
    of text: String, _ inlines: (Int) -> [Inline], plain: (String) -> Inline
  ) -> [Inline] {
    var result: [Inline] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: Self.opening),
      let end = rest[start...].firstIndex(of: Self.closing),
      let number = Int(rest[rest.index(after: start)..<end])
    {
      if start > rest.startIndex { result.append(plain(String(rest[..<start]))) }
      result += inlines(number)
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty || result.isEmpty { result.append(plain(String(rest))) }
    return result
  }
}

extension Substring {
  /// The code that backticks at the start begin, up to as many backticks; the backticks alone where nothing
  /// ends it.
  fileprivate var leadingCode: Substring {
    let fence = prefix { $0 == "`" }
    var place = fence.endIndex
    while let next = self[place...].firstIndex(of: "`") {
      let end = self[next...].prefix { $0 == "`" }
      if end.count == fence.count { return self[..<end.endIndex] }
      place = end.endIndex
    }
    return fence
  }
}
