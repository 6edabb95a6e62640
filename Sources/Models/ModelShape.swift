import Kernels
import SpecLanguage

/// The kinds of models that a spec can name.
package enum ModelKind: Hashable, Sendable {
  case linear
  case logistic
  case softmax
  case mlp
  case autoencoder
  case testFunction(TestFunctionKind)

  /// The models that learn from data, by their names.
  package static let learners: [(name: String, value: ModelKind)] = [
    ("linear", .linear), ("logistic", .logistic), ("softmax", .softmax), ("mlp", .mlp),
    ("autoencoder", .autoencoder),
  ]

  /// The models that need none.
  package static let testFunctions: [(name: String, value: ModelKind)] = TestFunctionKind.allCases
    .map {
      ($0.rawValue, .testFunction($0))
    }

  /// The kind of a model as a spec names it.
  package static func name(of model: ModelConfiguration) -> String {
    switch model {
    case .linear: "linear"
    case .logistic: "logistic"
    case .softmax: "softmax"
    case .mlp: "mlp"
    case .autoencoder: "autoencoder"
    case .testFunction(let function): function.kind.rawValue
    }
  }
}

extension ModelConfiguration {
  /// A model that learns from data: a kind, or an object with `kind`.
  package static let learner = shape(of: ModelKind.learners).defined(as: "model")

  /// A test function: a kind, or an object with `kind`.
  package static let testFunction = shape(of: ModelKind.testFunctions).defined(as: "test_function")

  /// Any model.
  package static let shape = shape(of: ModelKind.learners + ModelKind.testFunctions)

  private static func shape(
    of kinds: [(name: String, value: ModelKind)]
  ) -> Shape<ModelConfiguration> {
    .kinds("model", kinds) { kind, keys in
      switch kind {
      case .linear: LinearConfiguration.asked(of: keys, initial: "normal").map { .linear($0) }
      case .logistic: LinearConfiguration.asked(of: keys, initial: "zeros").map { .logistic($0) }
      case .softmax: LinearConfiguration.asked(of: keys, initial: "zeros").map { .softmax($0) }
      case .mlp: NetworkConfiguration.asked(of: keys, hasPenalty: true).map { .mlp($0) }
      case .autoencoder:
        NetworkConfiguration.asked(of: keys, hasPenalty: false).map { .autoencoder($0) }
      case .testFunction(let function):
        TestFunctionConfiguration.asked(of: keys, function).map { .testFunction($0) }
      }
    }
  }
}

extension LinearConfiguration {
  /// Asks for the keys of a model without hidden layers.
  ///
  /// - Parameter defaultInitial: the distribution that stands for none.
  package static func asked(of keys: Keys, initial defaultInitial: JSONLiteral)
    -> LinearConfiguration?
  {
    let l2 = keys.l2
    let initial = keys.optional(
      "initial", InitialParameters.shape, default: defaultInitial,
      "distribution of the initial parameters"
    )
    guard let l2, let initial else { return nil }
    return LinearConfiguration(l2: l2, initial: initial)
  }
}

extension NetworkConfiguration {
  /// The widest layer and the deepest network.
  private static let mostWidth = 65_536, mostLayers = 100

  /// Asks for the keys of a network.
  package static func asked(of keys: Keys, hasPenalty: Bool) -> NetworkConfiguration? {
    let hidden = keys.required(
      "hidden", Shape<[Int]>.list(of: .whole(1...mostWidth), "widths").refined(checkDepth),
      "widths of the hidden layers")
    let activation: Activation? = keys.optional(
      "activation", .choice(), default: "relu", "function after each hidden layer")
    let l2 = hasPenalty ? keys.l2 : 0
    let initial = keys.optional(
      "initial", InitialParameters.shape,
      "distribution of the initial weights; by default he_normal under relu and gelu, "
        + "glorot_uniform under tanh and sigmoid and for the output")
    if let subject = keys.subject, subject.members["initial"] == nil,
      subject.decoding[GivenGenerator.self] == .numpyLegacy
    {
      subject.decoding.fault(
        at: subject.head, "rng 'numpy_legacy' cannot draw the usual start of layers",
        "give 'initial': normal or zeros")
      return nil
    }
    let isFaulty = initial == nil && keys.subject?.members["initial"] != nil
    guard let hidden, let activation, let l2, !isFaulty else { return nil }
    return NetworkConfiguration(
      hidden: hidden, activation: activation, l2: l2, initial: initial)
  }

  private static func checkDepth(
    _ hidden: [Int], _ value: JSONValue, _ label: Label, _ decoding: Decoding
  ) -> [Int]? {
    if hidden.count <= mostLayers { return hidden }
    decoding.fault(
      at: value.headRange, "\(label) has \(hidden.count) layers", "expected at most \(mostLayers)")
    return nil
  }
}

extension Keys {
  /// The weight of the penalty on the weights.
  fileprivate var l2: Double? {
    optional(
      "l2", .number(NumberDomain(lower: 0)), default: 0, "weight of the penalty on the weights")
  }
}

extension InitialParameters {
  /// A name that the spec's generator can draw.
  package static let shape = Shape<InitialParameters>.choice().refined {
    initial, value, _, decoding in
    guard decoding[GivenGenerator.self] == .numpyLegacy, ![.normal, .zeros].contains(initial) else {
      return initial
    }
    decoding.fault(
      at: value.range, "rng 'numpy_legacy' cannot draw '\(initial.rawValue)'",
      "expected: normal, zeros")
    return nil
  }
}

/// The generator that a spec names, which not every start of a model can be drawn from.
package enum GivenGenerator: DecodingSetting {
  /// The generator of a spec that names none.
  package static let initialValue = RandomGenerator.philox
}
