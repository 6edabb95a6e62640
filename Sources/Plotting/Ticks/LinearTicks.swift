/// Ticks for a linear axis, from the wished number down to two: the first set whose labels have
/// room is taken.
struct LinearTicks {
  let scale: Scale
  /// Whether ticks stay on whole numbers.
  let isWhole: Bool

  /// The candidates for `wished` ticks and fewer, densest first; each has at least two.
  func candidates(wished: Int) -> [TickSet] {
    var sets: [TickSet] = []
    for count in stride(from: max(2, wished), through: 2, by: -1) {
      guard let set = ticks(wished: count), set != sets.last else { continue }
      sets.append(set)
    }
    return sets
  }

  private func ticks(wished: Int) -> TickSet? {
    let half = scale.upper * 0.5 - scale.lower * 0.5
    // The search works on numbers near 1; ticks are moved back exactly, by their exponents.
    let shift = Int(decimalLogarithm(half).rounded(.down))
    let least = Self.scaled(scale.lower, by: -shift)
    let greatest = Self.scaled(scale.upper, by: -shift)
    var search = ExtendedWilkinson(least: least, greatest: greatest, wished: wished)
    search.isContained = true
    if isWhole, scale.upper.rounded(.down) > scale.lower.rounded(.up) {
      search.unitExponent = -shift
    }
    guard let best = search.best() else { return nil }
    let numbers = best.numbers.map {
      DecimalNumber($0.mantissa, exponent: $0.mantissa == 0 ? 0 : $0.exponent + shift)
    }
    let ticks = zip(numbers, TickLabel.sharingDecimals(numbers)).map { number, label in
      Tick(position: min(1, max(0, scale.position(number.value))), label: label)
    }
    return TickSet(major: ticks)
  }

  /// `value` times ten to the `exponent`, in two steps where one factor would overflow.
  private static func scaled(_ value: Double, by exponent: Int) -> Double {
    let first = exponent / 2
    let second = exponent - first
    return value * (Double("1e\(first)") ?? 1) * (Double("1e\(second)") ?? 1)
  }
}
