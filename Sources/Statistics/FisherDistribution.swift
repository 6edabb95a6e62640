/// The probability that an F variable exceeds `statistic`: I_{ν₂ / (ν₂ + ν₁ F)}(ν₂ / 2, ν₁ / 2).
///
/// - Parameters:
///   - statistic: at least 0.
///   - degreesOfFreedom: of the numerator and the denominator, each at least 1.
public func fisherUpperTail(_ statistic: Double, degreesOfFreedom: (Int, Int)) -> Double {
  guard statistic.isFinite else { return 0 }
  let (numerator, denominator) = (
    Double(degreesOfFreedom.0) * statistic, Double(degreesOfFreedom.1)
  )
  return regularizedBeta(
    denominator / (denominator + numerator), complement: numerator / (denominator + numerator),
    Double(degreesOfFreedom.1) / 2, Double(degreesOfFreedom.0) / 2)
}
