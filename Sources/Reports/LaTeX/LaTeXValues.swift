/// The numbers in an author's text as macros, so that a paper need not type them:
/// `\reportvalue{diabetes/Adam/test_metric/median}`.
struct LaTeXValues {
  /// What stands between the braces in the report, and how it is shown.
  let values: [(source: String, text: String)]
  /// The spec that they come from, for a comment.
  let spec: String

  var text: String {
    var known: Set<String> = []
    let definitions = values.compactMap { value -> String? in
      let key = Self.key(value.source)
      guard known.insert(key).inserted else { return nil }
      return #"\expandafter\def\csname report:"# + key + #"\endcsname{"#
        + LaTeXText.escaped(value.text) + "}"
    }
    let head = [
      "% Made from \(spec.filter { !$0.isNewline }) by `report`; do not edit.",
      #"\providecommand{\reportvalue}[1]{\ifcsname report:\detokenize{#1}\endcsname"#,
      #"  \csname report:\detokenize{#1}\endcsname\else"#,
      #"  \errmessage{the report has no value \detokenize{#1}}\fi}"#,
    ]
    return (head + definitions).joined(separator: "\n") + "\n"
  }

  /// A source as a key: without spaces around its parts, and without what TeX would read as its own.
  static func key(_ source: String) -> String {
    source.split(separator: "/" as Character, omittingEmptySubsequences: false).map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "/").filter { !#"\{}%#~^"#.contains($0) && !$0.isNewline }
  }
}
