import SpecLanguage

/// The works that a report can cite, as a BibTeX file lists them.
public struct Bibliography: Hashable, Sendable {
  /// The file as the spec names it.
  public let name: String
  /// The works in the order of the file, no two with keys that differ in case alone.
  public let entries: [BibliographyEntry]
  private let places: [String: Int]

  init(name: String, entries: [BibliographyEntry]) {
    self.name = name
    self.entries = entries
    places = Dictionary(
      zip(entries.map(\.key), entries.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The work with a key; nil without one.
  public func entry(for key: String) -> BibliographyEntry? { places[key].map { entries[$0] } }
}

/// What decoding a report knows of the works that its text can cite.
package enum GivenBibliography: DecodingSetting {
  /// What is known.
  package enum Value: Sendable {
    /// The spec names no file.
    case absent
    /// The file cannot be used, which is told already.
    case faulty
    /// The works.
    case given(Bibliography)
  }

  /// No file, until it is said.
  package static let initialValue = Value.absent
}
