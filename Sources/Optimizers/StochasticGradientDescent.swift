/// Gradient descent with momentum: buf₁ = g, then buf = μ buf + (1 − damp) g and θ −= η buf.
///
/// Nesterov's form steps by g + μ buf instead. Robbins and Monro 1951; Polyak 1964; Nesterov 1983 in
/// the form of Sutskever, Martens, Dahl and Hinton 2013. No state without momentum, one vector with
/// it.
///
/// Defaults and ranges are in `OptimizerKind.sgd.hyperparameters`; cost per parameter, and how the
/// rule differs from what PyTorch, Keras and optax call so, in its `description`.
public struct StochasticGradientDescent: UpdateRule {
  private let momentum: Double
  private let dampening: Double
  private let nesterov: Bool
  /// buf; empty without momentum.
  private var buffer: [Double]
  private var isFirst = true

  private static let momentum = Hyperparameter.momentum(
    meaning: "how much of the buffer is kept at each update; 0 is plain descent")
  private static let dampening = Hyperparameter(
    name: "dampening", symbol: "d",
    domain: .number(lower: 0, lowerOpen: false, upper: 1, upperOpen: false),
    defaultValue: .number(0),
    meaning: "how much of the gradient is kept out of the buffer, from the second update on")
  private static let nesterov = Hyperparameter(
    name: "nesterov", symbol: #"\mathrm{nesterov}"#, domain: .flag, defaultValue: .flag(false),
    meaning: "whether the step looks ahead by g + μ buf; needs momentum, excludes dampening")

  init(_ configuration: OptimizerConfiguration, count: Int) {
    momentum = configuration.number(Self.momentum)
    dampening = configuration.number(Self.dampening)
    nesterov = configuration.flag(Self.nesterov)
    buffer = momentum == 0 ? [] : Array(repeating: 0, count: count)
  }

  /// See `UpdateRule`.
  public mutating func step(
    parameters: inout [Double], gradient: [Double], learningRate: Double
  ) {
    if momentum == 0 {
      Self.descend(&parameters, gradient, learningRate)
    } else {
      // The buffer starts as the gradient itself, without dampening.
      let (kept, taken) = isFirst ? (0, 1) : (momentum, 1 - dampening)
      isFirst = false
      Self.descend(
        &parameters, &buffer, gradient, learningRate, kept: kept, taken: taken,
        ahead: nesterov ? momentum : nil)
    }
  }

  private static func descend(_ theta: inout [Double], _ gradient: [Double], _ rate: Double) {
    let g = gradient.span
    var theta = theta.mutableSpan
    precondition(theta.count == g.count)
    for i in 0..<g.count {
      theta[unchecked: i] -= rate * g[unchecked: i]
    }
  }

  private static func descend(
    _ theta: inout [Double], _ buffer: inout [Double], _ gradient: [Double], _ rate: Double,
    kept: Double, taken: Double, ahead: Double?
  ) {
    let g = gradient.span
    var theta = theta.mutableSpan
    var buf = buffer.mutableSpan
    precondition(theta.count == g.count && buf.count == g.count)
    if let mu = ahead {
      for i in 0..<g.count {
        buf[unchecked: i] = kept * buf[unchecked: i] + taken * g[unchecked: i]
        theta[unchecked: i] -= rate * (g[unchecked: i] + mu * buf[unchecked: i])
      }
    } else {
      for i in 0..<g.count {
        buf[unchecked: i] = kept * buf[unchecked: i] + taken * g[unchecked: i]
        theta[unchecked: i] -= rate * buf[unchecked: i]
      }
    }
  }
}

extension StochasticGradientDescent {
  /// One update with these options, in TeX.
  private static func formula(hasMomentum: Bool, nesterov: Bool) -> [String] {
    guard hasMomentum else { return [#"\theta \leftarrow \theta - \eta\, g"#] }
    return [
      #"b \leftarrow \begin{cases} g & t = 1 \\ \mu b + (1 - d)\, g & t > 1 \end{cases}"#,
      nesterov
        ? #"\theta \leftarrow \theta - \eta\, (g + \mu b)"#
        : #"\theta \leftarrow \theta - \eta\, b"#,
    ]
  }

  private static let description = OptimizerDescription(
    title: "Stochastic gradient descent",
    formula: formula(hasMomentum: true, nesterov: false) + [
      #"\text{nesterov:} \quad \theta \leftarrow \theta - \eta\, (g + \mu b)"#
    ],
    source: "Robbins and Monro 1951, A Stochastic Approximation Method; momentum: Polyak 1964; "
      + "Nesterov's form: Sutskever, Martens, Dahl and Hinton 2013, On the Importance of "
      + "Initialization and Momentum in Deep Learning, section 2",
    state: ["the buffer b, with momentum"],
    cost: "2 operations; 5 with momentum, 7 with nesterov",
    differences: [
      "PyTorch's SGD is the same rule.",
      "Keras keeps the rate inside the buffer, which differs under a schedule only, and has no "
        + "dampening.",
      "optax's sgd is the same rule without dampening.",
    ],
    revision: 1)

  fileprivate static let definition = RuleDefinition(
    [.learningRate(1e-3), momentum, dampening, nesterov],
    description: description,
    formula: { formula(hasMomentum: $0.number(momentum) > 0, nesterov: $0.flag(nesterov)) },
    conflict: conflict,
    make: { StochasticGradientDescent($0, count: $1.count) })

  private static func conflict(
    in configuration: OptimizerConfiguration
  ) -> HyperparameterConflict? {
    guard configuration.flag(nesterov) else { return nil }
    if configuration.number(momentum) == 0 {
      return HyperparameterConflict(
        name: nesterov.name, message: "nesterov needs momentum",
        help: "give 'momentum' a value above 0, such as 0.9, or leave 'nesterov' out")
    }
    if configuration.number(dampening) != 0 {
      return HyperparameterConflict(
        name: nesterov.name, message: "nesterov and dampening exclude each other",
        help: "leave 'dampening' out, or 'nesterov'")
    }
    return nil
  }
}

extension OptimizerKind {
  /// Stochastic gradient descent, with momentum and Nesterov's form of it.
  public static let sgd = OptimizerKind("sgd", StochasticGradientDescent.definition)
}
