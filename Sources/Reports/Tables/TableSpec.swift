import SpecLanguage

/// What a spec says of a table of any kind.
struct TableSpec: Hashable, Sendable {
  /// The name of its files; nil: made from its kind and problem.
  var id: String?
  /// The problems it shows, by position in the spec; nil for all.
  var problems: [Int]?
  /// What stands over it instead of the words that the tool finds; plain text.
  var caption: String?
}

extension TableSpec {
  /// Asks for what tables can be told.
  static func asked(of keys: Keys) -> TableSpec {
    var spec = TableSpec()
    spec.id = keys.optional("id", .text(.reportName), "name of its files, and for references")
    if let id = spec.id, let subject = keys.subject {
      // References lead to figures, tables and claims alike.
      subject.decoding.claim(id, for: "figure", at: keys.range(of: "id"))
    }
    spec.problems = keys.problems()
    spec.caption = keys.optional("caption", .text, "text above the table")
    return spec
  }
}
