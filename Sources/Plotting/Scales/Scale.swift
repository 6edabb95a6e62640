import Kernels

/// Maps the numbers of one axis to its length: 0 at the start (left, bottom), 1 at the end.
struct Scale: Sendable, Hashable {
  /// How numbers map to places.
  let kind: Axis.Scale

  /// What lies at the start and the end: values, or their decimal logarithms.
  let lower: Double
  let upper: Double

  /// The first and the last number that the axis is about: those of its data, or whole limits.
  let numbers: ClosedRange<Double>?

  /// The halved ends, whose difference is finite for any two finite numbers.
  private let halfStart: Double
  private let halfLength: Double

  /// `lower` < `upper`, both finite; logarithms when `kind` is logarithmic.
  init(
    kind: Axis.Scale, lower: Double, upper: Double, isReversed: Bool = false,
    numbers: ClosedRange<Double>? = nil
  ) {
    self.numbers = numbers
    self.kind = kind
    self.lower = lower
    self.upper = upper
    halfStart = (isReversed ? upper : lower) * 0.5
    let half = upper * 0.5 - lower * 0.5
    halfLength = isReversed ? -half : half
  }

  /// The place of `value` as a share of the length, beyond 0…1 outside the axis.
  ///
  /// NaN where the value has no place; ±∞ for infinite values and, on a logarithmic axis, −∞ for 0.
  func position(_ value: Double) -> Double {
    switch kind {
    case .linear: (value * 0.5 - halfStart) / halfLength
    case .logarithmic: (decimalLogarithm(value) * 0.5 - halfStart) / halfLength
    }
  }

  /// The least and the greatest value on the axis.
  var ends: [Double] { [value(of: lower), value(of: upper)] }

  /// The scale of the same axis in another unit, of which each of this one's is `factor`.
  func multiplied(by factor: Double) -> Scale {
    switch kind {
    case .linear: Scale(kind: kind, lower: lower * factor, upper: upper * factor)
    case .logarithmic:
      Scale(
        kind: kind, lower: lower + decimalLogarithm(factor),
        upper: upper + decimalLogarithm(factor))
    }
  }

  /// The part of the axis between two shares of its length, as an axis of its own.
  func part(from start: Double, to end: Double) -> Scale {
    let (one, other) = (inner(at: start), inner(at: end))
    return Scale(
      kind: kind, lower: min(one, other), upper: max(one, other), isReversed: other < one)
  }

  /// What lies at a share of the length: a value, or its decimal logarithm.
  private func inner(at share: Double) -> Double { 2 * (halfStart + share * halfLength) }

  private func value(of inner: Double) -> Double {
    kind == .linear ? inner : pow(10, inner)
  }

  /// The place of a power of ten, exact where the logarithm may be off by a unit.
  func position(ofDecade exponent: Int) -> Double {
    (Double(exponent) * 0.5 - halfStart) / halfLength
  }
}
