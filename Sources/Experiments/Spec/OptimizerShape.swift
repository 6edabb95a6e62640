import Diagnostics
import Optimizers

extension OptimizerSpec {
  /// What an optimizer of a spec may be; its keys are those that `OptimizerKind` declares.
  static let shape = Shape<OptimizerSpec>.object("optimizer") { keys in
    let name = keys.required("name", .text(.label), "name in the report")
    if let name, let subject = keys.subject {
      subject.decoding.claim(name, for: "optimizer", at: keys.range(of: "name"))
    }
    let kinds = OptimizerKind.allCases.map { (name: $0.rawValue, value: $0) }
    let configuration = keys.branch(
      on: "kind", kinds, of: "optimizer", "update rule"
    ) { kind, keys -> OptimizerConfiguration? in
      let variants = kind.variants.map { (name: $0, value: $0) }
      guard let first = kind.variants.first else {
        return OptimizerConfiguration.asked(of: keys, kind, variant: nil)
      }
      return keys.branch(
        on: "variant", variants, default: first, "reading of the rule"
      ) { variant, keys in
        OptimizerConfiguration.asked(of: keys, kind, variant: variant)
      }
    }
    guard let name, let configuration else { return nil }
    return OptimizerSpec(name: name, configuration: configuration)
  }
}

extension OptimizerConfiguration {
  /// Asks for the hyperparameters of a rule.
  static func asked(
    of keys: Keys, _ kind: OptimizerKind, variant: String?
  ) -> OptimizerConfiguration? {
    var given: [String: HyperparameterValue] = [:]
    for hyperparameter in kind.hyperparameters(variant: variant) {
      // The default is only shown: which value holds is for `resolve` to say.
      let value = keys.optional(
        hyperparameter.name, hyperparameter.domain.shape,
        showing: hyperparameter.defaultValue?.literal, hyperparameter.meaning)
      if let value { given[hyperparameter.name] = value }
    }
    guard keys.subject != nil else { return nil }
    do throws(HyperparameterConflict) {
      return try resolve(kind: kind, variant: variant, given: given)
    } catch {
      keys.fault(at: error.name, error.message, error.help)
      return nil
    }
  }
}

extension HyperparameterDomain {
  /// The shape of a hyperparameter's value.
  var shape: Shape<HyperparameterValue> {
    switch self {
    case .number(let lower, let lowerOpen, let upper, let upperOpen):
      Shape<Double>.number(
        NumberDomain(lower: lower, lowerOpen: lowerOpen, upper: upper, upperOpen: upperOpen)
      ).map { .number($0) }
    case .flag: Shape<Bool>.flag.map { .flag($0) }
    case .choice(let names): Shape.choice(names.map { ($0, .choice($0)) })
    }
  }
}

extension HyperparameterValue {
  /// The value as it is written in a spec.
  fileprivate var literal: JSONLiteral {
    switch self {
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .choice(let name): .text(name)
    }
  }
}
