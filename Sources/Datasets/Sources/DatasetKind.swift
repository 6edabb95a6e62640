import SpecLanguage

/// A kind of data source that a spec can name.
///
/// Each is declared in the file of its source and listed in `all`; nothing else knows its name.
public struct DatasetKind: Sendable {
  /// Its name in a spec.
  public let name: String
  /// What it is, in a line or two.
  public let summary: String
  /// What a reader should know besides its keys: names and texts.
  public let facts: [(name: String, text: String)]
  /// Counts the changes to its reader or generator that change what comes out, from 1.
  public let revision: Int
  /// Asks for its keys.
  let ask: @Sendable (Keys) -> DatasetSource?

  init(
    _ name: String, summary: String, facts: [(name: String, text: String)] = [], revision: Int,
    ask: @escaping @Sendable (Keys) -> (any DataSource)?
  ) {
    self.name = name
    self.summary = summary
    self.facts = facts
    self.revision = revision
    self.ask = { keys in ask(keys).map { DatasetSource($0) } }
  }

  /// All kinds, in the order in which they are listed: tables known by name, files, synthetic tables.
  public static let all: [DatasetKind] =
    BundledDataset.allCases.map(BundledSource.kind) + [
      .csv, .libsvm, .idx, .regression, .classification, .sparseClassification,
    ]

  /// Describes its keys, for a listing.
  package func describeKeys(_ keys: Keys) { _ = ask(keys) }
}

extension DatasetSource {
  /// A kind that needs no keys, or an object with `kind`.
  package static let shape = Shape<DatasetSource>.kinds(
    "dataset", DatasetKind.all.map { ($0.name, $0) }
  ) { (kind: DatasetKind, keys) in
    kind.ask(keys)
  }.defined(as: "dataset")
}
