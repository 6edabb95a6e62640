/// The end of a searched range that the best value lies at: the search is not finished, for what
/// lies beyond that end may be better still.
public enum OptimumEdge: Hashable, Sendable {
  /// The least values.
  case low
  /// The greatest values.
  case high

  /// The end within whose reach a value lies.
  ///
  /// With t the scale of the range it is the lower one where t(value) − t(low) ≤ share · (t(high) −
  /// t(low)), and the upper one likewise; at rounding the value counts as within reach.
  ///
  /// - Parameters:
  ///   - value: the best value found; one outside the range lies at the nearer end.
  ///   - range: what was searched.
  ///   - share: how far an end reaches, as a share of the range on its scale, below ½.
  /// - Returns: nil where it lies farther inside, and where the range is a single value.
  public init?(of value: Double, in range: HyperparameterRange, share: Double = 0.05) {
    let (low, high) = (range.scaled(range.low), range.scaled(range.high))
    guard low < high else { return nil }
    let place = (range.scaled(value) - low) / (high - low)
    let reach = share + 1e-12
    if place <= reach {
      self = .low
    } else if 1 - place <= reach {
      self = .high
    } else {
      return nil
    }
  }
}
