import Kernels

/// All that is known of an update rule, declared beside it: what it takes, what it is, how it is made.
///
/// Spec, JSON Schema, listing, errors and a report's setup follow from it.
struct RuleDefinition: Sendable {
  /// Its own hyperparameters in the order in which they are listed, the learning rate first.
  var hyperparameters: [Hyperparameter]
  /// The default of the decay that every rule can have.
  var weightDecay = 0.0
  /// Whether that decay shrinks the parameters by default, instead of entering the gradient.
  var isDecoupled = false
  /// What it is, in words and formulas.
  var description: OptimizerDescription
  /// One update with the options of a configuration, in TeX.
  var formula: @Sendable (OptimizerConfiguration) -> [String]
  /// The first pair of settings that contradict each other.
  var conflict: @Sendable (OptimizerConfiguration) -> HyperparameterConflict?
  /// The rule at its start, for parameters of such a layout.
  var make: @Sendable (OptimizerConfiguration, ParameterLayout) -> any UpdateRule

  /// A rule.
  ///
  /// - Parameter formula: one update with the options of a configuration; nil: that of `description`.
  init(
    _ hyperparameters: [Hyperparameter], weightDecay: Double = 0, isDecoupled: Bool = false,
    description: OptimizerDescription,
    formula: (@Sendable (OptimizerConfiguration) -> [String])? = nil,
    conflict: @escaping @Sendable (OptimizerConfiguration) -> HyperparameterConflict? = { _ in nil
    },
    make: @escaping @Sendable (OptimizerConfiguration, ParameterLayout) -> any UpdateRule
  ) {
    self.hyperparameters =
      hyperparameters
      + Hyperparameter.aroundEveryRule(weightDecay: weightDecay, decoupled: isDecoupled)
    self.weightDecay = weightDecay
    self.isDecoupled = isDecoupled
    self.description = description
    self.formula = formula ?? { _ in description.formula }
    self.conflict = conflict
    self.make = make
  }
}
