import Kernels

/// The scale on which a hyperparameter has kernels: its values, or their logarithms.
///
/// Whole numbers are the middles of intervals of length 1, the first and last of which widen the range by ½.
struct KernelScale: Hashable, Sendable {
  let range: SearchRange
  /// The lower end of the range, on the scale.
  let low: Double
  /// The upper end of the range, on the scale.
  let high: Double

  init(_ range: SearchRange) {
    self.range = range
    let margin = range.isInteger ? 0.5 : 0
    low = range.transformed(range.low - margin)
    high = range.transformed(range.high + margin)
  }

  /// The length of the range, on the scale.
  var length: Double { high - low }

  /// The middle of the range, on the scale.
  var middle: Double { 0.5 * (low + high) }

  /// The value at a place on the scale; whole numbers are rounded, to even half-way by their distance from the lowest.
  func value(at place: Double) -> Double {
    let value = range.scale == .log ? exp(place) : place
    guard range.isInteger else { return value }
    let steps = (value - range.low).rounded(.toNearestOrEven)
    return min(range.high, max(range.low, range.low + steps))
  }

  /// The interval that a whole number stands for, on the scale.
  func interval(of value: Double) -> (low: Double, high: Double) {
    (range.transformed(value - 0.5), range.transformed(value + 0.5))
  }
}
