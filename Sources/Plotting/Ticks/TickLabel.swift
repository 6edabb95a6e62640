/// What is written at a tick: text on the baseline, then a raised exponent if there is one.
struct TickLabel: Sendable, Hashable {
  var text: String
  var exponent: String?

  /// Ten to the power `exponent`.
  static func decade(_ exponent: Int) -> TickLabel {
    TickLabel(text: "10", exponent: signed(exponent))
  }

  /// Labels for `numbers` with as many decimals on all of them as the finest one needs.
  ///
  /// From 10⁶ on, and below 10⁻⁴, they are written as m × 10ⁿ with the same n and no m below 1.
  static func sharingDecimals(_ numbers: [DecimalNumber]) -> [TickLabel] {
    guard let power = numbers.compactMap(\.magnitude).min(), !areShort(numbers) else {
      return writtenOut(numbers)
    }
    let finest = numbers.filter { $0.mantissa != 0 }.map(\.exponent).min() ?? 0
    return numbers.map { number in
      if number.mantissa == 0 { return TickLabel(text: "0") }
      let factor = number.formatted(decimals: power - finest, shift: power)
      return TickLabel(text: factor + "\u{00D7}10", exponent: signed(power))
    }
  }

  /// Labels with all digits of `numbers`, and as many decimals on all of them.
  static func writtenOut(_ numbers: [DecimalNumber]) -> [TickLabel] {
    let isGrouped = isGrouped(numbers.compactMap(\.magnitude).max() ?? 0)
    let finest = numbers.filter { $0.mantissa != 0 }.map(\.exponent).min() ?? 0
    return numbers.map {
      TickLabel(text: $0.formatted(decimals: -finest, isGrouped: isGrouped))
    }
  }

  /// Labels for `numbers` with as many decimals as each needs, as a logarithmic axis has them.
  static func shortest(_ numbers: [DecimalNumber]) -> [TickLabel] {
    let magnitudes = numbers.compactMap(\.magnitude)
    if magnitudes.allSatisfy(isPlain) {
      let isGrouped = isGrouped(magnitudes.max() ?? 0)
      return numbers.map {
        TickLabel(text: $0.formatted(decimals: -$0.exponent, isGrouped: isGrouped))
      }
    }
    return numbers.map { number in
      let magnitude = number.magnitude ?? 0
      if number.mantissa == 1 { return decade(magnitude) }
      let factor = number.formatted(decimals: magnitude - number.exponent, shift: magnitude)
      return TickLabel(text: factor + "\u{00D7}10", exponent: signed(magnitude))
    }
  }

  /// Digits are counted in groups of three where a number has five or more: 8,000 and 12,000.
  static func isGrouped(_ magnitude: Int) -> Bool { magnitude >= 4 }

  /// Whether a number of this magnitude is read at a glance with all its zeros.
  static func isPlain(_ magnitude: Int) -> Bool { (-4...5).contains(magnitude) }

  /// Whether `numbers` are short when all their digits are written.
  static func areShort(_ numbers: [DecimalNumber]) -> Bool {
    guard let magnitude = numbers.compactMap(\.magnitude).max() else { return true }
    let finest = numbers.filter { $0.mantissa != 0 }.map(\.exponent).min() ?? 0
    return isPlain(magnitude) && max(0, magnitude) + 1 + max(0, -finest) <= 7
  }

  /// A whole number with the mathematical minus.
  static func signed(_ number: Int) -> String {
    number < 0 ? "\u{2212}\(-number)" : "\(number)"
  }
}
