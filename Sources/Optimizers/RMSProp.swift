/// RMSProp: v = α v + (1 − α) g², D = √v + ε, θ −= η g/D.
///
/// Tieleman and Hinton 2012, lecture 6.5. `centered` (Graves 2013) takes D = √(v − ḡ²) + ε with ḡ the
/// average of g by α; rounding below 0 under that root counts as 0. `momentum`: buf = μ buf + g/D,
/// θ −= η buf. One vector of n, one more with `centered`, one more with momentum. Where D is 0,
/// which takes ε = 0, g/D counts as 0.
public struct RMSProp: UpdateRule {
  private let alpha: Double
  private let epsilon: Double
  private let momentum: Double
  private var v: [Double]
  /// ḡ; empty unless centered.
  private var mean: [Double]
  /// buf; empty without momentum.
  private var buffer: [Double]

  static let hyperparameters: [Hyperparameter] = [
    .learningRate(1e-2),
    Hyperparameter(
      name: "alpha", symbol: #"\alpha"#, domain: .memory, defaultValue: .number(0.99),
      meaning: "how much of its past the average of the squared gradient keeps at each update"),
    .epsilon(),
    Hyperparameter(
      name: "centered", symbol: #"\mathrm{centered}"#, domain: .flag, defaultValue: .flag(false),
      meaning: "whether the gradient is divided by its standard deviation, not its root mean square"
    ),
    .momentum(meaning: "how much of the buffer of scaled gradients is kept at each update"),
  ]

  init(_ configuration: OptimizerConfiguration, count: Int) {
    alpha = configuration.number("alpha")
    epsilon = configuration.number("epsilon")
    momentum = configuration.number("momentum")
    v = Array(repeating: 0, count: count)
    mean = configuration.flag("centered") ? v : []
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
      let denominator = square.squareRoot() + epsilon
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
