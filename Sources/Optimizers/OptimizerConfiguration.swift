import Kernels

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
    if let conflict = configuration.definition.conflict(configuration) { throw conflict }
    return configuration
  }

  /// The same with other numbers, by their names in the spec, in their domains.
  ///
  /// - Throws: the first pair of settings that contradict each other.
  public func setting(
    _ numbers: [String: Double]
  ) throws(HyperparameterConflict) -> OptimizerConfiguration {
    let own = Set(kind.hyperparameters(variant: variant).map(\.name))
    let given = values.merging(
      numbers.filter { own.contains($0.key) }.mapValues { .number($0) }, uniquingKeysWith: { $1 })
    return try Self.resolve(
      kind: kind, variant: variant, given: given, schedule: schedule, lookahead: lookahead)
  }

  /// All that is known of the rule.
  var definition: RuleDefinition { kind.definition(of: variant) }

  /// The rule alone, at its start, for parameters of such a layout.
  func makeRule(for layout: ParameterLayout) -> any UpdateRule { definition.make(self, layout) }

  /// How many vectors of as many numbers as there are parameters an optimizer keeps between updates.
  public var vectorCount: Int {
    // Counted on a rule of one parameter, so that no rule has to say it.
    let rule = makeRule(for: .single(count: 1))
    let vectors = Mirror(reflecting: rule).children.compactMap { $0.value as? [Double] }
    return vectors.count { !$0.isEmpty } + (lookahead == nil ? 0 : 1)
  }

  /// The revision of the rule's arithmetic.
  public var revision: Int { definition.description.revision }

  /// The value of a hyperparameter that is a number.
  ///
  /// The rule must declare it, with a default: a name that nobody declares is a fault of the program
  /// and ends it, since a number made up in its place would be believed.
  func number(_ hyperparameter: Hyperparameter) -> Double {
    guard case .number(let value)? = values[hyperparameter.name] else {
      preconditionFailure("\(kind.rawValue) has no number \(hyperparameter.name)")
    }
    return value
  }

  /// The value of a hyperparameter that is a number, nil where it was not given and has no default.
  func numberIfGiven(_ hyperparameter: Hyperparameter) -> Double? {
    if case .number(let value)? = values[hyperparameter.name] { value } else { nil }
  }

  /// The value of a hyperparameter that is a switch, which the rule must declare.
  func flag(_ hyperparameter: Hyperparameter) -> Bool {
    guard case .flag(let value)? = values[hyperparameter.name] else {
      preconditionFailure("\(kind.rawValue) has no switch \(hyperparameter.name)")
    }
    return value
  }

  /// The value of a hyperparameter that is a name, which the rule must declare.
  func choice(_ hyperparameter: Hyperparameter) -> String {
    guard case .choice(let value)? = values[hyperparameter.name] else {
      preconditionFailure("\(kind.rawValue) has no choice \(hyperparameter.name)")
    }
    return value
  }

  /// Whether decay has any effect.
  public var hasDecay: Bool { weightDecay > 0 }

  /// How strongly it pulls parameters to 0 at every step; 0 where it does not.
  public var weightDecay: Double { number(.weightDecay()) }
}
