import Testing

@testable import Optimizers

/// One rule with some of its options, and what stands around it.
struct Example: Sendable, CustomTestStringConvertible {
  var name: String
  var kind: OptimizerKind
  var variant: String? = nil
  var given: [String: HyperparameterValue] = [:]
  var schedule: Schedule = .constant
  var lookahead: Lookahead? = nil

  var testDescription: String { name }

  func configuration(
    _ more: [String: HyperparameterValue] = [:]
  ) throws -> OptimizerConfiguration {
    try .resolve(
      kind: kind, variant: variant, given: given.merging(more) { $1 }, schedule: schedule,
      lookahead: lookahead)
  }

  func optimizer(
    at parameters: [Double], updates: Int = 1000, _ more: [String: HyperparameterValue] = [:]
  ) throws -> Optimizer {
    Optimizer(
      configuration: try configuration(more), initialParameters: parameters, updatesPerEpoch: 10,
      totalUpdates: updates)
  }
}

enum Examples {
  /// Every kind, every variant, every switch: the rule alone, without decay.
  static let rules: [Example] =
    OptimizerKind.allCases.flatMap { kind -> [Example] in
      let noDecay: [String: HyperparameterValue] = ["weight_decay": .number(0)]
      if kind.variants.isEmpty { return [Example(name: kind.rawValue, kind: kind, given: noDecay)] }
      return kind.variants.map {
        Example(name: "\(kind.rawValue) \($0)", kind: kind, variant: $0, given: noDecay)
      }
    } + [
      Example(name: "sgd momentum", kind: .sgd, given: ["momentum": .number(0.9)]),
      Example(
        name: "sgd dampening", kind: .sgd,
        given: ["momentum": .number(0.9), "dampening": .number(0.5)]),
      Example(
        name: "sgd nesterov", kind: .sgd,
        given: ["momentum": .number(0.9), "nesterov": .flag(true)]),
      Example(name: "adam amsgrad", kind: .adam, given: ["amsgrad": .flag(true)]),
      Example(name: "rmsprop centered", kind: .rmsprop, given: ["centered": .flag(true)]),
      Example(
        name: "rmsprop momentum", kind: .rmsprop,
        given: ["centered": .flag(true), "momentum": .number(0.5)]),
      Example(
        name: "adagrad decay of the rate", kind: .adagrad,
        given: ["learning_rate_decay": .number(1e-4)]),
      Example(name: "radam never rectified", kind: .radam, given: ["beta2": .number(0.5)]),
    ]

  /// A rule with everything around it.
  static let dressed: [Example] = [
    Example(
      name: "decoupled decay, both clippings, cosine, lookahead", kind: .nadam,
      given: [
        "weight_decay": .number(1e-3), "decoupled": .flag(true), "clip_norm": .number(50),
        "clip_value": .number(40),
      ], schedule: Schedule(.cosine(final: 0.1), warmup: 5), lookahead: Lookahead(interval: 3)),
    Example(
      name: "coupled decay, step schedule", kind: .adamw,
      given: ["weight_decay": .number(1e-3), "decoupled": .flag(false)],
      schedule: Schedule(.step(every: 50, factor: 0.9))),
    Example(
      name: "exponential schedule", kind: .sgd, schedule: Schedule(.exponential(factor: 0.999))),
    Example(
      name: "inverse square root", kind: .lion,
      schedule: Schedule(.inverseSquareRoot(timescale: 100), warmup: 10),
      lookahead: Lookahead(interval: 1, alpha: 1)),
  ]

  static let all = rules + dressed
}
