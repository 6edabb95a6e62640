import Kernels
import Statistics

/// How an estimate and its interval are written.
enum EffectText {
  /// `0.81 [0.77, 0.86]`, with as many decimals as the interval's width asks for, or those given;
  /// the estimate alone without an interval.
  ///
  /// - Parameter neutral: the value of no effect: an end that is not it is not written as it.
  static func value(
    _ estimate: Double, _ interval: Interval?, decimals: Int? = nil, neutral: Double? = nil
  ) -> String {
    guard let interval else { return NumberText.significant(estimate, 6) }
    let numbers = [estimate, interval.low, interval.high]
    let texts: [String]
    if let decimals = decimals ?? Self.decimals(interval),
      let shown = shown(decimals, interval, neutral)
    {
      let isLarge = numbers.contains { $0.isFinite && $0.magnitude >= 1e7 } || shown > 6
      texts = numbers.map {
        isLarge || !$0.isFinite
          ? NumberText.significant($0, 4) : NumberText.fixed($0, decimals: shown)
      }
    } else {
      let digits = interval.low == interval.high ? 4 : 3
      texts = numbers.map { NumberText.significant($0, digits) }
    }
    return "\(texts[0]) [\(texts[1]), \(texts[2])]"
  }

  /// The same in a column of shares and ratios, where an interval without width is written with the digits
  /// of the others.
  static func share(
    _ estimate: Double, _ interval: Interval, decimals: Int?, neutral: Double? = nil
  ) -> String {
    guard interval.low == interval.high, estimate.isFinite else {
      return value(estimate, interval, decimals: decimals, neutral: neutral)
    }
    let texts = [estimate, interval.low, interval.high].map {
      NumberText.fixed($0, decimals: decimals ?? 2)
    }
    return "\(texts[0]) [\(texts[1]), \(texts[2])]"
  }

  /// The decimals for a column: as many as its narrowest interval asks for; nil if none does.
  static func decimals(forAll intervals: [Interval?]) -> Int? {
    intervals.compactMap { $0.flatMap(decimals) }.max()
  }

  /// The decimals that the width of `interval` asks for; nil if it has none, or no end.
  private static func decimals(_ interval: Interval) -> Int? {
    let width = interval.high - interval.low
    return width.isFinite && width > 0 ? NumberText.decimals(forWidth: width) : nil
  }

  /// As many decimals, or more where an end would look like no effect; nil where that takes too many.
  private static func shown(_ decimals: Int, _ interval: Interval, _ neutral: Double?) -> Int? {
    guard let neutral else { return decimals }
    return (decimals...max(decimals, 6)).first { decimals in
      let none = NumberText.fixed(neutral, decimals: decimals)
      return [interval.low, interval.high].allSatisfy { end in
        !end.isFinite || end == neutral || !Self.isSame(end, none, decimals)
      }
    }
  }

  private static func isSame(_ end: Double, _ text: String, _ decimals: Int) -> Bool {
    let shown = NumberText.fixed(end, decimals: decimals)
    return shown == text || shown == "−" + text
  }
}
