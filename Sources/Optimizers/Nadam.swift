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

  private static let (beta1, beta2) = (Hyperparameter.beta1(), Hyperparameter.beta2())

  private static func epsilon(_ variant: NadamVariant) -> Hyperparameter {
    .epsilon(variant == .keras ? 1e-7 : 1e-8)
  }

  private static func momentumDecay(_ variant: NadamVariant) -> Hyperparameter {
    Hyperparameter(
      name: "momentum_decay", symbol: #"\psi"#, domain: .nonnegative,
      defaultValue: .number(variant == .keras ? 1 : 4e-3),
      meaning: "how fast the momentum rises from about half of beta1 to beta1")
  }

  private static func hyperparameters(_ variant: NadamVariant) -> [Hyperparameter] {
    let isEarly = variant == .pytorch || variant == .dozat
    return [.learningRate(isEarly ? 2e-3 : 1e-3), beta1, beta2, epsilon(variant)]
      + (variant.hasMomentumSchedule ? [momentumDecay(variant)] : [])
  }

  init(_ configuration: OptimizerConfiguration, variant: NadamVariant, count: Int) {
    beta2 = configuration.number(Self.beta2)
    epsilon = configuration.number(Self.epsilon(variant))
    m = Array(repeating: 0, count: count)
    v = m
    coefficients = NadamCoefficientSequence(
      variant: variant, beta1: configuration.number(Self.beta1), beta2: beta2,
      momentumDecay: variant.hasMomentumSchedule
        ? configuration.number(Self.momentumDecay(variant)) : 0)
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

extension Nadam {
  /// The rule as a source reads it.
  fileprivate static func definition(_ variant: NadamVariant) -> RuleDefinition {
    RuleDefinition(
      hyperparameters(variant), description: variant.description,
      make: { Nadam($0, variant: variant, count: $1.count) })
  }

  fileprivate static let decoupledDefinition = RuleDefinition(
    hyperparameters(.algoperf), weightDecay: 1e-2, isDecoupled: true,
    description: NadamVariant.decoupledDescription, formula: { _ in NadamVariant.algoperf.formula },
    make: { Nadam($0, variant: .algoperf, count: $1.count) })
}

extension OptimizerKind {
  /// Dozat 2016, in the readings of several libraries.
  public static let nadam = OptimizerKind(
    "nadam", variants: NadamVariant.allCases.map { ($0.rawValue, Nadam.definition($0)) })
  /// Nadam as AlgoPerf reads it, with decoupled decay.
  public static let nadamw = OptimizerKind("nadamw", Nadam.decoupledDefinition)
}
