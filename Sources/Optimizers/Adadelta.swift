import Kernels

/// Adadelta: v = ρ v + (1 − ρ) g², Δ = √(w + ε)/√(v + ε) · g, w = ρ w + (1 − ρ) Δ², θ −= η Δ.
///
/// Zeiler 2012, algorithm 1, with a rate as in PyTorch. Two vectors of n. ε is above 0: with 0 the
/// first Δ, and so every Δ, would be 0.
///
/// Defaults and ranges are in `OptimizerKind.adadelta.hyperparameters`; cost per parameter, and how the
/// rule differs from what PyTorch, Keras and optax call so, in its `description`.
public struct Adadelta: UpdateRule {
  private let rho: Double
  private let epsilon: Double
  /// E[g²].
  private var v: [Double]
  /// E[Δ²].
  private var w: [Double]

  private static let rho = Hyperparameter(
    name: "rho", symbol: #"\rho"#, domain: .memory, defaultValue: .number(0.9),
    meaning: "how much of their past the averages of squares keep at each update")
  private static let epsilon = Hyperparameter(
    name: "epsilon", symbol: #"\varepsilon"#, domain: .positive, defaultValue: .number(1e-6),
    meaning: "is added under both roots; it sets the size of the first step")

  init(_ configuration: OptimizerConfiguration, count: Int) {
    rho = configuration.number(Self.rho)
    epsilon = configuration.number(Self.epsilon)
    v = Array(repeating: 0, count: count)
    w = v
  }

  /// See `UpdateRule`.
  public mutating func step(
    parameters: inout [Double], gradient: [Double], learningRate: Double
  ) {
    Self.update(&parameters, &v, &w, gradient, learningRate, rho, epsilon)
  }

  private static func update(
    _ theta: inout [Double], _ v: inout [Double], _ w: inout [Double], _ gradient: [Double],
    _ rate: Double, _ rho: Double, _ epsilon: Double
  ) {
    let gradient = gradient.span
    var theta = theta.mutableSpan
    var v = v.mutableSpan
    var w = w.mutableSpan
    precondition(
      theta.count == gradient.count && v.count == gradient.count && w.count == gradient.count)
    for i in 0..<gradient.count {
      let g = gradient[unchecked: i]
      v[unchecked: i] = rho * v[unchecked: i] + (1 - rho) * (g * g)
      let root = squareRoot(w[unchecked: i] + epsilon)
      let delta = root / squareRoot(v[unchecked: i] + epsilon) * g
      w[unchecked: i] = rho * w[unchecked: i] + (1 - rho) * (delta * delta)
      theta[unchecked: i] -= rate * delta
    }
  }
}

extension Adadelta {
  private static let description = OptimizerDescription(
    title: "Adadelta",
    formula: [
      #"v \leftarrow \rho v + (1 - \rho)\, g^2"#,
      #"\Delta = \frac{\sqrt{w + \varepsilon}}{\sqrt{v + \varepsilon}}\, g"#,
      #"w \leftarrow \rho w + (1 - \rho)\, \Delta^2"#,
      #"\theta \leftarrow \theta - \eta\, \Delta"#,
    ],
    source: "Zeiler 2012, ADADELTA: An Adaptive Learning Rate Method, algorithm 1, with a rate",
    state: ["the average v of squared gradients", "the average w of squared steps"],
    cost: "16 operations, a division and two square roots among them",
    differences: [
      "PyTorch's Adadelta is the same rule.",
      "Keras's is the same rule with rate 1e-3, ρ = 0.95 and ε = 1e-7 by default.",
      "optax's adadelta is the same rule and wants its rate given.",
    ],
    revision: 1)

  fileprivate static let definition = RuleDefinition(
    [.learningRate(1), rho, epsilon], description: description,
    make: { Adadelta($0, count: $1.count) })
}

extension OptimizerKind {
  /// Zeiler 2012.
  public static let adadelta = OptimizerKind("adadelta", Adadelta.definition)
}
