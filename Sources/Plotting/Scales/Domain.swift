/// The range of the numbers that an axis has to show, gathered value by value.
struct Domain: Sendable, Hashable {
  private(set) var least = Double.infinity
  private(set) var greatest = -Double.infinity

  /// Whether nothing was gathered.
  var isEmpty: Bool { least > greatest }

  /// The largest magnitude that is shown: sums and differences of two are still finite.
  private static let limit = Double.greatestFiniteMagnitude / 4

  /// The least value that an axis of this kind shows.
  private static func floor(of scale: Axis.Scale) -> Double { scale == .linear ? -limit : 1e-307 }

  /// Takes in the finite values, on a logarithmic axis only those above 0; what is too large or too
  /// small to be shown counts as the last value that is.
  mutating func include(_ values: [Double], on scale: Axis.Scale) {
    let floor = Self.floor(of: scale)
    for value in values where value.isFinite && (scale == .linear || value > 0) {
      let shown = max(floor, min(Self.limit, value))
      least = min(least, shown)
      greatest = max(greatest, shown)
    }
  }

  /// Takes in what stands behind the data, such as single runs: at either end at most half as much again
  /// as the data take, so that one spike does not press all else flat.
  mutating func include(background lists: [[Double]], on scale: Axis.Scale) {
    var behind = Domain()
    for values in lists { behind.include(values, on: scale) }
    guard !behind.isEmpty else { return }
    guard !isEmpty, greatest > least else { return include(behind) }
    switch scale {
    case .linear:
      let room = 0.5 * (greatest - least)
      let ends = (least - room, greatest + room)
      least = min(least, max(ends.0, behind.least))
      greatest = max(greatest, min(ends.1, behind.greatest))
    case .logarithmic:
      let room = (greatest / least).squareRoot()
      let ends = (least / room, greatest * room)
      least = min(least, max(ends.0, behind.least))
      greatest = max(greatest, min(ends.1, behind.greatest))
    }
  }

  /// Takes in another domain.
  mutating func include(_ other: Domain) {
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
  }

  /// The scale that shows this domain on `axis`, with room beyond it at both ends.
  ///
  /// Limits of the axis are kept exactly. Without data the axis runs from 0 to 1, or from 1 to 10.
  /// - Parameter padding: the room beyond the data at each end, as a share of the domain's length.
  func scale(for axis: Axis, padding: Double) -> Scale {
    switch axis.scale {
    case .linear: including(axis).linearScale(for: axis, padding: padding)
    case .logarithmic: including(axis).logarithmicScale(for: axis, padding: padding)
    }
  }

  private func including(_ axis: Axis) -> Domain {
    var domain = self
    domain.include(axis.including, on: axis.scale)
    return domain
  }

  private func linearScale(for axis: Axis, padding: Double) -> Scale {
    let fixed = Self.limits(of: axis)
    var start = fixed.lower ?? (isEmpty ? (fixed.upper ?? 1) - 1 : least)
    var end = fixed.upper ?? (isEmpty ? start + 1 : greatest)
    let magnitude = max(abs(start), abs(end))
    let length = end * 0.5 - start * 0.5
    // Below this the steps between neighbouring numbers would show, and labels would not differ.
    let isConstant = length <= 1e-10 * magnitude || magnitude < 1e-290
    if isConstant {
      let usual = magnitude < 1e-290 ? 1 : max(magnitude * 0.05, 1e-290)
      // A single trial or epoch stands between its neighbours, not between fractions.
      let room = axis.isWhole ? max(1, usual) : usual
      start = fixed.lower ?? (fixed.upper.map { $0 - 2 * room } ?? least - room)
      end = fixed.upper ?? start + 2 * room
    } else {
      if fixed.lower == nil { start -= 2 * length * padding }
      if fixed.upper == nil { end += 2 * length * padding }
    }
    return Scale(
      kind: .linear, lower: max(start, -Self.limit), upper: min(end, Self.limit),
      isReversed: axis.isReversed, numbers: numbers(within: fixed))
  }

  /// The first and the last of the numbers; a limit that is whole stands for them.
  private func numbers(within fixed: (lower: Double?, upper: Double?)) -> ClosedRange<Double>? {
    func whole(_ limit: Double?) -> Double? { limit.flatMap { $0 == $0.rounded() ? $0 : nil } }
    let first = whole(fixed.lower) ?? (isEmpty ? .nan : least)
    let last = whole(fixed.upper) ?? (isEmpty ? .nan : greatest)
    return first <= last ? first...last : nil
  }

  private func logarithmicScale(for axis: Axis, padding: Double) -> Scale {
    let fixed = Self.limits(of: axis)
    let fixedStart = fixed.lower.map(decimalLogarithm)
    let fixedEnd = fixed.upper.map(decimalLogarithm)
    var start = fixedStart ?? (isEmpty ? (fixedEnd ?? 1) - 1 : decimalLogarithm(least))
    var end = fixedEnd ?? (isEmpty ? start + 1 : decimalLogarithm(greatest))
    if end - start < 1e-9 {
      start = fixedStart ?? (fixedEnd.map { $0 - 0.6 } ?? start - 0.3)
      end = fixedEnd ?? start + 0.6
    } else {
      let room = (end - start) * padding
      if fixedStart == nil { start -= room }
      if fixedEnd == nil { end += room }
    }
    return Scale(
      kind: .logarithmic, lower: max(start, -307.5), upper: min(end, 308),
      isReversed: axis.isReversed)
  }

  /// The limits of `axis` that can be kept: with room beyond them for the other end, and clearly
  /// apart.
  private static func limits(of axis: Axis) -> (lower: Double?, upper: Double?) {
    func usable(_ value: Double?) -> Double? {
      guard let value, value >= floor(of: axis.scale), abs(value) <= limit / 2 else { return nil }
      return value
    }
    let lower = usable(axis.lower)
    let upper = usable(axis.upper)
    if let lower, let upper, !(upper - lower > max(1e-300, 1e-10 * max(abs(lower), abs(upper)))) {
      return (nil, nil)
    }
    return (lower, upper)
  }
}
