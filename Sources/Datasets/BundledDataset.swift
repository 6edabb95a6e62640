/// A table that comes with the tool; its raw value is its name in a spec.
public enum BundledDataset: String, Hashable, Sendable, CaseIterable {
  /// scikit-learn's scaled diabetes table.
  case diabetes
  /// The diabetes table in the units it was measured in.
  case diabetesRaw = "diabetes_raw"

  /// What it is, in a line.
  public var title: String {
    switch self {
    case .diabetes: "Diabetes progression, features scaled as in scikit-learn"
    case .diabetesRaw: "Diabetes progression, features as measured"
    }
  }

  /// How many examples it has.
  public var exampleCount: Int { 442 }

  /// How many features it has.
  public var featureCount: Int { 10 }

  /// What it is used for.
  public var task: Task { .regression }

  /// Where the original can be found.
  public var source: String {
    "scikit-learn 1.9.1, sklearn/datasets/data/diabetes_data_raw.csv.gz and diabetes_target.csv.gz"
  }

  /// The licence it was taken under.
  public var licence: String { "BSD-3-Clause, as distributed with scikit-learn" }

  /// How to cite it.
  public var citation: String {
    "Bradley Efron, Trevor Hastie, Iain Johnstone and Robert Tibshirani (2004), "
      + "Least Angle Regression, Annals of Statistics 32(2), 407-499"
  }

  /// What a reader of a report on it must know.
  public var remarks: [String] {
    switch self {
    case .diabetes:
      [
        "The features were centred and scaled with the mean and the standard deviation of all 442 "
          + "rows, so validation and test rows have leaked into the training features."
      ]
    case .diabetesRaw: []
    }
  }

  /// The file of its table in the folder `Tables`.
  var fileName: String { "diabetes_raw.csv" }
}
