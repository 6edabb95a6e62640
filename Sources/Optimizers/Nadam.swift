import Kernels

/// Adam with Nesterov's look ahead, in six variants: θ −= η (a g + b m) / (√v̂ + ε), with
/// m = β1 m + (1 − β1) g and v = β2 v + (1 − β2) g².
///
/// Dozat 2016, "Incorporating Nesterov Momentum into Adam"; what a and b are is what the variants
/// differ in (`NadamVariant`). Two vectors of n. Where the denominator is 0, which
/// takes ε = 0, the parameter does not move.
///
/// Defaults and ranges are in `OptimizerKind.nadam.hyperparameters`; cost per parameter, and how the
/// rule differs from what PyTorch, Keras and optax call so, in its `description`.
public struct Nadam: UpdateRule {
  private let beta2: Double
  private let epsilon: Double
  private var m: [Double]
  private var v: [Double]
  private var coefficients: NadamCoefficientSequence

  static func hyperparameters(_ variant: NadamVariant) -> [Hyperparameter] {
    let isEarly = variant == .pytorch || variant == .dozat
    let own: [Hyperparameter] = [
      .learningRate(isEarly ? 2e-3 : 1e-3), .beta1(), .beta2(),
      .epsilon(variant == .keras ? 1e-7 : 1e-8),
    ]
    guard variant.hasMomentumSchedule else { return own }
    return own + [
      Hyperparameter(
        name: "momentum_decay", symbol: #"\psi"#, domain: .nonnegative,
        defaultValue: .number(variant == .keras ? 1 : 4e-3),
        meaning: "how fast the momentum rises from about half of beta1 to beta1")
    ]
  }

  init(_ configuration: OptimizerConfiguration, variant: NadamVariant, count: Int) {
    beta2 = configuration.number("beta2")
    epsilon = configuration.number("epsilon")
    m = Array(repeating: 0, count: count)
    v = m
    coefficients = NadamCoefficientSequence(
      variant: variant, beta1: configuration.number("beta1"), beta2: beta2,
      momentumDecay: configuration.number("momentum_decay"))
  }

  /// See `UpdateRule`.
  public mutating func step(
    parameters: inout [Double], gradient: [Double], learningRate: Double
  ) {
    let scalars = coefficients.next()
    MomentUpdate(
      kept: scalars.kept, beta2: beta2, ofGradient: learningRate * scalars.ofGradient,
      ofAverage: learningRate * scalars.ofAverage, root: scalars.root, epsilon: epsilon
    ).apply(to: &parameters, firstMoment: &m, secondMoment: &v, gradient: gradient)
  }
}
