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

  /// The place of a power of ten, exact where the logarithm may be off by a unit.
  func position(ofDecade exponent: Int) -> Double {
    (Double(exponent) * 0.5 - halfStart) / halfLength
  }
}
