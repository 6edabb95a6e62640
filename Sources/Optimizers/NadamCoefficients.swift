/// The scalars of one Nadam update, in which its variants differ:
///
/// m = kept · m + (1 − kept) · g, and θ −= η · (ofGradient · g + ofAverage · m) / (√v · root + ε).
struct NadamCoefficients: Hashable, Sendable {
  /// How much of its past m keeps.
  var kept: Double
  /// The weight of the gradient in the numerator.
  var ofGradient: Double
  /// The weight of m in the numerator.
  var ofAverage: Double
  /// 1 / √(1 − β2^t), for the variants that take v̂ as others do.
  var root: Double
}

/// The coefficients of the updates t = 1, 2, 3, ...
///
/// μ_t = β1 (1 − ½ · 0.96^(tψ)) and P_t = μ_1 ⋯ μ_t.
struct NadamCoefficientSequence: Hashable, Sendable {
  let variant: NadamVariant
  let beta1: Double
  let beta2: Double
  /// ψ.
  let momentumDecay: Double
  private var update = 0
  /// μ_{t+1}.
  private var nextMu: Double
  /// P_t.
  private var product = 1.0
  /// β1^{t+1}.
  private var nextBeta1Power: CompensatedPower
  private var beta2Power: CompensatedPower

  init(variant: NadamVariant, beta1: Double, beta2: Double, momentumDecay: Double) {
    self.variant = variant
    self.beta1 = beta1
    self.beta2 = beta2
    self.momentumDecay = momentumDecay
    nextMu = Self.mu(1, beta1, momentumDecay)
    nextBeta1Power = CompensatedPower(of: beta1)
    nextBeta1Power.advance()
    beta2Power = CompensatedPower(of: beta2)
  }

  /// Moves on to the next update and returns its coefficients.
  mutating func next() -> NadamCoefficients {
    update += 1
    let beta1Power = nextBeta1Power.value
    nextBeta1Power.advance()
    beta2Power.advance()
    let mu = nextMu
    if variant.hasMomentumSchedule {
      nextMu = Self.mu(update + 1, beta1, momentumDecay)
      product *= mu
    }
    let root = 1 / (1 - beta2Power.value).squareRoot()
    switch variant {
    case .pytorch, .keras:
      return NadamCoefficients(
        kept: beta1, ofGradient: (1 - mu) / (1 - product),
        ofAverage: nextMu / (1 - product * nextMu), root: root)
    case .dozat:
      return NadamCoefficients(
        kept: mu, ofGradient: (1 - mu) / (1 - product),
        ofAverage: nextMu / (1 - product * nextMu), root: beta2.squareRoot() * root)
    case .optax:
      return NadamCoefficients(
        kept: beta1, ofGradient: (1 - beta1) / (1 - beta1Power),
        ofAverage: beta1 / (1 - nextBeta1Power.value), root: root)
    case .algoperf:
      return NadamCoefficients(
        kept: beta1, ofGradient: (1 - beta1) / (1 - beta1Power),
        ofAverage: beta1 / (1 - beta1Power), root: root)
    case .article:
      return NadamCoefficients(
        kept: beta1, ofGradient: (1 - mu) / (1 - beta1Power),
        ofAverage: nextMu / (1 - CompensatedPower.power(nextMu, update)), root: root)
    }
  }

  private static func mu(_ update: Int, _ beta1: Double, _ momentumDecay: Double) -> Double {
    beta1 * (1 - 0.5 * ScalarFunctions.powerOf96Hundredths(Double(update) * momentumDecay))
  }
}
