/// An update rule with every hyperparameter resolved, and what stands around it.
public struct OptimizerConfiguration: Hashable, Sendable {
  /// The kind of rule.
  public let kind: OptimizerKind
  /// The variant, for a kind that has variants.
  public let variant: String?
  /// The value of each hyperparameter that has one, by its name in the spec.
  public let values: [String: HyperparameterValue]
  /// How the learning rate changes over the run.
  public let schedule: Schedule
  /// Slow weights, if wanted.
  public let lookahead: Lookahead?

  /// Resolves the given hyperparameters against the declarations of `kind` and `variant`.
  ///
  /// Every name in `given` is declared and every value lies in its domain: the caller has checked
  /// that against `kind.hyperparameters(variant:)`. What is checked here is how they go together.
  /// What is not given takes the default of the variant.
  ///
  /// - Parameters:
  ///   - variant: one of `kind.variants`; nil is the default one.
  ///   - given: the values by their names in the spec.
  /// - Throws: the first pair of settings that contradict each other.
  public static func resolve(
    kind: OptimizerKind, variant: String? = nil, given: [String: HyperparameterValue] = [:],
    schedule: Schedule = .constant, lookahead: Lookahead? = nil
  ) throws(HyperparameterConflict) -> OptimizerConfiguration {
    let variant = variant ?? kind.variants.first
    var values: [String: HyperparameterValue] = [:]
    for hyperparameter in kind.hyperparameters(variant: variant) {
      values[hyperparameter.name] = given[hyperparameter.name] ?? hyperparameter.defaultValue
    }
    let configuration = OptimizerConfiguration(
      kind: kind, variant: variant, values: values, schedule: schedule, lookahead: lookahead)
    if let conflict = configuration.conflict { throw conflict }
    return configuration
  }

  /// The first contradiction among the values.
  private var conflict: HyperparameterConflict? {
    guard flag("nesterov") else { return nil }
    if number("momentum") == 0 {
      return HyperparameterConflict(
        name: "nesterov", message: "nesterov needs momentum",
        help: "give 'momentum' a value above 0, such as 0.9, or leave 'nesterov' out")
    }
    if number("dampening") != 0 {
      return HyperparameterConflict(
        name: "nesterov", message: "nesterov and dampening exclude each other",
        help: "leave 'dampening' out, or 'nesterov'")
    }
    return nil
  }

  /// The value of a hyperparameter that is a number, 0 for one that this kind does not have.
  func number(_ name: String) -> Double {
    if case .number(let value)? = values[name] { value } else { 0 }
  }

  /// The value of a hyperparameter that is a switch, `false` for one that this kind does not have.
  func flag(_ name: String) -> Bool {
    if case .flag(let value)? = values[name] { value } else { false }
  }
}
