import Analysis
import Plotting
import SpecLanguage
import Statistics

extension ShareStep {
  /// The columns of steps in a table, after the abscissa.
  static func columns(hasIntervals: Bool) -> [String] {
    ["share"] + (hasIntervals ? ["low", "high"] : [])
  }

  /// Asks whether shares have intervals, nil to decide by their number, and for their level.
  static func askedIntervals(of keys: Keys) -> (hasIntervals: Bool?, level: Double) {
    let hasIntervals = keys.optional(
      "intervals", .flag,
      "whether each share has its interval; by default up to 5 curves of 30 runs or more, or "
        + "where a level is given")
    let level = BandLevel.asked(of: keys, "level of the intervals; by default 0.95")
    if hasIntervals == false, level != nil {
      keys.fault(
        at: "level", "'level' says nothing where 'intervals' is false", "leave one of them out")
    }
    return (hasIntervals ?? (level == nil ? nil : true), level ?? BandLevel.usual)
  }

  /// Whether shares of `total` runs have intervals when a spec says nothing of it: where they are
  /// not so wide, nor so many, that the curves vanish in them.
  static func hasIntervals(curves: Int, of total: Int) -> Bool { curves <= 5 && total >= 30 }

  /// What a caption says of the bands.
  ///
  /// - Parameter curves: how many of them a panel shows.
  static func explanation(_ level: Double, curves: Int) -> String {
    let what = BandForm(curves: curves) == .filled ? "Bands" : "Whiskers at a few places"
    return "\(what): Wilson intervals at \(BandLevel.words(level)), each for its own place."
  }
}

extension [ShareStep] {
  /// The curve of these steps for `total` runs.
  func curve(
    _ name: String, of total: Int, hasIntervals: Bool, level: Double = BandLevel.usual,
    style: SeriesStyle
  ) -> Profile.Curve {
    let intervals =
      hasIntervals ? compactMap { wilsonInterval($0.count, of: total, level: level) } : []
    return Profile.Curve(
      name, x: map(\.place), share: map { Double($0.count) / Double(total) },
      lower: intervals.map(\.low), upper: intervals.map(\.high), style: style,
      endNote: last.map { "\($0.count) of \(total)" })
  }
}

extension Profile.Curve {
  /// Appends a row for each step: `beginning`, then abscissa, share and interval.
  ///
  /// - Parameters:
  ///   - hasIntervals: whether the table has columns for intervals, empty where there is none.
  ///   - wide: an interval for each step that is not drawn; empty for none.
  func append(
    to table: inout CSVText, beginning: [String], hasIntervals: Bool, wide: [Interval] = []
  ) {
    for index in x.indices {
      for text in beginning { table.append(text) }
      table.append(x[index])
      table.append(share[index])
      if hasIntervals {
        table.append(lower.isEmpty ? nil : lower[index])
        table.append(upper.isEmpty ? nil : upper[index])
      }
      if wide.indices.contains(index) {
        table.append(wide[index].low)
        table.append(wide[index].high)
      }
      table.endRow()
    }
  }
}
