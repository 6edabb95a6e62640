import Kernels

/// The values among which a search looked for one hyperparameter.
public struct HyperparameterRange: Hashable, Sendable {
  /// The least value.
  public let low: Double
  /// The greatest value, at least `low`.
  public let high: Double
  /// Whether ratios count, not differences; then both ends are above 0.
  public let isLogarithmic: Bool
  /// Whether only whole numbers were tried; then both ends are whole.
  public let isInteger: Bool

  /// The values from `low` to `high`.
  public init(low: Double, high: Double, isLogarithmic: Bool = false, isInteger: Bool = false) {
    self.low = low
    self.high = high
    self.isLogarithmic = isLogarithmic
    self.isInteger = isInteger
  }

  /// A value on the scale on which the range is even: itself, or its natural logarithm.
  func scaled(_ value: Double) -> Double { isLogarithmic ? log(value) : value }
}
