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
  /// Whether the first row holds names.
  public var header: Bool
  /// The character between fields, one byte.
  public var delimiter: Character
  /// What becomes of missing values.
  public var missing: MissingValues

  /// A CSV file and how to read it.
  public init(
    file: FileLocation, target: ColumnReference, task: Task, features: [ColumnReference]? = nil,
    categorical: [ColumnReference] = [], header: Bool = true, delimiter: Character = ",",
    missing: MissingValues = .error
  ) {
    self.file = file
    self.target = target
    self.task = task
    self.features = features
    self.categorical = categorical
    self.header = header
    self.delimiter = delimiter
    self.missing = missing
  }
}

/// A file of labelled sparse examples in LIBSVM's format, and how to read it.
public struct LibSVMSource: Hashable, Sendable {
  /// The file; compressed with gzip where its name ends in `.gz`.
  public var file: FileLocation
  /// How many features there are; nil means as many as the largest index in the file.
  public var features: Int?
  /// What kind of target the labels are; both are numbers in the file.
  public var task: Task

  /// A file of labelled sparse examples.
  public init(file: FileLocation, features: Int? = nil, task: Task = .classification) {
    self.file = file
    self.features = features
    self.task = task
  }
}

/// Two files in the IDX format, as MNIST comes: one of images, one of their labels, which are
/// classes.
public struct IDXSource: Hashable, Sendable {
  /// The images: an array of two dimensions or more, the first of which counts the images.
  public var images: FileLocation
  /// The labels: an array of whole numbers with one dimension.
  public var labels: FileLocation

  /// Images and their labels.
  public init(images: FileLocation, labels: FileLocation) {
    self.images = images
    self.labels = labels
  }
}
