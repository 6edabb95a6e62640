/// A data set that is known by name; its raw value is its name in a spec.
///
/// Small tables come with the tool. Larger ones are found in a package that the user installs or
/// downloads, and checked against their SHA-256; the error of one that is not there says what to
/// run.
public enum BundledDataset: String, Hashable, Sendable, CaseIterable {
  /// scikit-learn's scaled diabetes table.
  case diabetes
  /// The diabetes table in the units it was measured in.
  case diabetesRaw = "diabetes_raw"
  /// Fisher's iris flowers.
  case iris
  /// Wines of three growers.
  case wine
  /// The Wisconsin diagnostic breast cancer data.
  case breastCancer = "breast_cancer"
  /// Handwritten digits, 8 by 8 pixels.
  case digits
  /// Fuel consumption of cars.
  case autoMPG = "auto_mpg"
  /// 5000 of MNIST's handwritten digits, 28 by 28 pixels.
  case mnist5k = "mnist_5k"
  /// Photographs of clothes, 28 by 28 pixels.
  case fashionMNIST = "fashion_mnist"
  /// Mushrooms described by categories, one-hot and sparse.
  case mushroom
  /// E-mails described by frequencies of words.
  case spambase

  /// What it is, in a line.
  public var title: String { description.title }

  /// How many examples it has.
  public var exampleCount: Int { description.shape.examples }

  /// How many features it has.
  public var featureCount: Int { description.shape.features }

  /// What it is used for.
  public var task: Task { description.classCount == nil ? .regression : .classification }

  /// How many classes its target has; nil for a number.
  public var classCount: Int? { description.classCount }

  /// Whether its features are sparse.
  public var isSparse: Bool { self == .mushroom }

  /// Whether it comes with the tool; if not, it is to be downloaded or installed once.
  public var comesWithTool: Bool {
    if case .table = description.origin { true } else { false }
  }

  /// Where the original can be found.
  public var source: String { description.source }

  /// The licence it was taken under.
  public var licence: String { description.licence }

  /// How to cite it.
  public var citation: String { description.citation }

  /// What a reader of a report on it must know.
  public var remarks: [String] { description.remarks }
}
