import Kernels

/// The regularized incomplete beta function I_x(a, b): the probability that a beta variable with the
/// parameters `a` and `b` is at most `x`.
///
/// On the side of the mean where it converges fast, xᵃ (1 − x)ᵇ / (a B(a, b)) times the continued
/// fraction 1/(1 + d₁/(1 + d₂/(1 + ...))) with
///
///     d₂ₘ₊₁ = −(a + m)(a + b + m) x / ((a + 2m)(a + 2m + 1))
///     d₂ₘ   = m (b − m) x / ((a + 2m − 1)(a + 2m))
///
/// (Abramowitz and Stegun 1964, 26.5.8), from the front by Lentz's method; on the other side 1 less
/// that of the complement.
///
/// Error: relative 1e-12 where I is below ½ and above 1e-290, for a and b up to 5,000.
///
/// - Parameters:
///   - x: from 0 to 1.
///   - complement: 1 − x, which the caller knows without cancellation.
///   - a: above 0.
///   - b: above 0.
func regularizedBeta(_ x: Double, complement: Double, _ a: Double, _ b: Double) -> Double {
  if x > (a + 1) / (a + b + 2) {
    return 1 - regularizedBeta(complement, complement: x, b, a)
  }
  let front = betaFront(x, complement: complement, a, b)
  guard front > 0 else { return 0 }
  // A zero denominator is replaced by this, as Thompson and Barnett (1986) do.
  let tiny = 1e-300
  func apart(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  var ratio = 1.0
  var inverse = 1 / apart(1 - (a + b) * x / (a + 1))
  var fraction = inverse
  for index in 1...100_000 {
    let m = Double(index)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    inverse = 1 / apart(1 + even * inverse)
    ratio = apart(1 + even / ratio)
    fraction *= inverse * ratio
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    inverse = 1 / apart(1 + odd * inverse)
    ratio = apart(1 + odd / ratio)
    fraction *= inverse * ratio
    if abs(inverse * ratio - 1) <= 0x1p-52 { break }
  }
  return front * fraction
}

/// xᵃ (1 − x)ᵇ / (a B(a, b)).
///
/// Written as a binomial probability, √(b / (2π a (a + b))) exp(δ(a + b) − δ(a) − δ(b) − D(a, (a + b) x)
/// − D(b, (a + b)(1 − x))), it loses nothing by cancellation of large logarithms (Loader, "Fast and
/// accurate computation of binomial probabilities", 2000).
func betaFront(_ x: Double, complement: Double, _ a: Double, _ b: Double) -> Double {
  guard x > 0, complement > 0 else { return 0 }
  let whole = a + b
  let exponent =
    stirlingError(whole) - stirlingError(a) - stirlingError(b)
    - deviance(a, whole * x) - deviance(b, whole * complement)
  return (b / (2 * Double.pi * a * whole)).squareRoot() * exp(exponent)
}

/// δ(x) = log Γ(x + 1) − (x + ½) log x + x − ½ log 2π, for x above 0.
///
/// Stirling's series from 16 on, its next term below 1e-16; below by δ(x) = δ(x + 1) +
/// (x + ½) log(1 + 1/x) − 1.
private func stirlingError(_ x: Double) -> Double {
  var (shifted, below) = (x, 0.0)
  while shifted < 16 {
    below += (shifted + 0.5) * log1p(1 / shifted) - 1
    shifted += 1
  }
  let square = 1 / (shifted * shifted)
  let series =
    1.0 / 12
    - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188)))
  return below + series / shifted
}

/// D(x, m) = x log(x / m) + m − x, at least 0; a series in (x − m)/(x + m) where x is close to m.
private func deviance(_ x: Double, _ mean: Double) -> Double {
  let distance = (x - mean) / (x + mean)
  guard abs(distance) < 0.1 else { return x * log(x / mean) + mean - x }
  let square = distance * distance
  var sum = (x - mean) * distance
  var term = 2 * x * distance
  for index in 1...20 {
    term *= square
    sum += term / Double(2 * index + 1)
  }
  return sum
}
