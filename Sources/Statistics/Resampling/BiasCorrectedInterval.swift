import Kernels

/// The BCa interval of a smooth statistic: bias-corrected and accelerated (Efron, "Better bootstrap
/// confidence intervals", JASA 82, 1987), as SciPy's `bootstrap` computes it.
///
/// z₀ is the normal quantile of the share of resampled statistics below the estimate, those equal to it
/// half; a = Σ u³ / (6 (Σ u²)^(3/2)) with u = θ̄ − θ₍ᵢ₎ over the statistics without one observation. The
/// ends are the quantiles of the resampled statistics at Φ(z₀ + (z₀ ± z)/(1 − a (z₀ ± z))).
///
/// - Parameters:
///   - resampled: the statistics of the resamples in rising order, all finite.
///   - estimate: the statistic of the sample.
///   - leaveOneOut: the statistic without each observation in turn; where all are equal a is 0.
///   - level: in (0, 1).
/// - Returns: nil without resamples, and where the estimate lies outside all of them.
public func bcaInterval(
  ofSorted resampled: [Double], estimate: Double, leaveOneOut: [Double], level: Double = 0.95
) -> Interval? {
  guard !resampled.isEmpty else { return nil }
  let below = resampled.count { $0 < estimate }
  let equal = resampled.count { $0 == estimate }
  let share = (Double(below) + Double(equal) / 2) / Double(resampled.count)
  guard share > 0, share < 1 else { return nil }
  let bias = normalQuantile(share)
  let mean = leaveOneOut.reduce(0, +) / Double(leaveOneOut.count)
  let (squares, cubes) = leaveOneOut.reduce(into: (0.0, 0.0)) { sums, value in
    let influence = mean - value
    sums.0 += influence * influence
    sums.1 += influence * influence * influence
  }
  let acceleration = squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
  func end(_ z: Double) -> Double? {
    let shifted = bias + z
    let place = bias + shifted / (1 - acceleration * shifted)
    return quantile(ofSorted: resampled, normalUpperTail(-place))
  }
  let z = normalQuantile((1 + level) / 2)
  guard let low = end(-z), let high = end(z) else { return nil }
  return Interval(low: low, high: high)
}
