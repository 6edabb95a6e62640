/// Settings that are each allowed but not together.
public struct HyperparameterConflict: Error, Hashable {
  /// The hyperparameter at fault, by its name in the spec.
  public var name: String
  /// What is wrong, such as "nesterov needs momentum".
  public var message: String
  /// What to do.
  public var help: String
}
