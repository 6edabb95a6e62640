import Diagnostics
import Files
import SpecLanguage

/// A file of labelled sparse examples in LIBSVM's format, and how to read it.
public struct LibSVMSource: Hashable, Sendable {
  /// The file; compressed with gzip where its name ends in `.gz`.
  public var file: FileLocation
  /// How many features there are; nil means as many as the largest index in the file.
  public var features: Int?
  /// What kind of target the labels are; both are numbers in the file.
  public var task: Task
  /// Whether indices start at 0 instead of 1.
  public var zeroBased: Bool

  /// A file of labelled sparse examples.
  public init(
    file: FileLocation, features: Int? = nil, task: Task = .classification, zeroBased: Bool = false
  ) {
    self.file = file
    self.features = features
    self.task = task
    self.zeroBased = zeroBased
  }
}

extension LibSVMSource: DataSource {
  package var kind: DatasetKind { .libsvm }
  package var files: [(key: String?, file: FileLocation)] { [(nil, file)] }
  package var targetTask: Task? { task }
  package var problemName: String { file.name }

  package func load(hasLimits: Bool, cache: CacheFolder?) throws(InputError) -> Dataset {
    let stream = try file.open(hasLimits: hasLimits, cache: cache)
    return try LibSVMReader.read(
      stream, source: self, valueLimit: hasLimits ? LibSVMReader.valueLimit : nil)
  }

  package var options: [JSONLiteral.Member] {
    [
      .init(key: "task", value: .text(task.rawValue)),
      .init(key: "zero_based", value: .flag(zeroBased)),
    ] + (features.map { [.init(key: "features", value: .whole($0))] } ?? [])
  }
}

extension DatasetKind {
  /// A file in LIBSVM's format.
  public static let libsvm = DatasetKind(
    "libsvm", summary: "a file of sparse examples: a label, then index:value for what is not 0",
    facts: [("features", "stay sparse")], revision: 1
  ) { LibSVMSource.asked(of: $0) }
}

extension DatasetSource {
  /// A file of sparse examples in LIBSVM's format.
  public static func libsvm(_ source: LibSVMSource) -> DatasetSource { DatasetSource(source) }
}

extension LibSVMSource {
  /// Asks for the keys of a file in LIBSVM's format.
  static func asked(of keys: Keys) -> LibSVMSource? {
    let file = FileLocation.asked(of: keys)
    let features = keys.optional(
      "features", .whole(1...100_000_000), "number of features; by default the largest index")
    let task: Task? = keys.optional(
      "task", .choice(), default: "classification", "use of the labels")
    let zeroBased = keys.optional(
      "zero_based", .flag, default: false, "whether indices start at 0 instead of 1")
    guard let file, let task, let zeroBased else { return nil }
    return LibSVMSource(file: file, features: features, task: task, zeroBased: zeroBased)
  }
}
