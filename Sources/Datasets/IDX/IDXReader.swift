import Diagnostics
import Files
import Kernels

/// Reads images and their labels from two IDX files, as MNIST comes.
///
/// Each image is a row of features, its numbers as the file holds them (0 to 255 for bytes), the
/// last dimension fastest. Labels are classes, sorted by value.
public enum IDXReader {
  /// How many numbers the images may hold unless the caller says otherwise.
  public static let valueLimit = 1 << 28

  /// The examples in two files.
  ///
  /// - Parameters:
  ///   - images: the file of images.
  ///   - labels: the file of labels.
  ///   - source: the files' names and checksums.
  ///   - valueLimit: how many numbers the images may hold; nil for any.
  ///   - extra: for how many more numbers the features get room, for a caller that appends to them.
  /// - Throws: a checksum that differs, a file that is no IDX file, is cut off or goes on after its
  ///   last number, dimensions that do not fit, labels that are no whole numbers, fewer than two
  ///   classes.
  public static func read(
    images: ByteStream, labels: ByteStream, source: IDXSource, valueLimit: Int? = valueLimit,
    reserving extra: Int = 0
  ) throws(InputError) -> Dataset {
    let (pictures, imagesDigest) = try source.images.verified(images) { () throws(InputError) in
      try IDXArray(images, valueLimit: valueLimit, reserving: extra)
    }
    guard pictures.dimensions.count >= 2 else {
      throw fault(
        source.images, "an array of \(spelled(pictures.dimensions)) numbers holds no images",
        "expected two dimensions or more; are images and labels the wrong way round?")
    }
    let (marks, labelsDigest) = try source.labels.verified(labels) { () throws(InputError) in
      try IDXArray(labels, valueLimit: valueLimit)
    }
    guard marks.dimensions.count == 1 else {
      throw fault(
        source.labels, "an array of \(spelled(marks.dimensions)) numbers holds no labels",
        "expected one dimension; are images and labels the wrong way round?")
    }
    let count = pictures.dimensions[0]
    // Of no images the other dimensions may be anything, their product too large for any number.
    let featureCount = count == 0 ? 0 : pictures.values.count / count
    guard marks.dimensions[0] == count else {
      throw fault(
        source.labels, "\(counted(marks.dimensions[0], "label")) for \(counted(count, "image"))",
        "expected one label for each image of \(source.images.displayName)")
    }
    guard count > 0, featureCount > 0 else {
      throw fault(
        source.images, "an array of \(spelled(pictures.dimensions)) numbers is empty",
        "expected at least one image of at least one number")
    }
    return Dataset(
      name: source.images.name, exampleCount: count, featureCount: featureCount,
      features: .dense(pictures.values), target: try classes(marks.values, source.labels),
      provenance: Provenance(
        source: "\(source.images.displayName) and \(source.labels.displayName)",
        sha256: "\(imagesDigest), \(labelsDigest)"))
  }

  private static func classes(
    _ labels: [Double], _ file: FileLocation
  ) throws(InputError) -> Target {
    if let bad = labels.firstIndex(where: { $0 != $0.rounded() }) {
      throw fault(
        file, "the label \(bad), \(NumberText.exact(labels[bad])), is no whole number",
        "labels are classes")
    }
    let classes = Set(labels).sorted()
    guard classes.count > 1 else {
      throw fault(
        file, "all labels are \(NumberText.exact(classes[0]))",
        "a classification needs at least two classes")
    }
    let places = Dictionary(uniqueKeysWithValues: zip(classes, classes.indices))
    return .classes(labels.compactMap { places[$0] }, names: classes.map(shortestDecimal))
  }

  private static func spelled(_ dimensions: [Int]) -> String {
    dimensions.map(String.init).joined(separator: " × ")
  }

  private static func fault(
    _ file: FileLocation, _ message: String, _ help: String
  ) -> InputError {
    InputError([Diagnostic(file: file.displayName, message: message, help: help)])
  }
}
