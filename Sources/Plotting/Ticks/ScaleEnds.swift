import Kernels

extension Scale {
  /// The numbers at the lower and the upper end, as a person would write them: three digits, or as
  /// many as tell the ends apart to a tenth of their distance.
  var endLabels: (lower: TickLabel, upper: TickLabel) {
    let labels =
      switch kind {
      case .linear: TickLabel.sharingDecimals(linearEnds)
      case .logarithmic: TickLabel.shortest([lower, upper].map(Self.rounded))
      }
    return (labels[0], labels[1])
  }

  private var linearEnds: [DecimalNumber] {
    let most = Int(decimalLogarithm(max(abs(lower), abs(upper))).rounded(.down))
    let distance = upper * 0.5 - lower * 0.5
    let length = Int(decimalLogarithm(distance).rounded(.down))
    // Whole numbers keep all their digits as long as they are written out.
    let digits = TickLabel.isPlain(most) ? min(0, most - 2) : most - 2
    let finest = min(digits, length - 1)
    return [lower, upper].map { Self.rounded($0, to: finest) }
  }

  /// The nearest multiple of ten to the `power`.
  private static func rounded(_ value: Double, to power: Int) -> DecimalNumber {
    let first = -power / 2
    let scaled = value * (Double("1e\(first)") ?? 1) * (Double("1e\(-power - first)") ?? 1)
    guard abs(scaled) < 1e17 else { return DecimalNumber(0, exponent: 0) }
    return DecimalNumber(Int(scaled.rounded()), exponent: power)
  }

  /// Ten to the power of `logarithm`, with three digits.
  private static func rounded(_ logarithm: Double) -> DecimalNumber {
    let magnitude = (logarithm + 1e-9).rounded(.down)
    let digits = exp((logarithm - magnitude) * 2.302585092994046)
    return DecimalNumber(Int((100 * digits).rounded()), exponent: Int(magnitude) - 2)
  }
}
