extension [Inline] {
  /// The text alone, as a file without any markup has it.
  var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .prose(let text), .code(let text), .math(let text): text
      case .strong(let inner), .emphasis(let inner), .struck(let inner), .link(let inner, _),
        .image(let inner, _), .citation(let inner, _):
        inner.plainText
      case .reference(let id): id
      case .anchor: ""
      case .lineBreak: " "
      }
    }.joined()
  }
}
