import SpecLanguage

extension OptimizerConfiguration {
  /// Asks for the hyperparameters of a rule and for what stands around it.
  package static func asked(
    of keys: Keys, _ kind: OptimizerKind, variant: String?
  ) -> OptimizerConfiguration? {
    let given = keys.hyperparameters(kind.hyperparameters(variant: variant), mayLackDefault: true)
    let schedule = keys.optional(
      "schedule", Schedule.shape, default: "constant", "course of the learning rate over a run")
    let lookahead = keys.optional("lookahead", Lookahead.shape, "slow weights behind the rule")
    guard keys.subject != nil, let given else { return nil }
    do throws(HyperparameterConflict) {
      // Hyperparameters that exclude each other do so whatever the schedule.
      let configuration = try resolve(
        kind: kind, variant: variant, given: given, schedule: schedule ?? Schedule(.constant),
        lookahead: lookahead)
      return schedule == nil ? nil : configuration
    } catch {
      keys.fault(at: error.name, error.message, error.help)
      return nil
    }
  }
}

extension Schedule {
  /// A kind, or an object with `kind`.
  package static let shape = Shape<Schedule>.kinds(
    "schedule", ScheduleKind.allCases.map { ($0.rawValue, $0) }
  ) { kind, keys in
    keys.hyperparameters(kind.parameters).flatMap { Schedule(kind: kind, given: $0) }
  }.defined(as: "schedule")
}

extension Lookahead {
  /// An object with `k` and `alpha`.
  package static let shape = Shape<Lookahead>.object("lookahead") { keys in
    keys.hyperparameters(parameters).map { Lookahead(given: $0) }
  }.defined(as: "lookahead")
}

extension Keys {
  /// The values of hyperparameters by their names; nil when one is at fault or missing.
  ///
  /// Those that are left out are left out of the answer too: their defaults are for the optimizer
  /// to fill in.
  ///
  /// - Parameter mayLackDefault: whether those without a default may be left out.
  fileprivate func hyperparameters(
    _ declared: [Hyperparameter], mayLackDefault: Bool = false
  ) -> [String: HyperparameterValue]? {
    var given: [String: HyperparameterValue] = [:]
    var isComplete = true
    for hyperparameter in declared {
      let (key, shape) = (hyperparameter.name, hyperparameter.domain.shape)
      let value: HyperparameterValue?
      if let defaultValue = hyperparameter.defaultValue {
        value = optional(key, shape, showing: defaultValue.literal, hyperparameter.meaning)
      } else if mayLackDefault {
        value = optional(key, shape, hyperparameter.meaning)
      } else {
        value = required(key, shape, hyperparameter.meaning)
        if value == nil { isComplete = false }
      }
      given[key] = value
      if value == nil, subject?.members[key] != nil { isComplete = false }
    }
    return isComplete ? given : nil
  }
}

extension HyperparameterDomain {
  /// The shape of a hyperparameter's value.
  package var shape: Shape<HyperparameterValue> {
    switch self {
    case .number(let lower, let lowerOpen, let upper, let upperOpen):
      Shape<Double>.number(
        NumberDomain(lower: lower, lowerOpen: lowerOpen, upper: upper, upperOpen: upperOpen)
      ).map { .number($0) }
    case .integer(let lower, let upper): Shape<Int>.whole(lower...upper).map { .number(Double($0)) }
    case .flag: Shape<Bool>.flag.map { .flag($0) }
    case .choice(let names): Shape.choice(names.map { ($0, .choice($0)) })
    }
  }
}

extension HyperparameterValue {
  /// The value as it is written in a spec.
  var literal: JSONLiteral {
    switch self {
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .choice(let name): .text(name)
    }
  }
}
