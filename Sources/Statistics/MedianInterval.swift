/// The interval of a median from order statistics, interpolated between two of them (Hettmansperger and
/// Sheather, "Confidence Intervals Based on Interpolated Order Statistics", Statistics & Probability
/// Letters 4, 1986): distribution-free but for the interpolation, and without a random number.
///
/// From the k-th lowest to the k-th highest value covers with γₖ = 1 − 2 P(B ≤ k − 1), B binomial with n
/// and ½. With γₖ ≥ γ > γₖ₊₁ the ends move inwards by λ = (n − k) I / (k + (n − 2k) I) of the way to the
/// next value, I = (γₖ − γ) / (γₖ − γₖ₊₁).
///
/// - Parameters:
///   - sorted: the values in rising order, none of them NaN; an end that would lie between a finite value
///     and an infinite one is infinite.
///   - level: γ, in (0, 1).
/// - Returns: nil where so few values cannot carry the level: below 6 at 95 %.
public func medianInterval(ofSorted sorted: [Double], level: Double = 0.95) -> Interval? {
  let count = sorted.count
  guard count > 1 else { return nil }
  // P(B = j), from j = 0 on; 2⁻ⁿ is 0 for very many values, whose middle is reached all the same.
  var mass = 1.0
  for _ in 0..<count { mass /= 2 }
  guard 1 - 2 * mass >= level else { return nil }
  guard mass > 0 else { return wideMedianInterval(ofSorted: sorted, level: level) }
  var (k, coverage) = (1, 1 - 2 * mass)
  while 2 * (k + 1) <= count {
    mass *= Double(count - k + 1) / Double(k)
    let next = coverage - 2 * mass
    if next < level {
      let share = (coverage - level) / (coverage - next)
      let weight =
        Double(count - k) * share / (Double(k) + Double(count - 2 * k) * share)
      return Interval(
        low: between(sorted[k - 1], sorted[k], weight),
        high: between(sorted[count - k], sorted[count - k - 1], weight))
    }
    (k, coverage) = (k + 1, next)
  }
  return Interval(low: sorted[k - 1], high: sorted[count - k])
}

/// The same for so many values that 2⁻ⁿ vanishes: the normal approximation of the binomial.
private func wideMedianInterval(ofSorted sorted: [Double], level: Double) -> Interval {
  let count = Double(sorted.count)
  let half = normalQuantile(1 - (1 - level) / 2) * count.squareRoot() / 2
  let place = max(0, Int(count / 2 - half) - 1)
  return Interval(low: sorted[place], high: sorted[sorted.count - 1 - place])
}

/// The value `weight` of the way from one to another; infinite where either is and takes part.
private func between(_ outer: Double, _ inner: Double, _ weight: Double) -> Double {
  if outer == inner || weight <= 0 { return outer }
  if outer.isInfinite { return outer }
  if inner.isInfinite { return inner }
  return outer + weight * (inner - outer)
}
