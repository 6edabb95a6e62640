/// How far the axis of a forest plot reaches: as far as its intervals do, but where a few of them are
/// many times as long as all others, only as far as these.
struct ForestReach {
  /// Values that must be in view.
  private(set) var including: [Double] = []
  /// Where the axis ends on a side on which an interval goes on; nil where all intervals are whole.
  private(set) var lower: Double?
  private(set) var upper: Double?

  /// Whether an estimate is marked: one beyond the axis, or without a number, is an arrow.
  func hasPlace(_ estimate: Double) -> Bool {
    estimate.isFinite && estimate >= lower ?? -.infinity && estimate <= upper ?? .infinity
  }

  /// An interval that many times as long as the next shorter one would crush it.
  private static let crush = 5.0

  /// The reach of effects from the value of none.
  init(_ effects: [ForestPlot.Effect], neutral: Double, scale: Axis.Scale) {
    let isLogarithmic = scale == .logarithmic
    func hasPlace(_ value: Double) -> Bool { value.isFinite && !(isLogarithmic && value <= 0) }
    // Distances from no effect, of ratios those of their logarithms.
    func distance(_ value: Double) -> Double {
      isLogarithmic
        ? abs(decimalLogarithm(value) - decimalLogarithm(neutral)) : abs(value - neutral)
    }
    let ends = effects.map { [$0.lower, $0.estimate, $0.upper].filter(hasPlace) }
    let lengths = ends.compactMap { $0.map(distance).max() }.filter { $0 > 0 }.sorted()
    var longest = Double.infinity
    for (length, next) in zip(lengths, lengths.dropFirst()) where next > Self.crush * length {
      // At least half of the intervals stay whole.
      if 2 * lengths.count(where: { $0 <= length }) >= lengths.count {
        longest = length
        break
      }
    }
    let kept = ends.joined().filter { distance($0) <= longest } + [neutral].filter(hasPlace)
    guard let least = kept.min(), let greatest = kept.max() else { return }
    if lengths.isEmpty {
      // Nothing to show, or nothing but "no effect": this stands in the middle.
      including = isLogarithmic ? [neutral / 2, neutral * 2] : [neutral - 1, neutral + 1]
      return
    }
    let room = isLogarithmic ? decimalLogarithm(greatest / least) : greatest - least
    // An eighth of the axis, in which arrows stand; without any length what the axis finds itself.
    func beyond(_ end: Double, _ sign: Double) -> Double {
      guard room > 0, room.isFinite else { return end }
      return isLogarithmic
        ? end * Self.power(greatest / least, sign) : end + sign * 0.125 * room
    }
    // An end without a place lies beyond the axis on its side.
    let isOpenBelow = effects.contains { effect in
      [effect.lower, effect.estimate].contains { !$0.isNaN && $0 < least }
    }
    let isOpenAbove = effects.contains { effect in
      [effect.upper, effect.estimate].contains { !$0.isNaN && $0 > greatest }
    }
    including = [
      isOpenBelow ? beyond(least, -1) : least, isOpenAbove ? beyond(greatest, 1) : greatest,
    ]
    guard longest < .infinity, room > 0, room.isFinite else { return }
    if isOpenBelow { lower = including[0] }
    if isOpenAbove { upper = including[1] }
  }

  /// The eighth root of a ratio, or one over it.
  private static func power(_ ratio: Double, _ sign: Double) -> Double {
    let root = ratio.squareRoot().squareRoot().squareRoot()
    return sign > 0 ? root : 1 / root
  }
}
