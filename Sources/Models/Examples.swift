/// Examples for regression, ready for a model: split off and scaled.
public struct Examples: Sendable {
  /// How many examples there are.
  public var count: Int
  /// How many features each has.
  public var featureCount: Int
  /// The features, row by row, `count` × `featureCount`.
  public var features: [Double]
  /// The targets, `count` values.
  public var targets: [Double]

  /// No examples.
  public static let none = Examples(count: 0, featureCount: 0, features: [], targets: [])

  /// Examples for regression.
  public init(count: Int, featureCount: Int, features: [Double], targets: [Double]) {
    self.count = count
    self.featureCount = featureCount
    self.features = features
    self.targets = targets
  }
}
