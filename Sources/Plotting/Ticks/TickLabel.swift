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
  /// From 10⁶ on, and below 10⁻⁴, they are written as m × 10ⁿ with the same n.
  static func sharingDecimals(_ numbers: [DecimalNumber]) -> [TickLabel] {
    let magnitude = numbers.compactMap(\.magnitude).max() ?? 0
    let finest = numbers.filter { $0.mantissa != 0 }.map(\.exponent).min() ?? 0
    if isPlain(magnitude) {
      return numbers.map {
        TickLabel(text: $0.formatted(decimals: -finest, isGrouped: isGrouped(magnitude)))
      }
    }
    return numbers.map { number in
      if number.mantissa == 0 { return TickLabel(text: "0") }
      let factor = number.formatted(decimals: magnitude - finest, shift: magnitude)
      return TickLabel(text: factor + "\u{00D7}10", exponent: signed(magnitude))
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
  private static func isGrouped(_ magnitude: Int) -> Bool { magnitude >= 4 }

  private static func isPlain(_ magnitude: Int) -> Bool { (-4...5).contains(magnitude) }

  private static func signed(_ number: Int) -> String {
    number < 0 ? "\u{2212}\(-number)" : "\(number)"
  }
}
