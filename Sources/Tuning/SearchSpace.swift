/// A hyperparameter that is searched for.
public struct SearchKey: Hashable, Sendable {
  /// Its name in a spec, such as `learning_rate`.
  public let name: String
  /// The values among which it is searched for.
  public let range: SearchRange
  /// Its number, from 0, among all hyperparameters that an experiment searches for: searches that share it get
  /// the same points, whatever else they search for.
  public let dimension: Int

  /// A hyperparameter that is searched for.
  public init(name: String, range: SearchRange, dimension: Int) {
    self.name = name
    self.range = range
    self.dimension = dimension
  }
}

/// What one search looks through: a box of hyperparameters.
public struct SearchSpace: Hashable, Sendable {
  /// Its hyperparameters, names unique, in the order of a point's values.
  public let keys: [SearchKey]

  /// A box of at least one hyperparameter.
  public init(_ keys: [SearchKey]) { self.keys = keys }
}
