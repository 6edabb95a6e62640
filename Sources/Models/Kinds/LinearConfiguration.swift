import Kernels
import SpecLanguage

/// The options of a model without hidden layers.
public struct LinearConfiguration: Hashable, Sendable {
  /// The weight λ of the penalty λ/2 ‖w‖², which leaves the bias alone; at least 0.
  public var l2: Double
  /// How the weights start, and the bias of linear regression; other biases start at 0.
  public var initial: InitialParameters

  /// A model without hidden layers. The default start is that of linear regression; `logistic` and
  /// `softmax` start at `zeros` unless told otherwise.
  public init(l2: Double = 0, initial: InitialParameters = .normal) {
    self.l2 = l2
    self.initial = initial
  }

  /// Asks for the keys of a model without hidden layers.
  ///
  /// - Parameter standard: the distribution that stands for none.
  static func asked(of keys: Keys, initial standard: InitialParameters) -> LinearConfiguration? {
    let l2 = keys.l2
    let initial = keys.optional(
      "initial", InitialParameters.shape, default: .text(standard.rawValue),
      "distribution of the initial parameters"
    )
    guard let l2, let initial else { return nil }
    return LinearConfiguration(l2: l2, initial: initial)
  }

  /// The options as a spec would write them.
  var options: [JSONLiteral.Member] {
    [
      .init(key: "l2", value: .number(l2)),
      .init(key: "initial", value: .text(initial.rawValue)),
    ]
  }
}

extension Keys {
  /// The weight of the penalty on the weights.
  var l2: Double? {
    optional(
      "l2", .number(NumberDomain(lower: 0)), default: 0, "weight of the penalty on the weights")
  }
}

extension InitialParameters {
  /// A name that the spec's generator can draw.
  static let shape = Shape<InitialParameters>.choice().refined { initial, value, _, decoding in
    guard decoding[GivenGenerator.self] == .numpyLegacy, ![.normal, .zeros].contains(initial) else {
      return initial
    }
    decoding.fault(
      at: value.range, "rng 'numpy_legacy' cannot draw '\(initial.rawValue)'",
      "expected: normal, zeros")
    return nil
  }

  /// How the start reads after "weights start".
  var phrase: String {
    switch self {
    case .normal: "standard normal"
    case .zeros: "zero"
    case .glorotUniform: "uniform by Glorot and Bengio (glorot_uniform)"
    case .heNormal: "normal by He et al. (he_normal)"
    }
  }
}

/// The generator that a spec names, which not every start of a model can be drawn from.
package enum GivenGenerator: DecodingSetting {
  /// The generator of a spec that names none.
  package static let initialValue = RandomGenerator.philox
}
