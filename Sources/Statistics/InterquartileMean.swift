/// The mean of the middle half of some values: ⌊n / 4⌋ are left out at each end (as SciPy's `trim_mean` and
/// rliable do).
///
/// - Parameter sorted: the values in rising order, none NaN; infinite ones in the middle half make it
///   infinite.
/// - Returns: nil without values.
public func interquartileMean(_ sorted: [Double]) -> Double? {
  guard !sorted.isEmpty else { return nil }
  let middle = sorted.dropFirst(sorted.count / 4).dropLast(sorted.count / 4)
  return middle.reduce(0, +) / Double(middle.count)
}

/// The mean of the middle half of some values that occur several times each: that of all of them in one
/// list.
///
/// - Parameters:
///   - sorted: the values in rising order, all finite.
///   - weights: how often each occurs: whole numbers.
///   - total: the sum of the weights.
/// - Returns: nil where none occurs.
public func interquartileMean(
  _ sorted: [Double], weights: ArraySlice<Double>, total: Double
) -> Double? {
  guard total > 0 else { return nil }
  let cut = (total / 4).rounded(.down)
  let end = total - cut
  var (sum, seen) = (0.0, 0.0)
  for (value, weight) in zip(sorted, weights) where weight > 0 {
    let counted = min(seen + weight, end) - max(seen, cut)
    if counted > 0 { sum += counted * value }
    seen += weight
    if seen >= end { break }
  }
  return sum / (end - cut)
}
