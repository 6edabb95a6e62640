import Kernels

/// RAdam: Adam with its rate rectified while few squared gradients have been seen.
///
/// ρ∞ = 2/(1 − β2) − 1, ρ_t = ρ∞ − 2tβ2^t/(1 − β2^t). For ρ_t > 5,
/// θ −= η · m̂ · r · √(1 − β2^t)/(√v + ε) with
/// r² = (ρ_t − 4)(ρ_t − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρ_t); else θ −= η · m̂, with m̂ = m/(1 − β1^t).
/// Liu et al. 2020, algorithm 2, with PyTorch's threshold and ε. Two vectors of n. Where √v + ε is 0,
/// which takes ε = 0, the parameter does not move.
///
/// Defaults and ranges are in `OptimizerKind.radam.hyperparameters`; cost per parameter, and how the
/// rule differs from what PyTorch, Keras and optax call so, in its `description`.
public struct RectifiedAdam: UpdateRule {
  private let beta1: Double
  private let beta2: Double
  private let epsilon: Double
  private var m: [Double]
  private var v: [Double]
  private var update = 0
  private var beta1Power: CompensatedPower
  private var beta2Power: CompensatedPower

  private static let (beta1, beta2) = (Hyperparameter.beta1(), Hyperparameter.beta2())
  private static let epsilon = Hyperparameter.epsilon()

  init(_ configuration: OptimizerConfiguration, count: Int) {
    beta1 = configuration.number(Self.beta1)
    beta2 = configuration.number(Self.beta2)
    epsilon = configuration.number(Self.epsilon)
    m = Array(repeating: 0, count: count)
    v = m
    beta1Power = CompensatedPower(of: beta1)
    beta2Power = CompensatedPower(of: beta2)
  }

  /// See `UpdateRule`.
  public mutating func step(
    parameters: inout [Double], gradient: [Double], learningRate: Double
  ) {
    update += 1
    beta1Power.advance()
    beta2Power.advance()
    let rate = learningRate / (1 - beta1Power.value)
    if let rectification {
      MomentUpdate(
        kept: beta1, beta2: beta2, ofGradient: 0, ofAverage: rate * rectification, root: 1,
        epsilon: epsilon
      ).apply(to: &parameters, firstMoment: &m, secondMoment: &v, gradient: gradient)
    } else {
      Self.update(&parameters, &m, &v, gradient, rate, beta1, beta2)
    }
  }

  /// r √(1 − β2^t), or nil as long as ρ_t is not above 5.
  private var rectification: Double? {
    let correction = 1 - beta2Power.value
    let limit = 2 / (1 - beta2) - 1
    let length = limit - 2 * Double(update) * beta2Power.value / correction
    guard length > 5 else { return nil }
    let square =
      (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)
    return square.squareRoot() * correction.squareRoot()
  }

  private static func update(
    _ theta: inout [Double], _ m: inout [Double], _ v: inout [Double], _ gradient: [Double],
    _ rate: Double, _ beta1: Double, _ beta2: Double
  ) {
    let gradient = gradient.span
    var theta = theta.mutableSpan
    var m = m.mutableSpan
    var v = v.mutableSpan
    precondition(
      theta.count == gradient.count && m.count == gradient.count && v.count == gradient.count)
    for i in 0..<gradient.count {
      let g = gradient[unchecked: i]
      m[unchecked: i] = beta1 * m[unchecked: i] + (1 - beta1) * g
      v[unchecked: i] = beta2 * v[unchecked: i] + (1 - beta2) * (g * g)
      theta[unchecked: i] -= rate * m[unchecked: i]
    }
  }
}

extension RectifiedAdam {
  private static let description = OptimizerDescription(
    title: "RAdam",
    formula: [
      Formula.firstMoment + #", \quad \hat m = \frac{m}{1 - \beta_1^t}"#,
      Formula.secondMoment,
      #"\rho_\infty = \frac{2}{1 - \beta_2} - 1, \quad "#
        + #"\rho_t = \rho_\infty - \frac{2 t \beta_2^t}{1 - \beta_2^t}, \quad "#
        + #"r = \sqrt{\frac{(\rho_t - 4)(\rho_t - 2)\, \rho_\infty}{(\rho_\infty - 4)(\rho_\infty - 2)\, \rho_t}}"#,
      #"\theta \leftarrow \theta - \eta\, \hat m \cdot \begin{cases} "#
        + #"r\, \frac{\sqrt{1 - \beta_2^t}}{\sqrt v + \varepsilon} & \rho_t > 5 \\ "#
        + #"1 & \text{otherwise} \end{cases}"#,
    ],
    source:
      "Liu et al. 2020, On the Variance of the Adaptive Learning Rate and Beyond, algorithm 2, "
      + "with PyTorch's threshold of 5",
    state: ["the average m", "the average v"],
    cost: "12 operations, a division and a square root among them",
    differences: [
      "PyTorch's RAdam is the same rule.",
      "Keras has no RAdam.",
      "optax corrects v before it adds ε, so that its ε counts more in the first updates, and "
        + "rectifies at ρ_t = 5 too.",
    ],
    revision: 1)

  fileprivate static let definition = RuleDefinition(
    [.learningRate(1e-3), beta1, beta2, epsilon], description: description,
    make: { RectifiedAdam($0, count: $1.count) })
}

extension OptimizerKind {
  /// Rectified Adam, Liu et al. 2020.
  public static let radam = OptimizerKind("radam", RectifiedAdam.definition)
}
