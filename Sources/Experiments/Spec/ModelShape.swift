import Models

extension ModelConfiguration {
  /// The kinds of models that a spec can name.
  private enum Kind: String, CaseIterable, Sendable {
    case linear
  }

  /// A kind, or an object with `kind`.
  static let shape = Shape<ModelConfiguration>.kinds(
    "model", Kind.allCases.map { ($0.rawValue, $0) }
  ) { kind, keys in
    switch kind {
    case .linear: LinearConfiguration.asked(of: keys).map { .linear($0) }
    }
  }.defined(as: "model")
}

extension LinearConfiguration {
  /// Asks for the keys of linear regression.
  static func asked(of keys: Keys) -> LinearConfiguration? {
    let l2 = keys.optional(
      "l2", .number(NumberDomain(lower: 0)), default: 0, "weight of the penalty on the weights")
    let initial = keys.optional(
      "initial", InitialParameters.shape, default: "normal",
      "distribution of the initial parameters")
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
