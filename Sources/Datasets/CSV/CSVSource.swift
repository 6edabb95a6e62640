/// A CSV file and how to read it.
public struct CSVSource: Hashable, Sendable {
  /// The file; compressed with gzip where its name ends in `.gz`.
  public var file: FileLocation
  /// The column to predict.
  public var target: ColumnReference
  /// What kind of target it is.
  public var task: Task
  /// The columns that are features; nil means all but the target.
  public var features: [ColumnReference]?
  /// The columns that are categories and become one-hot.
  public var categorical: [ColumnReference]
  /// Whether the first row holds names; nil: it does, unless it holds nothing but numbers, which is
  /// an error.
  public var header: Bool?
  /// What stands between fields.
  public var delimiter: Delimiter
  /// What becomes of missing values.
  public var missing: MissingValues
  /// What stands, without quotes, where a value is missing; an empty field always is one.
  public var missingValues: [String]
  /// The decimal sign of numbers.
  public var decimal: Character
  /// What stands between groups of three digits; nil for nothing.
  public var thousands: Character?
  /// Whether the first field of each row names it and is no value.
  public var rowNames: Bool
  /// What lines begin with that are left out; nil for none.
  public var comment: Character?

  /// The usual spellings of a missing value.
  public static let usualMissingValues = [
    "NA", "N/A", "n/a", "#N/A", "NULL", "null", "None", "nan", "NaN", "-nan", "<NA>", "?",
  ]

  /// Whether the first row is no example.
  var hasHeader: Bool { header ?? true }

  /// A CSV file and how to read it.
  public init(
    file: FileLocation, target: ColumnReference, task: Task, features: [ColumnReference]? = nil,
    categorical: [ColumnReference] = [], header: Bool? = nil, delimiter: Delimiter = .comma,
    missing: MissingValues = .error, missingValues: [String] = usualMissingValues,
    decimal: Character = ".", thousands: Character? = nil, rowNames: Bool = false,
    comment: Character? = nil
  ) {
    self.file = file
    self.target = target
    self.task = task
    self.features = features
    self.categorical = categorical
    self.header = header
    self.delimiter = delimiter
    self.missing = missing
    self.missingValues = missingValues
    self.decimal = decimal
    self.thousands = thousands
    self.rowNames = rowNames
    self.comment = comment
  }
}

/// What stands between the fields of a row.
public enum Delimiter: Hashable, Sendable {
  /// A character of one byte.
  case character(Character)
  /// Any number of spaces and tabs; those at the start and the end of a row do not count.
  case whitespace

  /// The usual one.
  public static let comma = Delimiter.character(",")
}
