/// Where a data set comes from.
public enum DatasetSource: Hashable, Sendable {
  /// A table that comes with the tool, by name.
  case bundled(String)
  /// A CSV file.
  case csv(CSVSource)
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

/// A CSV file and how to read it.
public struct CSVSource: Hashable, Sendable {
  /// The file, resolved against the spec's folder and confined.
  public var path: String
  /// The file as the spec names it, for messages and the report.
  public var displayName: String
  /// The SHA-256 the file must have, in lower-case hexadecimal, if given.
  public var sha256: String?
  /// The column to predict.
  public var target: ColumnReference
  /// What kind of target it is.
  public var task: Task
  /// The columns that are features; nil means all but the target.
  public var features: [ColumnReference]?
  /// The columns that are categories and become one-hot.
  public var categorical: [ColumnReference]
  /// Whether the first row holds names.
  public var header: Bool
  /// The character between fields, one byte.
  public var delimiter: Character
  /// What becomes of missing values.
  public var missing: MissingValues

  /// A CSV file and how to read it.
  public init(
    path: String, displayName: String, sha256: String? = nil, target: ColumnReference, task: Task,
    features: [ColumnReference]? = nil, categorical: [ColumnReference] = [], header: Bool = true,
    delimiter: Character = ",", missing: MissingValues = .error
  ) {
    self.path = path
    self.displayName = displayName
    self.sha256 = sha256
    self.target = target
    self.task = task
    self.features = features
    self.categorical = categorical
    self.header = header
    self.delimiter = delimiter
    self.missing = missing
  }
}
