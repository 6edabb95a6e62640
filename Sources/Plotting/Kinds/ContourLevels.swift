/// Round values for the lines of a contour plot, from three to about a dozen.
enum ContourLevels {
  /// How many lines there may be.
  private static let most = 12

  /// The digits of the lines in each decade, from many to few.
  private static let series = [[10, 15, 20, 30, 50, 70], [10, 20, 50], [10, 30], [10]]

  /// Levels between the 3rd and the 97th percentile of a function's values: at equal ratios where
  /// no value is below 0 and the values span more than a decade, as with losses, else at equal
  /// steps.
  static func levels(for values: [Double]) -> [Double] {
    let sorted = values.filter(\.isFinite).sorted()
    guard let least = sorted.first, let greatest = sorted.last, least < greatest else { return [] }
    let positive = sorted.filter { $0 >= Double.leastNormalMagnitude }
    let (low, high) = middle(positive)
    if least >= 0, high / 10 > low {
      return ratios(from: low, to: high)
    }
    let ends = middle(sorted)
    return ends.low < ends.high
      ? steps(from: ends.low, to: ends.high) : steps(from: least, to: greatest)
  }

  private static func middle(_ sorted: [Double]) -> (low: Double, high: Double) {
    guard let last = sorted.last else { return (0, 0) }
    let edge = Int(0.03 * Double(sorted.count - 1))
    return (sorted[edge], edge == 0 ? last : sorted[sorted.count - 1 - edge])
  }

  private static func ratios(from low: Double, to high: Double) -> [Double] {
    let first = Int(decimalLogarithm(low).rounded(.down))
    let last = Int(decimalLogarithm(high).rounded(.down))
    // Every decade, or every second, third, … where they alone are too many.
    let stride = (last - first + most) / most
    for digits in series where stride == 1 || digits.count == 1 {
      let levels = Swift.stride(from: first, through: last, by: stride).flatMap { exponent in
        digits.map { DecimalNumber($0, exponent: exponent - 1).value }
      }.filter { $0 >= low && $0 <= high }
      if levels.count <= most { return levels }
    }
    return []
  }

  private static func steps(from low: Double, to high: Double) -> [Double] {
    // Halved, because the difference of any two numbers may be too large for one.
    let wished = (high * 0.5 - low * 0.5) / Double(most) * 2
    guard wished >= Double.leastNormalMagnitude, wished >= 1e-12 * max(abs(low), abs(high)) else {
      return []
    }
    let exponent = Int(decimalLogarithm(wished).rounded(.down))
    let step = [1, 2, 5, 10].map { DecimalNumber($0, exponent: exponent) }
      .first { $0.value >= wished }
    guard let step else { return [] }
    let first = Int((low / step.value).rounded(.up))
    let last = Int((high / step.value).rounded(.down))
    return first <= last
      ? (first...last).map { DecimalNumber($0 * step.mantissa, exponent: step.exponent).value } : []
  }
}
