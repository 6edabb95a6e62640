/// Adamax: m = β1 m + (1 − β1) g, u = max(β2 u, |g| + ε), θ −= η/(1 − β1^t) · m/u.
///
/// Kingma and Ba 2015, algorithm 2, with PyTorch's ε. Two vectors of n. Where u is 0, which takes
/// ε = 0, the parameter does not move.
///
/// Defaults and ranges are in `OptimizerKind.adamax.hyperparameters`; cost per parameter, and how the
/// rule differs from what PyTorch, Keras and optax call so, in its `description`.
public struct Adamax: UpdateRule {
  private let beta1: Double
  private let beta2: Double
  private let epsilon: Double
  private var m: [Double]
  private var u: [Double]
  private var beta1Power: CompensatedPower

  private static let beta1 = Hyperparameter.beta1()
  private static let beta2 = Hyperparameter.beta2(
    meaning: "how much of the largest absolute gradient is kept at each update")
  private static let epsilon = Hyperparameter(
    name: "epsilon", symbol: #"\varepsilon"#, domain: .nonnegative, defaultValue: .number(1e-8),
    meaning: "is added to the absolute gradient; with 0, a parameter whose u is 0 does not move")

  init(_ configuration: OptimizerConfiguration, count: Int) {
    beta1 = configuration.number(Self.beta1)
    beta2 = configuration.number(Self.beta2)
    epsilon = configuration.number(Self.epsilon)
    m = Array(repeating: 0, count: count)
    u = m
    beta1Power = CompensatedPower(of: beta1)
  }

  /// See `UpdateRule`.
  public mutating func step(
    parameters: inout [Double], gradient: [Double], learningRate: Double
  ) {
    beta1Power.advance()
    let rate = learningRate / (1 - beta1Power.value)
    Self.update(&parameters, &m, &u, gradient, rate, beta1, beta2, epsilon)
  }

  private static func update(
    _ theta: inout [Double], _ m: inout [Double], _ u: inout [Double], _ gradient: [Double],
    _ rate: Double, _ beta1: Double, _ beta2: Double, _ epsilon: Double
  ) {
    let gradient = gradient.span
    var theta = theta.mutableSpan
    var m = m.mutableSpan
    var u = u.mutableSpan
    precondition(
      theta.count == gradient.count && m.count == gradient.count && u.count == gradient.count)
    for i in 0..<gradient.count {
      let g = gradient[unchecked: i]
      m[unchecked: i] = beta1 * m[unchecked: i] + (1 - beta1) * g
      let (kept, new) = (beta2 * u[unchecked: i], g.magnitude + epsilon)
      // Written so that a gradient that is not a number stays one.
      u[unchecked: i] = kept > new ? kept : new
      let largest = u[unchecked: i]
      theta[unchecked: i] -= largest == 0 ? 0 : rate * m[unchecked: i] / largest
    }
  }
}

extension Adamax {
  private static let description = OptimizerDescription(
    title: "Adamax",
    formula: [
      Formula.firstMoment,
      #"u \leftarrow \max(\beta_2 u, \lvert g \rvert + \varepsilon)"#,
      #"\theta \leftarrow \theta - \frac{\eta}{1 - \beta_1^t}\, \frac{m}{u}"#,
    ],
    source: "Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, algorithm 2",
    state: ["the average m", "the maximum u"],
    cost: "10 operations, a division among them",
    differences: [
      "PyTorch's Adamax is the same rule.",
      "Keras adds ε to u in the denominator instead of to the gradient, and takes 1e-7 and rate 1e-3.",
      "optax's adamax is the same rule.",
    ],
    revision: 1)

  fileprivate static let definition = RuleDefinition(
    [.learningRate(2e-3), beta1, beta2, epsilon], description: description,
    make: { Adamax($0, count: $1.count) })
}

extension OptimizerKind {
  /// Kingma and Ba 2015, section 7.1.
  public static let adamax = OptimizerKind("adamax", Adamax.definition)
}
