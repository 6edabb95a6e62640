/// The probability that a value of one sample lies below one of the other, P(X < Y) + P(X = Y)/2 over
/// all pairs of values: ½ where neither is better, 1 where every value of the first is lower (Agarwal
/// et al., "Deep reinforcement learning at the edge of the statistical precipice", NeurIPS 2021, for
/// scores where lower is better).
///
/// - Parameters:
///   - one: the values of X, none of them NaN; infinite ones of one sign are equal.
///   - other: the values of Y, unpaired.
/// - Returns: nil where a sample is empty.
public func probabilityOfImprovement(_ one: [Double], _ other: [Double]) -> Double? {
  guard !one.isEmpty, !other.isEmpty else { return nil }
  let doubled = one.reduce(0) { sum, x in
    sum + other.reduce(0) { $0 + (x < $1 ? 2 : x == $1 ? 1 : 0) }
  }
  return Double(doubled) / Double(2 * one.count * other.count)
}
