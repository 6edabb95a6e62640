import Datasets

/// Some rows of a table as the examples of a model; the table is shared, never copied.
public struct Examples: Sendable {
  /// How many features each example has.
  public var featureCount: Int
  /// The features of the table's rows.
  public var features: Features
  /// The target of the table's rows.
  public var target: Target
  /// The rows that are examples, in their order, as row numbers of the table from 0.
  public var rows: [Int]

  /// How many examples there are.
  public var count: Int { rows.count }

  /// No examples.
  public static let none = Examples(
    featureCount: 0, features: .dense([]), target: .numbers([]), rows: [])

  /// Some rows of a table.
  ///
  /// - Parameters:
  ///   - featureCount: how many features each example has.
  ///   - features: the features of all rows of the table.
  ///   - target: the target of all rows of the table.
  ///   - rows: the rows that are examples, in their order.
  public init(featureCount: Int, features: Features, target: Target, rows: [Int]) {
    self.featureCount = featureCount
    self.features = features
    self.target = target
    self.rows = rows
  }
}
