/// Where a data set comes from.
public enum DatasetSource: Hashable, Sendable {
  /// A table that is known by name; see ``BundledDataset``.
  case bundled(String)
  /// A CSV file.
  case csv(CSVSource)
  /// A file of sparse examples in LIBSVM's format.
  case libsvm(LibSVMSource)
  /// Images and labels in IDX files.
  case idx(IDXSource)
  /// A made-up table for regression.
  case regression(SyntheticRegression)
  /// A made-up table for classification.
  case classification(SyntheticClassification)
  /// A made-up sparse table for classification.
  case sparseClassification(SyntheticSparseClassification)
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

extension DatasetSource {
  /// The files that a spec names for this source.
  public var files: [FileLocation] {
    switch self {
    case .csv(let source): [source.file]
    case .libsvm(let source): [source.file]
    case .idx(let source): [source.images, source.labels]
    case .bundled, .regression, .classification, .sparseClassification: []
    }
  }
}
