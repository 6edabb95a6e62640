import Analysis
import Plotting
import SpecLanguage
import Statistics

extension ShareStep {
  /// The columns of steps in a table, after the abscissa.
  static func columns(hasIntervals: Bool) -> [String] {
    ["share"] + (hasIntervals ? ["low", "high"] : [])
  }

  /// Asks whether shares have intervals; nil to decide by their number.
  static func askedIntervals(of keys: Keys) -> Bool? {
    keys.optional(
      "intervals", .flag,
      "whether each share has its interval at 95 %; by default up to 5 curves of 30 runs or more")
  }

  /// Whether shares of `total` runs have intervals when a spec says nothing of it: where they are
  /// not so wide, nor so many, that the curves vanish in them.
  static func hasIntervals(curves: Int, of total: Int) -> Bool { curves <= 5 && total >= 30 }

  /// What a caption says of the bands.
  ///
  /// - Parameter curves: how many of them a panel shows.
  static func explanation(curves: Int) -> String {
    let what = BandForm(curves: curves) == .filled ? "Bands" : "Whiskers at a few places"
    return "\(what): Wilson intervals at 95 %, each for its own place."
  }
}

extension [ShareStep] {
  /// The curve of these steps for `total` runs.
  func curve(
    _ name: String, of total: Int, hasIntervals: Bool, style: SeriesStyle
  ) -> Profile.Curve {
    let intervals = hasIntervals ? compactMap { wilsonInterval($0.count, of: total) } : []
    return Profile.Curve(
      name, x: map(\.place), share: map { Double($0.count) / Double(total) },
      lower: intervals.map(\.low), upper: intervals.map(\.high), style: style,
      endNote: last.map { "\($0.count) of \(total)" })
  }
}

extension Profile.Curve {
  /// Appends a row for each step: `beginning`, then abscissa, share and interval.
  func append(to table: inout CSVText, beginning: [String]) {
    for index in x.indices {
      for text in beginning { table.append(text) }
      table.append(x[index])
      table.append(share[index])
      if !lower.isEmpty {
        table.append(lower[index])
        table.append(upper[index])
      }
      table.endRow()
    }
  }
}
