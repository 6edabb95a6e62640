/// An interval of the real line, ends included; an end may be infinite.
public struct Interval: Hashable, Sendable {
  /// The lower end.
  public var low: Double
  /// The upper end.
  public var high: Double

  /// The interval from `low` to `high`.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Whether `value` lies in the interval, ends included.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}
