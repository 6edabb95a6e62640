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

  /// What the values are called in a paper; of two whose names would be the same, the later one has
  /// a number at the end.
  private var named: [(key: String, text: String)] {
    var known: [String: String] = [:]
    var result: [(key: String, text: String)] = []
    for (source, text) in values {
      let base = Self.key(source)
      var key = base
      var number = 2
      while let other = known[key], other != Self.trimmed(source) {
        key = "\(base)-\(number)"
        number += 1
      }
      guard known.updateValue(Self.trimmed(source), forKey: key) == nil else { continue }
      result.append((key, text))
    }
    return result
  }

  /// The macros themselves, which may come with several reports. A name without a value stops LaTeX,
  /// and so does one that two reports give different values.
  private var head: [String] {
    [
      LaTeXText.origin(spec),
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

  /// A source as a key: without spaces around its parts, without what TeX would read as its own, and
  /// with single spaces, as TeX reads it.
  static func key(_ source: String) -> String {
    let letters = trimmed(source).unicodeScalars.filter {
      !#"\{}%#~^"#.unicodeScalars.contains($0) && !$0.isInvisibleControl
    }
    return String(String.UnicodeScalarView(letters)).split(separator: " " as Character)
      .joined(separator: " ")
  }

  private static func trimmed(_ source: String) -> String {
    source.split(separator: "/" as Character, omittingEmptySubsequences: false).map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "/")
  }
}
