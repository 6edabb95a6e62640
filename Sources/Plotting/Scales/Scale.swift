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

  /// The strip below the break of a logarithmic axis, where values at or below 0 lie; nil for none.
  let floor: Floor?

  private let isReversed: Bool

  /// The halved ends, whose difference is finite for any two finite numbers.
  private let halfStart: Double
  private let halfLength: Double

  /// `lower` < `upper`, both finite; logarithms when `kind` is logarithmic.
  init(
    kind: Axis.Scale, lower: Double, upper: Double, isReversed: Bool = false, floor: Floor? = nil,
    numbers: ClosedRange<Double>? = nil
  ) {
    self.numbers = numbers
    self.kind = kind
    self.floor = kind == .logarithmic ? floor : nil
    self.isReversed = isReversed
    self.lower = lower
    self.upper = upper
    halfStart = (isReversed ? upper : lower) * 0.5
    let half = upper * 0.5 - lower * 0.5
    halfLength = isReversed ? -half : half
  }

  /// The place of `value` as a share of the length, beyond 0…1 outside the axis.
  ///
  /// NaN where the value has no place; ±∞ for infinite values and, on a logarithmic axis without a
  /// floor, −∞ for 0.
  func position(_ value: Double) -> Double {
    switch kind {
    case .linear: return (value * 0.5 - halfStart) / halfLength
    case .logarithmic:
      if floor != nil, value <= 0 { return place(Floor.place) }
      return aboveFloor((decimalLogarithm(value) * 0.5 - halfStart) / halfLength)
    }
  }

  /// The place of the edge of a bar or band: on a logarithmic axis without a floor, one at or below
  /// 0 lies outside instead of nowhere.
  func edge(_ value: Double) -> Double {
    if value <= 0, kind == .logarithmic, floor == nil { return isReversed ? .infinity : -.infinity }
    return position(value)
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
    aboveFloor((Double(exponent) * 0.5 - halfStart) / halfLength)
  }

  /// Whether a finite value above 0 lies between the ends of a logarithmic scale, or as good as.
  func spans(_ value: Double) -> Bool {
    let logarithm = decimalLogarithm(value)
    let slack = 1e-9 * (upper - lower)
    return logarithm >= lower - slack && logarithm <= upper + slack
  }

  /// The place of the break, where there is a floor.
  var breakPlace: Double? { floor == nil ? nil : place(0.5 * (Floor.place + Floor.share)) }

  /// The place of the floor, where there is one.
  var floorPlace: Double? { floor == nil ? nil : place(Floor.place) }

  /// A share of the axis counted from its lower end.
  private func place(_ share: Double) -> Double { isReversed ? 1 - share : share }

  /// A share of the part that shows numbers as a share of the whole axis.
  private func aboveFloor(_ share: Double) -> Double {
    if floor == nil { return share }
    return isReversed ? share * (1 - Floor.share) : Floor.share + share * (1 - Floor.share)
  }
}

/// What lies on the strip that a logarithmic axis keeps for values without a logarithm.
enum Floor: Sendable, Hashable {
  /// Values that are 0.
  case zero
  /// Values of which some are below 0.
  case notPositive

  /// The strip's share of the axis, with the break.
  static let share = 0.13
  /// Where on the axis the values lie.
  static let place = 0.045

  /// What stands at the tick.
  var label: TickLabel { TickLabel(text: self == .zero ? "0" : "\u{2264} 0") }
}
