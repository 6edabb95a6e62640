/// The `probability` quantile of values in rising order, by linear interpolation between order
/// statistics.
///
/// With h = (n − 1) p the result is x₍⌊h⌋₎ + (h − ⌊h⌋) (x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎): type 7 of Hyndman and Fan
/// 1996, the default of NumPy, R and Julia. Infinite values stand for runs that failed or never
/// arrived: a quantile that falls between a finite value and an infinite one is infinite.
///
/// - Parameters:
///   - sorted: the values in rising order, none of them NaN; infinities allowed.
///   - probability: p in [0, 1].
/// - Returns: the quantile, or nil without values.
public func quantile(ofSorted sorted: [Double], _ probability: Double) -> Double? {
  guard let last = sorted.last else { return nil }
  let position = Double(sorted.count - 1) * min(max(probability, 0), 1)
  let below = Int(position)
  let fraction = position - Double(below)
  guard fraction > 0 else { return sorted[below] }
  let lower = sorted[below]
  let upper = below + 1 < sorted.count ? sorted[below + 1] : last
  if lower == upper { return lower }
  if lower.isInfinite || upper.isInfinite { return lower.isInfinite ? lower : upper }
  // Both forms are exact at their own end, so the result never leaves [lower, upper].
  return fraction < 0.5
    ? lower + fraction * (upper - lower) : upper - (1 - fraction) * (upper - lower)
}

/// The median of values in any order, infinities included; nil without values.
public func median(_ values: [Double]) -> Double? {
  quantile(ofSorted: values.sorted(), 0.5)
}
