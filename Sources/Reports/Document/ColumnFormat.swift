import Kernels
import Statistics

/// One format for a column of summaries, so that their digits line up.
struct ColumnFormat {
  private let decimals: Int?
  private let isCount: Bool

  /// The format of a column.
  ///
  /// - Parameter isCount: whether it holds medians of whole numbers, which are whole or end in a
  ///   half.
  init(_ summaries: [Summary], isCount: Bool = false) {
    self.isCount = isCount
    let ends = summaries.flatMap { summary -> [Double] in
      [summary.median, summary.interval?.low, summary.interval?.high].compactMap { $0 }
    }.filter(\.isFinite)
    let widths = summaries.compactMap(\.interval).map { $0.high - $0.low }
      .filter { $0.isFinite && $0 > 0 }
    let largest = ends.map(\.magnitude).max() ?? 0
    guard !isCount, let width = widths.min(), largest < 1e7, largest > 1e-3 else {
      decimals = nil
      return
    }
    // Not more than seven digits in all, however narrow the narrowest interval is.
    let wholeDigits = NumberText.wholeDigits(of: largest)
    decimals = max(0, min(NumberText.decimals(forWidth: width), 7 - wholeDigits))
  }

  /// The median with its interval.
  func text(_ summary: Summary) -> String {
    guard let interval = summary.interval else { return text(summary.median) }
    if isCount {
      // Between whole numbers an end says no more than the next one outwards.
      let (low, high) = (interval.low.rounded(.down), interval.high.rounded(.up))
      return "\(text(summary.median)) [\(text(low)), \(text(high))]"
    }
    if decimals == nil { return EffectText.value(summary.median, interval) }
    return "\(text(summary.median)) [\(text(interval.low)), \(text(interval.high))]"
  }

  /// The median alone.
  func median(_ summary: Summary) -> String { text(summary.median) }

  /// The quartiles in the same digits; those of counts, which lie between whole numbers, in three.
  func quartiles(_ summary: Summary) -> String {
    let ends = [summary.lowerQuartile, summary.upperQuartile].map { end in
      let isWhole = !end.isFinite || end == end.rounded()
      return isCount && !isWhole && end.magnitude > 99
        ? NumberText.count(end.rounded())
        : isCount && !isWhole ? NumberText.fixed(end, decimals: 1) : text(end)
    }
    return "\(ends[0]) to \(ends[1])"
  }

  /// A number in the same digits.
  func text(_ value: Double) -> String {
    if isCount { return NumberText.count(value) }
    guard let decimals, value.isFinite else { return NumberText.significant(value, 6) }
    let text = NumberText.fixed(value, decimals: decimals)
    // What is not 0 does not look like it.
    return value != 0 && !text.contains(where: { ("1"..."9").contains($0) })
      ? NumberText.significant(value, 3) : text
  }
}
