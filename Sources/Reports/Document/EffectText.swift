import Statistics

/// How an estimate and its interval are written.
enum EffectText {
  /// `0.81 [0.77, 0.86]`, with as many decimals as the interval's width asks for; the estimate alone
  /// without an interval.
  static func value(_ estimate: Double, _ interval: Interval?) -> String {
    guard let interval else { return NumberText.significant(estimate, 6) }
    let width = interval.high - interval.low
    guard width.isFinite, width > 0, estimate.isFinite else {
      let digits = width == 0 ? 4 : 3
      let ends = [interval.low, interval.high].map { NumberText.significant($0, digits) }
      return "\(NumberText.significant(estimate, digits)) [\(ends[0]), \(ends[1])]"
    }
    let largest = max(estimate.magnitude, interval.low.magnitude, interval.high.magnitude)
    let decimals = NumberText.decimals(forWidth: width)
    if largest >= 1e7 || decimals > 6 {
      let ends = [interval.low, interval.high].map { NumberText.significant($0, 4) }
      return "\(NumberText.significant(estimate, 4)) [\(ends[0]), \(ends[1])]"
    }
    let texts = [estimate, interval.low, interval.high].map {
      NumberText.fixed($0, decimals: decimals)
    }
    return "\(texts[0]) [\(texts[1]), \(texts[2])]"
  }
}
