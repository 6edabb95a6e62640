import Diagnostics
import Files
import SpecLanguage

/// Where a data set comes from, with every option.
public struct DatasetSource: Sendable {
  private let source: any DataSource

  /// A source of any kind.
  package init(_ source: any DataSource) { self.source = source }

  /// The kind of the source.
  public var kind: DatasetKind { source.kind }

  /// The files that a spec names for this source.
  public var files: [FileLocation] { source.files.map(\.file) }

  /// The keys of the spec below which a file is named, from the data set's own on.
  public func keys(ofFile name: String) -> [String] {
    source.files.first { $0.file.displayName == name }?.key.map { [$0] } ?? []
  }

  /// What its target is used for; nil where that is not known before it is read.
  public var task: Task? { source.targetTask }

  /// How many classes the target has, where a spec tells.
  public var classCount: Int? { source.classCount }

  /// The name of a problem that is given none.
  public var problemName: String { source.problemName }

  /// The most bytes that a table may take, unless limits are lifted.
  public static let mostBytes = 4.0 * 1_073_741_824

  /// About how many bytes the table takes while it is made, where that is known before; nil for what is read
  /// from files, which have limits of their own.
  public var expectedBytes: Double? { source.expectedBytes }

  /// The table.
  ///
  /// - Parameters:
  ///   - hasLimits: whether a file of more than 2 GiB, compressed or not, a table of more than
  ///     `CSVReader.valueLimit` numbers from one, or a synthetic one of more than `mostBytes` is an error.
  ///   - cache: the folder for what is fetched; nil where there is none.
  /// - Throws: the faults of the files with their places; `.inaccessible` when a file exists but
  ///   cannot be read, or cannot be fetched.
  public func load(
    hasLimits: Bool = true, cache: CacheFolder? = .user
  ) throws(InputError) -> Dataset {
    // Without limits, too, some tables are beyond any machine.
    let most = hasLimits ? Self.mostBytes : 1024 * Self.mostBytes
    if let bytes = expectedBytes, bytes > most {
      throw InputError([
        Diagnostic(
          file: "synthetic table",
          message: "it would take about \(Int(min(bytes / 1_073_741_824, 1e15).rounded())) GiB",
          help: "use fewer samples or features")
      ])
    }
    var dataset = try source.load(hasLimits: hasLimits, cache: cache)
    dataset.identity = identity(sha256: dataset.provenance.sha256)
    return dataset
  }

  /// All that what is read depends on, as one text: kind, options, the bytes of the files.
  private func identity(sha256: String) -> String {
    JSONLiteral.object(
      source.options + [
        .init(key: "kind", value: .text(kind.name)),
        .init(key: "revision", value: .whole(kind.revision)),
        .init(key: "sha256", value: .text(sha256)),
      ]
    ).canonical
  }
}

extension DatasetSource: Hashable {
  /// Sources are the same when their kinds and options are.
  public static func == (one: DatasetSource, other: DatasetSource) -> Bool {
    AnyHashable(one.source) == AnyHashable(other.source)
  }

  /// Hashes kind and options.
  public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(source)) }
}

extension Dataset {
  /// The table that `source` describes; see `DatasetSource.load(hasLimits:cache:)`.
  public static func load(
    _ source: DatasetSource, hasLimits: Bool = true, cache: CacheFolder? = .user
  ) throws(InputError) -> Dataset {
    try source.load(hasLimits: hasLimits, cache: cache)
  }
}

/// What a table is to be used for.
public enum Task: String, Hashable, Sendable, CaseIterable {
  /// The target is a number.
  case regression
  /// The target is one of a few classes.
  case classification
}

/// A column of a CSV file.
public enum ColumnReference: Hashable, Sendable {
  /// By its name in the header.
  case name(String)
  /// By its number, from 0.
  case index(Int)
}

/// What becomes of an example with a missing value.
public enum MissingValues: String, Hashable, Sendable, CaseIterable {
  /// It is an error.
  case error
  /// The example is left out, and the report counts it.
  case drop
  /// The value becomes the mean of its column's present values.
  case mean
}
