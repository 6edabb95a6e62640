import Kernels

/// RMSProp: v = α v + (1 − α) g², D = √v + ε, θ −= η g/D.
///
/// Tieleman and Hinton 2012, lecture 6.5. `centered` (Graves 2013) takes D = √(v − ḡ²) + ε with ḡ the
/// average of g by α; rounding below 0 under that root counts as 0. `momentum`: buf = μ buf + g/D,
/// θ −= η buf. One vector of n, one more with `centered`, one more with momentum. Where D is 0,
/// which takes ε = 0, g/D counts as 0.
///
/// Defaults and ranges are in `OptimizerKind.rmsprop.hyperparameters`; cost per parameter, and how the
/// rule differs from what PyTorch, Keras and optax call so, in its `description`.
public struct RMSProp: UpdateRule {
  private let alpha: Double
  private let epsilon: Double
  private let momentum: Double
  private var v: [Double]
  /// ḡ; empty unless centered.
  private var mean: [Double]
  /// buf; empty without momentum.
  private var buffer: [Double]

  private static let alpha = Hyperparameter(
    name: "alpha", symbol: #"\alpha"#, domain: .memory, defaultValue: .number(0.99),
    meaning: "how much of its past the average of the squared gradient keeps at each update")
  private static let epsilon = Hyperparameter.epsilon()
  private static let centered = Hyperparameter(
    name: "centered", symbol: #"\mathrm{centered}"#, domain: .flag, defaultValue: .flag(false),
    meaning: "whether the gradient is divided by its standard deviation, not its root mean square")
  private static let momentum = Hyperparameter.momentum(
    meaning: "how much of the buffer of scaled gradients is kept at each update")

  init(_ configuration: OptimizerConfiguration, count: Int) {
    alpha = configuration.number(Self.alpha)
    epsilon = configuration.number(Self.epsilon)
    momentum = configuration.number(Self.momentum)
    v = Array(repeating: 0, count: count)
    mean = configuration.flag(Self.centered) ? v : []
    buffer = momentum == 0 ? [] : v
  }

  /// See `UpdateRule`.
  public mutating func step(
    parameters: inout [Double], gradient: [Double], learningRate: Double
  ) {
    Self.update(
      &parameters, &v, &mean, &buffer, gradient, learningRate, alpha, epsilon, momentum)
  }

  private static func update(
    _ theta: inout [Double], _ v: inout [Double], _ mean: inout [Double],
    _ buffer: inout [Double], _ gradient: [Double],
    _ rate: Double, _ alpha: Double, _ epsilon: Double, _ momentum: Double
  ) {
    let gradient = gradient.span
    var theta = theta.mutableSpan
    var v = v.mutableSpan
    var mean = mean.mutableSpan
    var buffer = buffer.mutableSpan
    precondition(theta.count == gradient.count && v.count == gradient.count)
    let centered = !mean.isEmpty
    for i in 0..<gradient.count {
      let g = gradient[unchecked: i]
      v[unchecked: i] = alpha * v[unchecked: i] + (1 - alpha) * (g * g)
      var square = v[unchecked: i]
      if centered {
        mean[unchecked: i] = alpha * mean[unchecked: i] + (1 - alpha) * g
        square -= mean[unchecked: i] * mean[unchecked: i]
        if square < 0 { square = 0 }
      }
      let denominator = squareRoot(square) + epsilon
      let direction = denominator == 0 ? 0 : g / denominator
      if momentum == 0 {
        theta[unchecked: i] -= rate * direction
      } else {
        buffer[unchecked: i] = momentum * buffer[unchecked: i] + direction
        theta[unchecked: i] -= rate * buffer[unchecked: i]
      }
    }
  }
}

extension RMSProp {
  /// One update with these options, in TeX.
  private static func formula(centered: Bool, hasMomentum: Bool) -> [String] {
    [#"v \leftarrow \alpha v + (1 - \alpha)\, g^2"#]
      + (centered
        ? [
          #"\bar g \leftarrow \alpha \bar g + (1 - \alpha)\, g"#,
          #"D = \sqrt{v - \bar g^2} + \varepsilon"#,
        ] : [#"D = \sqrt v + \varepsilon"#])
      + (hasMomentum
        ? [#"b \leftarrow \mu b + g / D"#, #"\theta \leftarrow \theta - \eta\, b"#]
        : [#"\theta \leftarrow \theta - \eta\, g / D"#])
  }

  private static let description = OptimizerDescription(
    title: "RMSProp",
    formula: formula(centered: false, hasMomentum: false) + [
      #"\text{centered:} \quad \bar g \leftarrow \alpha \bar g + (1 - \alpha)\, g, \quad "#
        + #"D = \sqrt{v - \bar g^2} + \varepsilon"#,
      #"\text{momentum:} \quad b \leftarrow \mu b + g / D, \quad "#
        + #"\theta \leftarrow \theta - \eta\, b"#,
    ],
    source:
      "Tieleman and Hinton 2012, Neural Networks for Machine Learning, lecture 6.5; centered: "
      + "Graves 2013, Generating Sequences with Recurrent Neural Networks",
    state: [
      "the average v", "the average of the gradient, with centered", "the buffer b, with momentum",
    ],
    cost: "9 operations, a division and a square root among them; 5 more with centered, 2 with "
      + "momentum",
    differences: [
      "PyTorch's RMSprop is the same rule, but where rounding makes v − ḡ² negative it is not a "
        + "number, and here that counts as 0.",
      "Keras adds ε under the root, keeps the rate inside the buffer, and takes α = 0.9 (rho), rate "
        + "1e-3 and ε = 1e-7.",
      "optax adds ε under the root unless eps_in_sqrt is off, keeps the rate inside the buffer, and "
        + "takes α = 0.9 (decay).",
    ],
    revision: 1)

  fileprivate static let definition = RuleDefinition(
    [.learningRate(1e-2), alpha, epsilon, centered, momentum],
    description: description,
    formula: { formula(centered: $0.flag(centered), hasMomentum: $0.number(momentum) > 0) },
    make: { RMSProp($0, count: $1.count) })
}

extension OptimizerKind {
  /// Tieleman and Hinton 2012.
  public static let rmsprop = OptimizerKind("rmsprop", RMSProp.definition)
}
