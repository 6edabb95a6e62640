import Kernels
import Statistics

/// How the numbers of a column of effects are written: all in one way, so that they can be compared.
enum EffectNotation: Hashable, Sendable {
  /// With so many digits after the point, or as many as each asks for.
  case decimals(Int?)
  /// With three significant digits, without powers of ten: 0.980 beside 21300.
  case plain
  /// With three significant digits and a power of ten.
  case scientific

  /// From here on a number with decimals has digits that say nothing.
  private static let mostWithDecimals = 1e4
  /// From here on a number is too long.
  private static let mostPlain = 1e7
  /// So many decimals can still be read.
  private static let mostDecimals = 6

  /// The notation for effects with their intervals.
  init(forAll effects: [(estimate: Double, interval: Interval?)]) {
    let numbers = effects.flatMap { effect in
      [effect.estimate] + (effect.interval.map { [$0.low, $0.high] } ?? [])
    }
    let sizes = numbers.map(\.magnitude).filter { $0.isFinite && $0 > 0 }
    let decimals = EffectText.decimals(forAll: effects.map(\.interval))
    let greatest = sizes.max() ?? 0
    if greatest >= Self.mostPlain || (decimals ?? 0) > Self.mostDecimals {
      self = .scientific
    } else if decimals == nil, let least = sizes.min(), least < 1e-3 {
      // Without widths that ask for decimals, each number would choose its own.
      self = .scientific
    } else {
      self = greatest >= Self.mostWithDecimals ? .plain : .decimals(decimals)
    }
  }

  /// "1.2 [1.1, 1.3]"; the estimate alone without an interval.
  func text(_ estimate: Double, _ interval: Interval?) -> String {
    if case .decimals(let decimals) = self {
      return interval.map { EffectText.value(estimate, $0, decimals: decimals) }
        ?? NumberText.significant(estimate, 3)
    }
    guard let interval else { return text(estimate) }
    return "\(text(estimate)) [\(text(interval.low)), \(text(interval.high))]"
  }

  /// One number with three significant digits.
  func text(_ value: Double) -> String {
    if case .decimals = self { return NumberText.significant(value, 3) }
    guard value.isFinite, value != 0 else { return NumberText.significant(value, 3) }
    // The power of ten of the number as it is rounded.
    var (mantissa, exponent) = (value.magnitude, 0)
    while mantissa >= 9.995 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 0.9995 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    let sign = value < 0 ? "\u{2212}" : ""
    if self == .scientific {
      // Nobody writes the power that is 1.
      return sign + NumberText.fixed(mantissa, decimals: 2)
        + (exponent == 0 ? "" : " × 10" + Self.raised(exponent))
    }
    if exponent <= 2 {
      return NumberText.fixed(value, decimals: min(2 - exponent, Self.mostDecimals))
    }
    let zeros = String(repeating: "0", count: exponent - 2)
    return sign + NumberText.fixed(mantissa * 100, decimals: 0) + zeros
  }

  private static func raised(_ exponent: Int) -> String {
    let digits: [Character: Character] = [
      "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
      "8": "⁸", "9": "⁹",
    ]
    return String(String(exponent).compactMap { digits[$0] })
  }
}
