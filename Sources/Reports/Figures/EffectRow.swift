import Analysis
import Kernels
import Statistics

/// One effect as a forest plot draws it.
struct EffectRow {
  /// Who is compared.
  var name: String
  /// The effect; NaN where there is none, and infinite where one of the two has no values.
  var estimate = Double.nan
  /// Its ends may be infinite; nil with too few pairs.
  var interval: Interval?
  /// Why there is no effect, such as "both diverged"; nil where there is one.
  var note: String?

  /// How effects of a quantity are written.
  struct Words {
    let quantity: Quantity
    /// How all numbers of a column are written.
    var notation = EffectNotation.decimals(nil)

    /// "1.2 [1.1, 1.3]"; of somebody without values "not reached, over 2.1".
    func text(_ effect: EffectRow) -> String {
      if let note = effect.note { return note }
      guard effect.estimate.isFinite else {
        return quantity.failureWord + (bound(effect).map { ", \($0)" } ?? "")
      }
      return notation.text(effect.estimate, effect.interval)
    }

    /// The same in a column, where a line ends nowhere inside a number or an interval.
    func columnText(_ effect: EffectRow) -> String {
      text(effect).replacing(" ", with: "\u{A0}").replacing("\u{A0}[", with: " [")
        .replacing(",\u{A0}over", with: ", over").replacing(",\u{A0}under", with: ", under")
    }

    /// Where the interval of an infinite effect begins; nil where that is infinite, too.
    private func bound(_ effect: EffectRow) -> String? {
      guard let interval = effect.interval else { return nil }
      let isAbove = effect.estimate > 0
      let end = isAbove ? interval.low : interval.high
      guard end.isFinite else { return nil }
      return "\(isAbove ? "over" : "under") \(notation.text(end))"
    }
  }
}

extension Quantity {
  /// What became of a run without a value.
  var failureWord: String {
    switch self {
    case .timeToTarget: "not reached"
    case .basinWidth: "without a basin"
    default: "diverged"
    }
  }
}
