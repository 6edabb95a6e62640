import Analysis

/// What would probably settle a comparison that is undecided, to follow what is told of it.
enum OutlookWords {
  static func words(_ comparison: PairedComparison, _ problem: ProblemComparison) -> [Inline] {
    let names: [Inline] = [
      .strong([.text(problem.contenders[comparison.one].name)]), " and ",
      .strong([.text(problem.contenders[comparison.other].name)]),
    ]
    switch comparison.outlook {
    case .seeds(let count):
      return [.text("; about \(rounded(count)) seeds would probably tell ")] + names
        + [" apart, if these are typical"]
    case .data: return ["; it would take more data, not more seeds, to tell "] + names + [" apart"]
    case .some(.none): return ["; not even 1,000 seeds would probably tell "] + names + [" apart"]
    case nil: return []
    }
  }

  /// To two digits: an estimate is no more than that.
  private static func rounded(_ count: Int) -> Int {
    count < 100 ? count : (count + 5) / 10 * 10
  }
}

extension EffectText {
  /// The effect of a comparison with its interval, whose ends do not look like no effect unless they are.
  static func value(_ comparison: PairedComparison, decimals: Int? = nil) -> String {
    value(
      comparison.effect, comparison.interval, decimals: decimals, neutral: comparison.neutral)
  }
}
