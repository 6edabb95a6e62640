import SpecLanguage

/// What a spec says of a table of any kind.
struct TableSpec: Hashable, Sendable {
  /// The name of its files; nil: made from its kind and problem.
  var id: String?
  /// The problems it shows, by position in the spec; nil for all.
  var problems: [Int]?
  /// What stands over it instead of the words that the tool finds; plain text with placeholders.
  var caption: AuthoredText?
}

extension TableSpec {
  /// Asks for what tables can be told.
  static func asked(of keys: Keys) -> TableSpec {
    var spec = TableSpec()
    spec.id = keys.id(of: "table", "name of its files, and for references")
    spec.problems = keys.problems()
    spec.caption = keys.optional("caption", .plainText, "text above the table")
    return spec
  }
}
