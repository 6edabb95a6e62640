import Kernels
import SpecLanguage

/// The options of a network of dense layers.
public struct NetworkConfiguration: Hashable, Sendable {
  /// The widths of the hidden layers, each at least 1; at least one layer.
  public var hidden: [Int]
  /// The function after each hidden layer; the output has none.
  public var activation: Activation
  /// The weight λ of the penalty λ/2 ‖W‖² over all layers' weights, which leaves biases alone; at
  /// least 0.
  public var l2: Double
  /// How all layers' weights start; nil for the usual start of each layer.
  public var initial: InitialParameters?

  /// A network of dense layers.
  public init(
    hidden: [Int], activation: Activation = .relu, l2: Double = 0,
    initial: InitialParameters? = nil
  ) {
    self.hidden = hidden
    self.activation = activation
    self.l2 = l2
    self.initial = initial
  }

  /// How the weights of hidden layers start: as told, or `he_normal` under relu and gelu and
  /// `glorot_uniform` under tanh and sigmoid.
  public var hiddenInitial: InitialParameters {
    if let initial { return initial }
    return switch activation {
    case .relu, .gelu: .heNormal
    case .tanh, .sigmoid: .glorotUniform
    }
  }

  /// How the weights of the output layer start: as told, or `glorot_uniform`.
  public var outputInitial: InitialParameters { initial ?? .glorotUniform }
}

extension NetworkConfiguration {
  /// The widest layer and the deepest network.
  private static let mostWidth = 65_536, mostLayers = 100

  /// Asks for the keys of a network.
  static func asked(of keys: Keys, hasPenalty: Bool) -> NetworkConfiguration? {
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

  /// The options as a spec would write them.
  var options: [JSONLiteral.Member] {
    [
      .init(key: "hidden", value: .list(hidden.map { .whole($0) })),
      .init(key: "activation", value: .text(activation.rawValue)),
      .init(key: "l2", value: .number(l2)),
      .init(key: "hidden_initial", value: .text(hiddenInitial.rawValue)),
      .init(key: "output_initial", value: .text(outputInitial.rawValue)),
    ]
  }

  /// The hidden layers and what follows each, as in "512-512 relu".
  var layers: String { hidden.map(String.init).joined(separator: "-") + " \(activation.rawValue)" }

  /// Where training starts.
  var start: String {
    if hiddenInitial == outputInitial {
      return "weights start \(hiddenInitial.phrase), biases at 0"
    }
    return "weights start \(hiddenInitial.phrase), in the output layer \(outputInitial.phrase), "
      + "biases at 0"
  }
}
