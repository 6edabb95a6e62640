/// A work as a BibTeX file describes it.
public struct BibliographyEntry: Hashable, Sendable {
  /// Something that is said of the work.
  public struct Field: Hashable, Sendable {
    /// Its name in lower case, such as `title`.
    public let name: String
    /// TeX, with its braces, abbreviations spelled out, white space as single spaces.
    public let value: String
  }

  /// What it is, in lower case, such as `article`.
  public let kind: String
  /// What citations call it.
  public let key: String
  /// What is said of it, each name once, in the order of the file.
  public let fields: [Field]

  /// The value of a field as TeX; nil where it is left out or empty.
  public subscript(name: String) -> String? {
    fields.first { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
  }
}
