/// The end of a searched range that the best value lies at: the search is not finished, for what
/// lies beyond that end may be better still.
public enum OptimumEdge: Hashable, Sendable {
  /// The least values.
  case low
  /// The greatest values.
  case high

  /// The end within whose reach a value lies.
  ///
  /// At rounding the value counts as within reach.
  ///
  /// - Parameters:
  ///   - value: the best value found; one outside the range lies at the nearer end.
  ///   - range: what was searched.
  ///   - share: how far an end reaches, as a share of the range on its scale, below ½.
  /// - Returns: nil where it lies farther inside.
  public init?(of value: Double, in range: SearchRange, share: Double = 0.05) {
    let place = range.share(of: value)
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
