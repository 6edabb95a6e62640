import Kernels

/// On which scale the values of a hyperparameter lie evenly.
public enum SearchScale: String, Hashable, Sendable, CaseIterable {
  /// Differences count.
  case linear
  /// Ratios count; both ends are above 0.
  case log
}

/// The values among which a search looks for a hyperparameter.
public struct SearchRange: Hashable, Sendable {
  /// The least value.
  public let low: Double
  /// The greatest value, above `low`.
  public let high: Double
  /// On which scale the values lie evenly.
  public let scale: SearchScale
  /// Whether only whole numbers are meant; then both ends are whole.
  public let isInteger: Bool

  /// The values from `low` to `high`, which is the greater one; on a logarithmic scale both are above 0.
  public init(low: Double, high: Double, scale: SearchScale = .linear, isInteger: Bool = false) {
    self.low = low
    self.high = high
    self.scale = scale
    self.isInteger = isInteger
  }

  /// The value at `share` of the way from one end to the other, on the scale.
  ///
  /// Whole numbers have equal parts of the way each, on a logarithmic scale as long as they are there.
  ///
  /// - Parameter share: from 0 to below 1.
  public func value(at share: Double) -> Double {
    guard isInteger else {
      return min(high, max(low, inverse(transformed(low), transformed(high), share)))
    }
    let value = inverse(transformed(low - 0.5), transformed(high + 0.5), share)
    return min(high, max(low, value.rounded(.toNearestOrEven)))
  }

  /// Where a value lies on the way from one end to the other, on the scale: 0 to 1.
  public func share(of value: Double) -> Double {
    (transformed(value) - transformed(low)) / (transformed(high) - transformed(low))
  }

  /// A value on the scale on which the range is even: itself, or its natural logarithm.
  public func transformed(_ value: Double) -> Double { scale == .log ? log(value) : value }

  private func inverse(_ low: Double, _ high: Double, _ share: Double) -> Double {
    let place = low + share * (high - low)
    return scale == .log ? exp(place) : place
  }
}
