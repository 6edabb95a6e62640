import Plotting

/// Which values of trials a figure shows in their place: one that went astray without diverging would crush all
/// others.
struct ValueWindow {
  /// The least and the greatest value with a place.
  private let lower: Double
  private let upper: Double
  /// The scale that suits the values with a place.
  let scale: Axis.Scale

  /// The window for some values; what the spec says of the axis stands.
  ///
  /// Values above 0 may reach a thousand times their lower quartile; where some are not above 0, twenty times as far
  /// above the quartile as that lies above the least; where a quarter of them are the least, the median stands for the
  /// quartile, or the upper quartile.
  init(_ values: [Double], _ axis: AxisSpec) {
    let finite = values.filter(\.isFinite).sorted()
    lower = axis.lower ?? -.infinity
    upper = axis.upper ?? Self.limit(ofSorted: finite)
    let (least, most) = (lower, upper)
    scale = axis.scale ?? Axis.Scale(suiting: finite.filter { $0 >= least && $0 <= most })
  }

  /// Whether a value has a place.
  func holds(_ value: Double) -> Bool {
    // On a logarithmic axis values at or below 0 lie on the floor.
    value.isFinite && value >= lower && value <= upper
  }

  /// A value with a place; NaN for one without.
  func place(_ value: Double) -> Double { holds(value) ? value : .nan }

  /// The greatest value with a place; nil where every value has one.
  var greatest: Double? { upper.isFinite ? upper : nil }

  private static func limit(ofSorted values: [Double]) -> Double {
    guard let least = values.first else { return .infinity }
    let quartiles = (1...3).map { values[(values.count - 1) * $0 / 4] }
    if least > 0 { return 1000 * quartiles[0] }
    guard let quartile = quartiles.first(where: { $0 > least }) else { return .infinity }
    return quartile + 20 * (quartile - least)
  }
}
