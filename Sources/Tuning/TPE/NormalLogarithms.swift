import Kernels

/// The logarithm of the probability Φ(x) that a standard normal variable stays below `x`.
///
/// log(½ + ½ erf(x / √2)) for |x| below ¾ and log(1 − Φ(−x)) above. Below −¾ −x²/2 + log M(−x), where
/// M(t) = exp(t²/2) Q(t) is the upper tail scaled: with h = √½ the trapezoidal rule gives
/// M(t) = h t/(2π) Σ exp(−(kh)²/2) / (t² + (kh)²) over all whole k, less the part of its pole at k h = i t
/// (Chiarella and Reichel, "On the evaluation of integrals related to the error function", Mathematics of
/// Computation 22, 1968).
///
/// Error: relative 3e-15 for x up to 37.5, where the result is −4.6e-308. −∞ gives −∞, +∞ gives 0, NaN gives NaN.
func logNormalProbability(_ x: Double) -> Double {
  if x > 0.75 { return log1p(-normalProbability(-x)) }
  if x > -0.75 { return log(0.5 + 0.5 * erf(x * 0.5.squareRoot())) }
  if x == -.infinity { return x }
  return log(scaledUpperTail(-x)) - 0.5 * x * x
}

/// The probability Φ(x) that a standard normal variable stays below `x`.
///
/// Error: relative 3e-15 down to the least normal number. Infinities give 0 and 1, NaN gives NaN.
func normalProbability(_ x: Double) -> Double {
  if x > 0.75 { return 1 - normalProbability(-x) }
  if x > -0.75 { return 0.5 + 0.5 * erf(x * 0.5.squareRoot()) }
  if x == -.infinity { return 0 }
  // The square of x to 1/16 is exact, so that the rounding of x² does not grow with it.
  let coarse = (x * 16).rounded(.towardZero) / 16
  return scaledUpperTail(-x) * exp(-0.5 * coarse * coarse) * exp(-0.5 * (x - coarse) * (x + coarse))
}

/// exp(t²/2) times the probability that a standard normal variable exceeds `t`, at least ¾.
private func scaledUpperTail(_ t: Double) -> Double {
  let square = t * t
  let terms = trapezoidFactors / (square + trapezoidSquares)
  let sum = 0.5 / square + laneSum(terms.lowHalf + terms.highHalf)
  // exp(t²/2) / (exp(2πt/h) − 1); beyond 2π/h = 8.9 the pole is not between the lines on which the rule's
  // error is taken.
  let pole = t < 8.5 ? exp(0.5 * square) / (exp(2 * Double.pi * 2.0.squareRoot() * t) - 1) : 0
  return sum * t * 0.5.squareRoot() / Double.pi - pole
}

/// (k h)² for h² = ½ and k from 1 to 16.
private let trapezoidSquares = {
  var squares = SIMD16<Double>()
  for index in 0..<16 { squares[index] = 0.5 * Double((index + 1) * (index + 1)) }
  return squares
}()

/// exp(−(k h)² / 2).
private let trapezoidFactors = {
  var factors = SIMD16<Double>()
  for index in 0..<16 { factors[index] = exp(-0.5 * trapezoidSquares[index]) }
  return factors
}()

/// log(exp(`first`) + exp(`second`)).
func logSum(_ first: Double, _ second: Double) -> Double {
  let least = min(first, second)
  return least == -.infinity
    ? max(first, second) : max(first, second) + log1p(exp(-abs(first - second)))
}

/// The logarithm of the probability that a standard normal variable lies between two places, `low` below `high`.
///
/// In the tails log Φ of the outer end plus log(1 − Φ/Φ), the right one mirrored, for 1 − Φ has no digits there; around
/// 0 log(1 − Φ(low) − Φ(−high)).
func logNormalMass(from low: Double, to high: Double) -> Double {
  if low > 0 { return logNormalMass(from: -high, to: -low) }
  if high > 0 { return log1p(-normalProbability(low) - normalProbability(-high)) }
  let outer = logNormalProbability(high)
  return outer + log1p(-exp(logNormalProbability(low) - outer))
}
