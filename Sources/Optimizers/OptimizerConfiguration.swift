/// An update rule with every hyperparameter resolved.
public struct OptimizerConfiguration: Hashable, Sendable {
  /// The kind of rule.
  public let kind: OptimizerKind
  /// The variant, for a kind that has variants.
  public let variant: String?
  /// The value of each hyperparameter that has one, by its name in the spec.
  public let values: [String: HyperparameterValue]

  /// Resolves the given hyperparameters against the declarations of `kind` and `variant`.
  ///
  /// Every name in `given` is declared and every value lies in its domain: the caller has checked
  /// that against `kind.hyperparameters(variant:)`. What is checked here is how they go together.
  ///
  /// - Throws: the first pair of settings that contradict each other.
  public static func resolve(
    kind: OptimizerKind, variant: String? = nil, given: [String: HyperparameterValue]
  ) throws(HyperparameterConflict) -> OptimizerConfiguration {
    OptimizerConfiguration(kind: kind, variant: variant, values: given)
  }
}

/// Settings that are each allowed but not together.
public struct HyperparameterConflict: Error, Hashable {
  /// The hyperparameter at fault, by its name in the spec.
  public var name: String
  /// What is wrong, such as "nesterov needs momentum".
  public var message: String
  /// What to do.
  public var help: String
}
