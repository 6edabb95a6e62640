/// Lion: θ −= η sign((1 − β1)(g − m) + m), then m = β2 m + (1 − β2) g.
///
/// Chen et al. 2023, "Symbolic Discovery of Optimization Algorithms". One vector of n. The sign of 0
/// is 0. The sign of what is not a number is not a number.
///
/// Defaults and ranges are in `OptimizerKind.lion.hyperparameters`; cost per parameter, and how the
/// rule differs from what PyTorch, Keras and optax call so, in its `description`.
public struct Lion: UpdateRule {
  private let beta1: Double
  private let beta2: Double
  private var m: [Double]

  private static let beta1 = Hyperparameter.beta1(
    meaning: "how much the average counts beside the gradient in the sign")
  private static let beta2 = Hyperparameter.beta2(
    0.99, meaning: "how much of its past the average of the gradient keeps at each update")

  init(_ configuration: OptimizerConfiguration, count: Int) {
    beta1 = configuration.number(Self.beta1)
    beta2 = configuration.number(Self.beta2)
    m = Array(repeating: 0, count: count)
  }

  /// See `UpdateRule`.
  public mutating func step(
    parameters: inout [Double], gradient: [Double], learningRate: Double
  ) {
    Self.update(&parameters, &m, gradient, learningRate, beta1, beta2)
  }

  private static func update(
    _ theta: inout [Double], _ m: inout [Double], _ gradient: [Double], _ rate: Double,
    _ beta1: Double, _ beta2: Double
  ) {
    let gradient = gradient.span
    var theta = theta.mutableSpan
    var m = m.mutableSpan
    precondition(theta.count == gradient.count && m.count == gradient.count)
    for i in 0..<gradient.count {
      let g = gradient[unchecked: i]
      let c = (1 - beta1) * (g - m[unchecked: i]) + m[unchecked: i]
      // 0 and what is not a number are their own signs.
      let sign = c > 0 ? 1 : c < 0 ? -1 : c
      theta[unchecked: i] -= rate * sign
      m[unchecked: i] = beta2 * m[unchecked: i] + (1 - beta2) * g
    }
  }
}

extension Lion {
  private static let description = OptimizerDescription(
    title: "Lion",
    formula: [
      #"\theta \leftarrow \theta - \eta\, \mathrm{sign}\left((1 - \beta_1)(g - m) + m\right)"#,
      #"m \leftarrow \beta_2 m + (1 - \beta_2)\, g"#,
    ],
    source: "Chen et al. 2023, Symbolic Discovery of Optimization Algorithms, algorithm 2",
    state: ["the average m"],
    cost: "9 operations",
    differences: [
      "PyTorch has no Lion.",
      "Keras's Lion is the same rule with rate 1e-3 by default.",
      "optax's lion is the same rule with a default decay of 1e-3.",
    ],
    revision: 1)

  fileprivate static let definition = RuleDefinition(
    [.learningRate(1e-4), beta1, beta2], isDecoupled: true, description: description,
    make: { Lion($0, count: $1.count) })
}

extension OptimizerKind {
  /// Chen et al. 2023.
  public static let lion = OptimizerKind("lion", Lion.definition)
}
