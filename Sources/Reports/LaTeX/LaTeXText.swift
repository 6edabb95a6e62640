import Plotting

/// Running text as LaTeX.
enum LaTeXText {
  /// Text that LaTeX sets as it is.
  static func escaped(_ text: String) -> String { LaTeXEscaping.escaped(text) }

  /// Inline pieces.
  static func written(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .prose(let text): escaped(text)
      case .strong(let inner): #"\textbf{"# + written(inner) + "}"
      case .emphasis(let inner): #"\emph{"# + written(inner) + "}"
      case .code(let code): #"\texttt{"# + escaped(code) + "}"
      case .math(let formula): "$" + formula + "$"
      case .link(let inner, _), .struck(let inner), .image(let inner, _): written(inner)
      case .citation(let inner, let keys):
        // A paper numbers its works itself.
        keys.allSatisfy(isPlain) ? #"\cite{"# + keys.joined(separator: ",") + "}" : written(inner)
      case .reference(let id): escaped(id)
      case .anchor: ""
      case .lineBreak: " "
      }
    }.joined()
  }

  /// Whether a key means the same to TeX as to a BibTeX file.
  private static func isPlain(_ key: String) -> Bool {
    !key.isEmpty
      && key.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || "0123456789:_.+/-".unicodeScalars.contains(scalar))
      }
  }

  /// A comment of one line that says where a file comes from.
  static func origin(_ spec: String) -> String {
    let path = String(
      String.UnicodeScalarView(
        spec.unicodeScalars.filter { !$0.isLineEnd && !$0.isInvisibleControl }))
    return "% Made from \(path) by `report`; do not edit."
  }
}

extension Unicode.Scalar {
  /// Whether it ends a line.
  fileprivate var isLineEnd: Bool { "\u{2028}\u{2029}\u{85}".unicodeScalars.contains(self) }
}
