/// Two groups of values with nothing between them, as runs leave that end in one of two places: a median is
/// then a value of one group, and a quartile may be one of the other.
///
/// The widest gap between neighbours parts the groups. They are two where each has at least four values
/// and a fifth of all, where the gap is more than three times as wide as the wider group, and more than a tenth of
/// the largest magnitude. Of values from one normal, exponential or uniform distribution less than one sample
/// in a thousand looks so (`TwoGroupsTests`).
public struct TwoGroups: Hashable, Sendable {
  /// The lower and the upper group's values, in rising order.
  public let lower: [Double], upper: [Double]

  /// - Parameter values: in any order, none of them NaN; infinite ones are left out.
  /// - Returns: nil where there are not two groups.
  public init?(_ values: [Double]) {
    let sorted = values.filter(\.isFinite).sorted()
    let least = max(4, (sorted.count + 4) / 5)
    guard sorted.count >= 2 * least else { return nil }
    // The first value of the upper group.
    let places = 1..<sorted.count
    guard let place = places.max(by: { gap(before: $0) < gap(before: $1) }) else { return nil }
    func gap(before place: Int) -> Double { sorted[place] - sorted[place - 1] }
    let (lower, upper) = (Array(sorted[..<place]), Array(sorted[place...]))
    guard lower.count >= least, upper.count >= least else { return nil }
    let widest = max(lower[lower.count - 1] - lower[0], upper[upper.count - 1] - upper[0])
    let largest = max(sorted[0].magnitude, sorted[sorted.count - 1].magnitude)
    guard gap(before: place) > 3 * widest, gap(before: place) > 0.1 * largest else { return nil }
    self.lower = lower
    self.upper = upper
  }
}
