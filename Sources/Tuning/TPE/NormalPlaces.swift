import Kernels

/// The place x where the logarithm of the normal probability, log Φ(x), is `logarithm`.
///
/// Newton's method on log Φ, which rises and is concave, from −√(−2 (y + log 2)) on: Φ(x) ≤ exp(−x²/2) / 2 for x ≤ 0
/// puts that start on the outer side of the root for every y ≤ log ½, and all steps go inwards. Above log ½ the mirrored
/// place of log(1 − exp(y)).
///
/// Error: relative 1e-14 from −1e10 to −1e-300, or 1e-16 near 0. 0 gives +∞, −∞ gives −∞, NaN and positive numbers NaN.
func normalPlace(ofLogProbability logarithm: Double) -> Double {
  guard logarithm < 0, logarithm > -.infinity else {
    return logarithm == 0 ? .infinity : logarithm == -.infinity ? logarithm : .nan
  }
  if logarithm > logHalf { return -normalPlace(ofLogProbability: logOfRest(logarithm)) }
  var place = -max(0, -2 * (logarithm - logHalf)).squareRoot()
  for _ in 0..<60 {
    let reached = logNormalProbability(place)
    // Φ over the density: exp(log Φ + x²/2) √(2π).
    let slope = exp(reached + 0.5 * place * place) * (2 * Double.pi).squareRoot()
    let step = (logarithm - reached) * slope
    place += step
    // Steps square in length each time, so that the next one would be below an ulp.
    if abs(step) < 1e-8 { break }
  }
  return place
}

private let logHalf = log(0.5)

/// log(1 − exp(y)) for y below 0: 1 − exp(y) is −2t / (1 − t) with t = tanh(y/2), which keeps its digits near 0.
private func logOfRest(_ y: Double) -> Double {
  let t = tanh(0.5 * y)
  return log(-2 * t / (1 - t))
}

/// The quantile of a standard normal variable that is kept between `low` and `high`.
///
/// Φ(x) = Φ(low) + u (Φ(high) − Φ(low)), in logarithms and from the side that holds more digits.
///
/// - Parameters:
///   - share: u in [0, 1).
///   - logMass: ``logNormalMass(from:to:)`` of `low` and `high`.
func truncatedNormalPlace(
  _ share: Double, from low: Double, to high: Double, logMass: Double
) -> Double {
  if share == 0 { return low }
  if low < 0 {
    return normalPlace(
      ofLogProbability: logSum(logNormalProbability(low), log(share) + logMass))
  }
  return -normalPlace(
    ofLogProbability: logSum(logNormalProbability(-high), log1p(-share) + logMass))
}
