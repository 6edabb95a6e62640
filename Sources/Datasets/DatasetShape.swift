import Diagnostics
import SpecLanguage

extension DatasetSource {
  /// The kinds of data sets that a spec can name.
  private enum Kind: Sendable {
    case bundled(String)
    case csv
    case libsvm
    case idx
    case regression
    case classification
    case sparseClassification
  }

  /// What is not known by name.
  private static let others: [(name: String, value: Kind)] = [
    ("csv", .csv), ("libsvm", .libsvm), ("idx", .idx), ("regression", .regression),
    ("classification", .classification), ("sparse_classification", .sparseClassification),
  ]

  /// A bundled name, or an object with `kind`.
  package static let shape = Shape<DatasetSource>.kinds(
    "dataset",
    BundledDataset.allCases.map { ($0.rawValue, .bundled($0.rawValue)) } + others
  ) { (kind: Kind, keys) in
    switch kind {
    case .bundled(let name): .bundled(name)
    case .csv: CSVSource.asked(of: keys).map { .csv($0) }
    case .libsvm: LibSVMSource.asked(of: keys).map { .libsvm($0) }
    case .idx: IDXSource.asked(of: keys).map { .idx($0) }
    case .regression: SyntheticRegression.asked(of: keys).map { .regression($0) }
    case .classification: SyntheticClassification.asked(of: keys).map { .classification($0) }
    case .sparseClassification:
      SyntheticSparseClassification.asked(of: keys).map { .sparseClassification($0) }
    }
  }.defined(as: "dataset")
}

extension LibSVMSource {
  /// Asks for the keys of a file in LIBSVM's format.
  package static func asked(of keys: Keys) -> LibSVMSource? {
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

extension IDXSource {
  /// Asks for the keys of images with labels.
  package static func asked(of keys: Keys) -> IDXSource? {
    let location = FileLocation.shape.defined(as: "file")
    let images = keys.required("images", location, "file of the images")
    let labels = keys.required("labels", location, "file of the labels")
    guard let images, let labels else { return nil }
    return IDXSource(images: images, labels: labels)
  }
}
