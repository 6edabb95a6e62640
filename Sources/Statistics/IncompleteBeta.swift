import Kernels

/// The regularized incomplete beta function I_x(a, b) for multiples of one half.
///
///     I_x(a, b) = xᵃ (1 − x)ᵇ / (a B(a, b)) · 1 / (1 + d₁ / (1 + d₂ / (1 + …)))
///
/// with the continued fraction of Abramowitz and Stegun 1964, 26.5.8, by the method of Lentz; where
/// x > (a + 1) / (a + b + 2) through I_x(a, b) = 1 − I_{1−x}(b, a).
///
/// - Parameters:
///   - x: in [0, 1].
///   - complement: 1 − x, given apart so that it need not be rounded.
///   - doubledA: 2a, at least 1.
///   - doubledB: 2b, at least 1.
/// - Returns: within a relative 1e-12, where it is not within 1e-15 of 1.
func incompleteBeta(_ x: Double, complement: Double, doubledA: Int, doubledB: Int) -> Double {
  if x <= 0 { return 0 }
  if complement <= 0 { return 1 }
  let (a, b) = (Double(doubledA) / 2, Double(doubledB) / 2)
  if x > (a + 1) / (a + b + 2) {
    return 1
      - incompleteBeta(complement, complement: x, doubledA: doubledB, doubledB: doubledA)
  }
  let logBeta =
    logGamma(doubled: doubledA) + logGamma(doubled: doubledB)
    - logGamma(doubled: doubledA + doubledB)
  let front = exp(a * log(x) + b * log(complement) - logBeta) / a
  return front / betaFraction(x, a, b)
}

/// 1 + d₁ / (1 + d₂ / (1 + …)) with d_{2m} = m (b − m) x / ((a + 2m − 1)(a + 2m)) and
/// d_{2m+1} = −(a + m)(a + b + m) x / ((a + 2m)(a + 2m + 1)).
private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  let tiny = 1e-300
  var (value, c, d) = (1.0, 1.0, 0.0)
  for step in 1...10_000 {
    let m = Double(step / 2)
    let numerator =
      step.isMultiple(of: 2)
      ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 + numerator * d
    if d.magnitude < tiny { d = tiny }
    d = 1 / d
    c = 1 + numerator / c
    if c.magnitude < tiny { c = tiny }
    value *= c * d
    if (c * d - 1).magnitude < 1e-16 { break }
  }
  return value
}

/// log Γ(n / 2), as the sum of the logarithms of its factors.
func logGamma(doubled n: Int) -> Double {
  var sum = n.isMultiple(of: 2) ? 0 : log(Double.pi) / 2
  var factor = n.isMultiple(of: 2) ? 1.0 : 0.5
  while 2 * factor < Double(n) {
    sum += log(factor)
    factor += 1
  }
  return sum
}
