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
