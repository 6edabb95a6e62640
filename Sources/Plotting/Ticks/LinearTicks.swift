/// Ticks for a linear axis, from the wished number down to two: the first set whose labels have
/// room is taken.
struct LinearTicks {
  let scale: Scale
  /// Whether ticks stay on whole numbers.
  let isWhole: Bool
  /// Where what the numbers have in common is written.
  var notation = TickNotation.Place.once

  /// The candidates for `wished` ticks and fewer, densest first; each has at least two.
  func candidates(wished: Int) -> [TickSet] {
    var sets: [TickSet] = []
    for count in stride(from: max(2, wished), through: 2, by: -1) {
      guard let set = ticks(wished: count), set != sets.last else { continue }
      sets.append(set)
    }
    if let ends = endTicks, !sets.contains(ends) { sets.append(ends) }
    var whole = wholeSets(wished: wished)
    for index in whole.indices { whole[index].isQuoted = true }
    return whole + sets.filter { set in !whole.contains { $0.major == set.major } }
  }

  private var half: Double { scale.upper * 0.5 - scale.lower * 0.5 }

  /// The power of ten of half the length. Searches work on numbers near 1; ticks are moved back
  /// exactly, by their exponents.
  private var shift: Int { Int(decimalLogarithm(half).rounded(.down)) }

  private var least: Double { Self.scaled(scale.lower, by: -shift) }

  private var greatest: Double { Self.scaled(scale.upper, by: -shift) }

  /// Whether there are two whole numbers in view to stay on.
  private var staysWhole: Bool { isWhole && scale.upper.rounded(.down) > scale.lower.rounded(.up) }

  private func ticks(wished: Int) -> TickSet? {
    var search = ExtendedWilkinson(least: least, greatest: greatest, wished: wished)
    search.isContained = true
    if staysWhole { search.unitExponent = -shift }
    return search.best().map { set($0.numbers) }
  }

  /// Two ticks near the ends, on multiples of a fifth of the axis or less.
  private var endTicks: TickSet? {
    let length = greatest - least
    for (unit, exponent) in [(5, 0), (2, 0), (1, 0), (5, -1), (2, -1), (1, -1)] {
      if staysWhole, exponent < -shift { return nil }
      let step = DecimalNumber(unit, exponent: exponent).value
      guard step <= 0.2 * length, abs(least / step) < 1e15, abs(greatest / step) < 1e15 else {
        continue
      }
      let (first, last) = ((least / step).rounded(.up), (greatest / step).rounded(.down))
      return set([first, last].map { DecimalNumber(Int($0) * unit, exponent: exponent) })
    }
    return nil
  }

  /// Ticks of which the last stands where the numbers end.
  private func wholeSets(wished: Int) -> [TickSet] {
    guard staysWhole, let numbers = scale.numbers,
      scale.position(numbers.lowerBound).magnitude < 0.2,
      abs(scale.position(numbers.upperBound) - 1) < 0.2
    else { return [] }
    let whole = WholeTicks(numbers: numbers)
    func unshifted(_ list: [DecimalNumber]) -> [DecimalNumber] {
      list.map { DecimalNumber($0.mantissa, exponent: $0.exponent - shift) }
    }
    let sets = whole.candidates(wished: wished).map { set(unshifted($0)) }
    guard whole.units.count > 2 else { return sets }
    // A ruler: a tick at each number, labels at both ends.
    var ruler = set(unshifted(whole.units))
    for index in ruler.major.indices.dropFirst().dropLast() { ruler.major[index].label = nil }
    return sets + [ruler]
  }

  /// Ticks at numbers that were divided by ten to the power of the shift.
  private func set(_ shifted: [DecimalNumber]) -> TickSet {
    let numbers = shifted.map {
      DecimalNumber($0.mantissa, exponent: $0.mantissa == 0 ? 0 : $0.exponent + shift)
    }
    let written = TickNotation(evenlySpaced: numbers, said: notation)
    let ticks = zip(numbers, written.labels).map { number, label in
      Tick(position: min(1, max(0, scale.position(number.value))), label: label)
    }
    return TickSet(major: ticks, note: written.note)
  }

  /// `value` times ten to the `exponent`, in two steps where one factor would overflow.
  private static func scaled(_ value: Double, by exponent: Int) -> Double {
    let first = exponent / 2
    let second = exponent - first
    return value * (Double("1e\(first)") ?? 1) * (Double("1e\(second)") ?? 1)
  }
}
