import Models

/// The kinds of models that a spec can name.
enum ModelKind: Hashable, Sendable {
  case linear
  case testFunction(TestFunctionKind)

  /// The models that learn from data, by their names.
  static let learners: [(name: String, value: ModelKind)] = [("linear", .linear)]

  /// The models that need none.
  static let testFunctions: [(name: String, value: ModelKind)] = TestFunctionKind.allCases.map {
    ($0.rawValue, .testFunction($0))
  }
}

extension ModelConfiguration {
  /// A model that learns from data: a kind, or an object with `kind`.
  static let learner = shape(of: ModelKind.learners).defined(as: "model")

  /// A test function: a kind, or an object with `kind`.
  static let testFunction = shape(of: ModelKind.testFunctions).defined(as: "test_function")

  /// Any model.
  static let shape = shape(of: ModelKind.learners + ModelKind.testFunctions)

  private static func shape(
    of kinds: [(name: String, value: ModelKind)]
  ) -> Shape<ModelConfiguration> {
    .kinds("model", kinds) { kind, keys in
      switch kind {
      case .linear: LinearConfiguration.asked(of: keys).map { .linear($0) }
      case .testFunction(let function):
        TestFunctionConfiguration.asked(of: keys, function).map { .testFunction($0) }
      }
    }
  }
}

extension LinearConfiguration {
  /// Asks for the keys of linear regression.
  static func asked(of keys: Keys) -> LinearConfiguration? {
    let l2 = keys.optional(
      "l2", .number(NumberDomain(lower: 0)), default: 0, "weight of the penalty on the weights")
    let initial = keys.optional(
      "initial", InitialParameters.shape, default: "normal",
      "distribution of the initial parameters"
    )
    guard let l2, let initial else { return nil }
    return LinearConfiguration(l2: l2, initial: initial)
  }
}

extension InitialParameters {
  /// A name that the spec's generator can draw.
  static let shape = Shape<InitialParameters>.choice().refined { initial, value, _, decoding in
    guard decoding.generator == .numpyLegacy, ![.normal, .zeros].contains(initial) else {
      return initial
    }
    decoding.fault(
      at: value.range, "rng 'numpy_legacy' cannot draw '\(initial.rawValue)'",
      "expected: normal, zeros")
    return nil
  }
}
