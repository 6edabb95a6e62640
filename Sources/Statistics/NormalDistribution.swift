import Kernels

/// The probability Q(x) that a standard normal variable exceeds `x`.
///
/// (1 − erf(x / √2)) / 2 for |x| below ¾. Farther out the trapezoidal rule with step h = √½ on the
/// integral Q(x) = x/(2π) ∫ exp(−(x² + t²)/2) / (x² + t²) dt over the line: its error is that of one
/// pole, which is subtracted, and then below exp(−2π²/h²) (Chiarella and Reichel, "On the evaluation
/// of integrals related to the error function", Mathematics of Computation 22, 1968).
///
/// Error: relative 2e-15 down to the least normal number. Q(−x) = 1 − Q(x); NaN gives NaN.
public func normalUpperTail(_ x: Double) -> Double {
  if x < -0.75 { return 1 - normalUpperTail(-x) }
  if x < 0.75 { return 0.5 - 0.5 * erf(x * 0.5.squareRoot()) }
  guard x < 39 else { return x.isNaN ? x : 0 }
  let square = x * x
  var sum = 0.5 / square
  for (index, factor) in trapezoidFactors.enumerated() {
    let place = Double(index + 1)
    sum += factor / (square + 0.5 * place * place)
  }
  // The residue at t = i x is 1 / (exp(2πx/h) − 1); beyond 2π/h = 8.9 it is not between the lines on
  // which the rule's error is taken.
  let pole = x < 8.5 ? 1 / (exp(2 * Double.pi * x * 2.0.squareRoot()) - 1) : 0
  return halfSquareExponential(x) * sum * x * 0.5.squareRoot() / Double.pi - pole
}

/// exp(−(k h)² / 2) for h² = ½ and k from 1; the next one is below 1e-17 of their sum.
private let trapezoidFactors = (1...13).map { exp(-0.25 * Double($0 * $0)) }

/// exp(−x²/2): the square of x to 1/16 is exact, so that the rounding of x² does not grow with x².
private func halfSquareExponential(_ x: Double) -> Double {
  let coarse = (x * 16).rounded(.towardZero) / 16
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * (x - coarse) * (x + coarse))
}

/// The value that a standard normal variable stays below with probability `probability`.
///
/// Newton's method on log Q, which is concave, from √(−2 log 2q) on: Q(x) ≤ exp(−x²/2) / 2 puts that
/// start on the outer side of the root for every q ≤ ½, and all steps go inwards.
///
/// Error: relative 1e-15 for probabilities below ½ down to 1e-300; above ½ that of 1 − p comes in.
///
/// - Parameter probability: p in (0, 1); 0 gives −∞ and 1 gives +∞, anything outside NaN.
public func normalQuantile(_ probability: Double) -> Double {
  guard probability > 0, probability < 1 else {
    return probability == 0 ? -.infinity : probability == 1 ? .infinity : .nan
  }
  if probability > 0.5 { return -normalQuantile(1 - probability) }
  let target = log(probability)
  var place = max(0, -2 * (target + log(2))).squareRoot()
  for _ in 0..<60 {
    let tail = normalUpperTail(place)
    guard tail > 0 else { break }
    let density = halfSquareExponential(place) / (2 * Double.pi).squareRoot()
    let next = place + (log(tail) - target) * tail / density
    if abs(next - place) <= place.ulp { break }
    place = next
  }
  return -place
}
