import Kernels

/// Adagrad: s += g², θ −= η/(1 + (t − 1) · decay) · g/(√s + ε).
///
/// Duchi, Hazan and Singer 2011; the decay of the rate is PyTorch's. s starts at 0. One vector of n.
/// Where the denominator is 0, which takes ε = 0, the parameter does not move.
///
/// Defaults and ranges are in `OptimizerKind.adagrad.hyperparameters`; cost per parameter, and how the
/// rule differs from what PyTorch, Keras and optax call so, in its `description`.
public struct Adagrad: UpdateRule {
  private let learningRateDecay: Double
  private let epsilon: Double
  private var sum: [Double]
  private var update = 0

  private static let learningRateDecay = Hyperparameter(
    name: "learning_rate_decay", symbol: "d", domain: .nonnegative, defaultValue: .number(0),
    meaning: "divides the rate by 1 plus this times the updates done")
  private static let epsilon = Hyperparameter.epsilon(1e-10)

  init(_ configuration: OptimizerConfiguration, count: Int) {
    learningRateDecay = configuration.number(Self.learningRateDecay)
    epsilon = configuration.number(Self.epsilon)
    sum = Array(repeating: 0, count: count)
  }

  /// See `UpdateRule`.
  public mutating func step(
    parameters: inout [Double], gradient: [Double], learningRate: Double
  ) {
    update += 1
    let rate = learningRate / (1 + Double(update - 1) * learningRateDecay)
    Self.update(&parameters, &sum, gradient, rate, epsilon)
  }

  private static func update(
    _ theta: inout [Double], _ sum: inout [Double], _ gradient: [Double], _ rate: Double,
    _ epsilon: Double
  ) {
    let gradient = gradient.span
    var theta = theta.mutableSpan
    var sum = sum.mutableSpan
    precondition(theta.count == gradient.count && sum.count == gradient.count)
    for i in 0..<gradient.count {
      let g = gradient[unchecked: i]
      sum[unchecked: i] += g * g
      let denominator = squareRoot(sum[unchecked: i]) + epsilon
      theta[unchecked: i] -= denominator == 0 ? 0 : rate * g / denominator
    }
  }
}

extension Adagrad {
  private static let description = OptimizerDescription(
    title: "Adagrad",
    formula: [
      #"s \leftarrow s + g^2"#,
      #"\theta \leftarrow \theta - \frac{\eta}{1 + (t - 1)\, d}\, \frac{g}{\sqrt s + \varepsilon}"#,
    ],
    source: "Duchi, Hazan and Singer 2011, Adaptive Subgradient Methods for Online Learning and "
      + "Stochastic Optimization; the decay of the rate is PyTorch's",
    state: ["the sum s"],
    cost: "7 operations, a division and a square root among them",
    differences: [
      "PyTorch's Adagrad is the same rule.",
      "Keras starts s at 0.1, adds ε = 1e-7 under the root, and has no decay of the rate.",
      "optax starts s at 0.1, adds ε = 1e-7 under the root, and has no decay of the rate.",
    ],
    revision: 1)

  fileprivate static let definition = RuleDefinition(
    [.learningRate(1e-2), learningRateDecay, epsilon], description: description,
    make: { Adagrad($0, count: $1.count) })
}

extension OptimizerKind {
  /// Duchi, Hazan and Singer 2011.
  public static let adagrad = OptimizerKind("adagrad", Adagrad.definition)
}
