import Statistics

/// One format for a column of summaries, so that their digits line up.
struct ColumnFormat {
  private let decimals: Int?

  init(_ summaries: [Summary]) {
    let ends = summaries.flatMap { summary -> [Double] in
      [summary.median, summary.interval?.low, summary.interval?.high].compactMap { $0 }
    }.filter(\.isFinite)
    let widths = summaries.compactMap(\.interval).map { $0.high - $0.low }
      .filter { $0.isFinite && $0 > 0 }
    if ends.allSatisfy({ $0 == $0.rounded() && $0.magnitude < 1e7 }) {
      decimals = 0
      return
    }
    let largest = ends.map(\.magnitude).max() ?? 0
    guard let width = widths.min(), largest < 1e7, largest > 1e-3 else {
      decimals = nil
      return
    }
    // Not more than seven digits in all, however narrow the narrowest interval is.
    let wholeDigits = max(1, DecimalDigits(largest).exponent)
    decimals = max(0, min(NumberText.decimals(forWidth: width), 7 - wholeDigits))
  }

  /// The median with its interval.
  func text(_ summary: Summary) -> String {
    guard let interval = summary.interval else {
      return decimals == 0
        ? NumberText.fixed(summary.median, decimals: 0) : NumberText.significant(summary.median, 4)
    }
    guard let decimals else { return EffectText.value(summary.median, interval) }
    let texts = [summary.median, interval.low, interval.high].map {
      NumberText.fixed($0, decimals: decimals)
    }
    return "\(texts[0]) [\(texts[1]), \(texts[2])]"
  }

  /// The quartiles in the same digits.
  func quartiles(_ summary: Summary) -> String {
    let ends = [summary.lowerQuartile, summary.upperQuartile].map { end in
      decimals.map { NumberText.fixed(end, decimals: $0) } ?? NumberText.significant(end, 4)
    }
    return "\(ends[0]) to \(ends[1])"
  }
}
