import Plotting

/// Numbers and verdicts as macros, so that a paper need not type them:
/// `\reportvalue{diabetes/Adam/test_metric/median}`.
struct LaTeXValues {
  /// What a value is called, and how it is shown: for a number in an author's text what stands between
  /// the braces.
  let values: [(source: String, text: String)]
  /// The spec that they come from, for a comment.
  let spec: String

  /// The file.
  var text: String {
    let definitions = named.map { key, text in
      #"\reportset{"# + key + "}{" + LaTeXText.escaped(text) + "}"
    }
    return (head + definitions).joined(separator: "\n") + "\n"
  }

  /// What the values are called in a paper, each once; to TeX texts are the same whose bytes are.
  private var named: [(key: String, text: String)] {
    var known: Set<[UInt8]> = []
    return values.map { (Self.key($0.source), $0.text) }.filter {
      known.insert(Array($0.0.utf8)).inserted
    }
  }

  /// The macros themselves, which may come with several reports. A name without a value stops LaTeX,
  /// and so does one that two reports give different values.
  private var head: [String] {
    [
      LaTeXText.origin(spec),
      "% \\reportvalue takes what stands between {{ and }}; of what TeX takes for its own, write",
      "% \(Self.spellings.map { "!\($0.word)! for \($0.mark)" }.joined(separator: ", ")),",
      "% !space! for each further space in a row, and !! for !.",
      #"\providecommand{\reportvalue}[1]{\ifcsname report:\detokenize{#1}\endcsname"#,
      #"  \csname report:\detokenize{#1}\endcsname\else"#,
      #"  \PackageError{report}{No value is called '\detokenize{#1}'}{values.tex has them all.}\fi}"#,
      #"\providecommand{\reportset}[2]{\def\reportnew{#2}%"#,
      #"  \ifcsname report:\detokenize{#1}\endcsname"#,
      #"    \expandafter\ifx\csname report:\detokenize{#1}\endcsname\reportnew\else"#,
      #"      \PackageError{report}{Two values are called '\detokenize{#1}'}{Input one report's.}%"#,
      #"    \fi\fi"#,
      #"  \expandafter\let\csname report:\detokenize{#1}\endcsname\reportnew}"#,
    ]
  }

  /// A source as a key that TeX reads as it is written and that no other source has.
  ///
  /// Spaces around its parts say nothing. What TeX would read as its own is spelled out between
  /// exclamation marks, and one of those that is meant is doubled, so that each key is read in one way.
  static func key(_ source: String) -> String {
    let parts = PlaceholderSource(source, at: 0).split(by: "/").map(\.text)
    var key = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in parts.joined(separator: "/").unicodeScalars {
      if scalar == "!" {
        key.append(contentsOf: "!!".unicodeScalars)
      } else if let word = word(for: scalar, after: last) {
        key.append(contentsOf: "!\(word)!".unicodeScalars)
      } else {
        key.append(scalar)
      }
      last = scalar
    }
    return String(key)
  }

  private static func word(for scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> String? {
    // TeX reads several spaces as one.
    if scalar == " " { return last == " " ? "space" : nil }
    if let spelling = spellings.first(where: { $0.mark == scalar }) { return spelling.word }
    // Names have none of these.
    switch scalar {
    case "{": return "open"
    case "}": return "close"
    default:
      return scalar.isInvisibleControl
        ? "u" + String(scalar.value, radix: 16, uppercase: true) : nil
    }
  }

  /// What an author writes for the characters that TeX takes for its own.
  private static let spellings: [(mark: Unicode.Scalar, word: String)] = [
    ("%", "percent"), ("#", "hash"), ("\\", "backslash"), ("^", "caret"), ("~", "tilde"),
  ]
}
