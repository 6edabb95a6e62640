/// A table of examples with their targets.
public struct Dataset: Sendable {
  /// Its name in reports.
  public var name: String
  /// How many examples it has.
  public var exampleCount: Int
  /// How many features each example has.
  public var featureCount: Int
  /// The names of the features, one a column; none where the source names none.
  public var featureNames: [String]
  /// The features: `exampleCount` rows of `featureCount` values, all finite.
  public var features: Features
  /// What is to be predicted.
  public var target: Target
  /// Where it came from.
  public var provenance: Provenance
  /// All that its values depend on, as one text, for a table that was loaded from a source.
  package var identity: String?

  /// A table of examples with their targets; there are as many features as names unless
  /// `featureCount` says otherwise.
  public init(
    name: String, exampleCount: Int, featureCount: Int? = nil, featureNames: [String] = [],
    features: Features, target: Target, provenance: Provenance
  ) {
    self.name = name
    self.exampleCount = exampleCount
    self.featureCount = featureCount ?? featureNames.count
    self.featureNames = featureNames
    self.features = features
    self.target = target
    self.provenance = provenance
  }
}

/// What is to be predicted, one entry an example.
public enum Target: Hashable, Sendable {
  /// Numbers, all finite.
  case numbers([Double])
  /// Class indices into `names`, which are in sorted order (numbers by value, text by code points).
  case classes([Int], names: [String])
}

/// Where a data set came from, for the report.
public struct Provenance: Hashable, Sendable {
  /// The file or package, as a reader could find it again; no absolute path.
  public var source: String
  /// The licence, if known.
  public var licence: String?
  /// How to cite it, if known.
  public var citation: String?
  /// The SHA-256 of each file that was read, in lower-case hexadecimal, with commas between; empty
  /// for a synthetic table.
  public var sha256: String
  /// What a reader must know, such as that a scaling has seen the test rows, or that rows were
  /// dropped.
  public var remarks: [String]

  /// Where a data set came from.
  public init(
    source: String, licence: String? = nil, citation: String? = nil, sha256: String,
    remarks: [String] = []
  ) {
    self.source = source
    self.licence = licence
    self.citation = citation
    self.sha256 = sha256
    self.remarks = remarks
  }
}
