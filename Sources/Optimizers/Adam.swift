import Kernels

/// Adam: θ −= η · m/(1 − β1^t) / (√v/√(1 − β2^t) + ε), with m = β1 m + (1 − β1) g and
/// v = β2 v + (1 − β2) g².
///
/// Kingma and Ba 2015, algorithm 1. With `amsgrad` (Reddi, Kale and Kumar 2018) the running maximum
/// of v, uncorrected, stands for v in the denominator. Two vectors of n, three with `amsgrad`.
/// Where the denominator is 0, which takes ε = 0, the parameter does not move.
///
/// Defaults and ranges are in `OptimizerKind.adam.hyperparameters`; cost per parameter, and how the
/// rule differs from what PyTorch, Keras and optax call so, in its `description`.
public struct Adam: UpdateRule {
  private let beta1: Double
  private let beta2: Double
  private let epsilon: Double
  private var m: [Double]
  private var v: [Double]
  /// The maximum of v so far; empty without `amsgrad`.
  private var maximum: [Double]
  private var beta1Power: CompensatedPower
  private var beta2Power: CompensatedPower

  private static let (beta1, beta2) = (Hyperparameter.beta1(), Hyperparameter.beta2())
  private static let epsilon = Hyperparameter.epsilon()
  private static let amsgrad = Hyperparameter(
    name: "amsgrad", symbol: #"\mathrm{amsgrad}"#, domain: .flag, defaultValue: .flag(false),
    meaning: "whether the denominator uses the largest average of squared gradients so far")

  init(_ configuration: OptimizerConfiguration, count: Int) {
    beta1 = configuration.number(Self.beta1)
    beta2 = configuration.number(Self.beta2)
    epsilon = configuration.number(Self.epsilon)
    m = Array(repeating: 0, count: count)
    v = m
    maximum = configuration.flag(Self.amsgrad) ? m : []
    beta1Power = CompensatedPower(of: beta1)
    beta2Power = CompensatedPower(of: beta2)
  }

  /// See `UpdateRule`.
  public mutating func step(
    parameters: inout [Double], gradient: [Double], learningRate: Double
  ) {
    beta1Power.advance()
    beta2Power.advance()
    let rate = learningRate / (1 - beta1Power.value)
    let root = 1 / (1 - beta2Power.value).squareRoot()
    if maximum.isEmpty {
      MomentUpdate(
        kept: beta1, beta2: beta2, ofGradient: 0, ofAverage: rate, root: root, epsilon: epsilon
      ).apply(to: &parameters, firstMoment: &m, secondMoment: &v, gradient: gradient)
    } else {
      Self.update(
        &parameters, &m, &v, &maximum, gradient, rate: rate, root: root, beta1, beta2, epsilon)
    }
  }

  private static func update(
    _ theta: inout [Double], _ m: inout [Double], _ v: inout [Double], _ maximum: inout [Double],
    _ gradient: [Double],
    rate: Double, root: Double, _ beta1: Double, _ beta2: Double, _ epsilon: Double
  ) {
    let gradient = gradient.span
    var theta = theta.mutableSpan
    var m = m.mutableSpan
    var v = v.mutableSpan
    var maximum = maximum.mutableSpan
    precondition(theta.count == gradient.count && m.count == gradient.count)
    for i in 0..<gradient.count {
      let g = gradient[unchecked: i]
      m[unchecked: i] = beta1 * m[unchecked: i] + (1 - beta1) * g
      v[unchecked: i] = beta2 * v[unchecked: i] + (1 - beta2) * (g * g)
      // Written so that a v that is not a number stays one.
      if !(v[unchecked: i] <= maximum[unchecked: i]) { maximum[unchecked: i] = v[unchecked: i] }
      let denominator = squareRoot(maximum[unchecked: i]) * root + epsilon
      theta[unchecked: i] -= denominator == 0 ? 0 : rate * m[unchecked: i] / denominator
    }
  }
}

extension Adam {
  /// One update with this option, in TeX.
  private static func formula(amsgrad: Bool) -> [String] {
    let root = amsgrad ? #"\sqrt{\tilde v}"# : #"\sqrt v"#
    return [Formula.firstMoment, Formula.secondMoment]
      + (amsgrad ? [#"\tilde v \leftarrow \max(\tilde v, v)"#] : [])
      + [
        #"\theta \leftarrow \theta - \eta\, \frac{m / (1 - \beta_1^t)}{"# + root
          + #" / \sqrt{1 - \beta_2^t} + \varepsilon}"#
      ]
  }

  private static let description = OptimizerDescription(
    title: "Adam",
    formula: formula(amsgrad: false) + [
      #"\text{amsgrad:} \quad \tilde v \leftarrow \max(\tilde v, v) \text{ in place of } v"#
    ],
    source: "Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, algorithm 1; amsgrad: "
      + "Reddi, Kale and Kumar 2018, On the Convergence of Adam and Beyond",
    state: ["the average m", "the average v", "the maximum of v, with amsgrad"],
    cost: "13 operations, a division and a square root among them",
    differences: [
      "PyTorch's Adam is the same rule.",
      "Keras adds ε to √v before the bias correction, so that it counts 1/√(1 − β2^t) times as much, "
        + "and takes 1e-7.",
      "optax's adam is the same rule; its amsgrad takes the maximum of the corrected v.",
      "Where the denominator is 0, which takes ε = 0, the parameter does not move here and is not a "
        + "number elsewhere.",
    ],
    revision: 1)

  private static let decoupledDescription = OptimizerDescription(
    title: "AdamW",
    formula: [Formula.decoupledDecay] + description.formula,
    source: "Loshchilov and Hutter 2019, Decoupled Weight Decay Regularization, algorithm 2",
    state: description.state,
    cost: "14 operations, a division and a square root among them",
    differences: [
      "PyTorch's AdamW is the same rule; in the paper, decay does not scale with the rate, only with "
        + "the schedule.",
      "Keras shrinks by the same factor; its ε and default decay (4e-3) differ.",
      "optax's adamw is the same rule with a default decay of 1e-4.",
    ],
    revision: 1)

  /// The rule, with decay of one kind or the other.
  fileprivate static func definition(isDecoupled: Bool) -> RuleDefinition {
    RuleDefinition(
      [.learningRate(1e-3), beta1, beta2, epsilon, amsgrad],
      weightDecay: isDecoupled ? 1e-2 : 0, isDecoupled: isDecoupled,
      description: isDecoupled ? decoupledDescription : description,
      formula: { formula(amsgrad: $0.flag(amsgrad)) },
      make: { Adam($0, count: $1.count) })
  }
}

extension OptimizerKind {
  /// Kingma and Ba 2015.
  public static let adam = OptimizerKind("adam", Adam.definition(isDecoupled: false))
  /// Adam with decoupled decay, Loshchilov and Hutter 2019.
  public static let adamw = OptimizerKind("adamw", Adam.definition(isDecoupled: true))
}
