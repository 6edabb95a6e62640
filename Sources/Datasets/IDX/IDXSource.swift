import Diagnostics
import Files
import SpecLanguage

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

extension IDXSource: DataSource {
  package var kind: DatasetKind { .idx }
  package var files: [(key: String?, file: FileLocation)] {
    [(Self.imagesKey, images), (Self.labelsKey, labels)]
  }
  package var targetTask: Task? { .classification }
  package var problemName: String { images.name }
  package var options: [JSONLiteral.Member] { [] }

  private static let imagesKey = "images", labelsKey = "labels"

  package func load(hasLimits: Bool, cache: CacheFolder?) throws(InputError) -> Dataset {
    try IDXReader.read(
      images: images.open(hasLimits: hasLimits, cache: cache),
      labels: labels.open(hasLimits: hasLimits, cache: cache), source: self,
      valueLimit: hasLimits ? CSVReader.valueLimit : nil)
  }
}

extension DatasetKind {
  /// Images and labels in IDX files.
  public static let idx = DatasetKind(
    "idx", summary: "two files as MNIST comes: images and their labels, which are classes",
    facts: [("compression", "gzip where a name ends in .gz")], revision: 1
  ) { IDXSource.asked(of: $0) }
}

extension DatasetSource {
  /// Images and labels in IDX files.
  public static func idx(_ source: IDXSource) -> DatasetSource { DatasetSource(source) }
}

extension IDXSource {
  /// Asks for the keys of images with labels.
  static func asked(of keys: Keys) -> IDXSource? {
    let location = FileLocation.shape.defined(as: "file")
    let images = keys.required(imagesKey, location, "file of the images")
    let labels = keys.required(labelsKey, location, "file of the labels")
    guard let images, let labels else { return nil }
    return IDXSource(images: images, labels: labels)
  }
}
