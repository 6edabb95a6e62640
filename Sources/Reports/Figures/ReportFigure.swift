import Plotting

/// A figure of a report with what is said of it and the numbers it draws.
struct ReportFigure {
  /// The name of its files, without ending.
  let id: String
  /// The position of the problem that it belongs to; nil for one of the optimizers alone.
  let problem: Int?
  /// What is drawn.
  let figure: Figure
  /// The pixels per inch of its PNG; nil for the usual ones.
  let resolution: Double?
  /// What text in its SVG is made of.
  let svgText: SVGTextForm
  /// What it shows, which statistic, which band, how many seeds, how many failures.
  let caption: [Inline]
  /// The numbers that it draws, as CSV; of long curves some (`ThinnedRows`).
  let data: [UInt8]
  /// What the spec asks of it in vain, as far as that is known before texts are measured.
  let faults: [FigureFault]
  /// What the spec says of it.
  let spec: FigureSpec

  /// The block that shows it.
  ///
  /// - Parameter words: what the author says of it instead; nil for nothing.
  func block(number: Int, formats: [FigureFormat], caption words: [Inline]? = nil) -> Block {
    .figure(
      FigureReference(
        number: number, id: id, formats: formats.map(\.rawValue),
        hasDarkVersion: darkFigure != nil, alternativeText: figure.alternativeText,
        caption: words ?? caption))
  }

  /// The same for a dark page, where the style is that of a light one.
  var darkFigure: Figure? {
    guard figure.style.name == FigureStyle.screen.name else { return nil }
    var dark = figure
    dark.style = figure.style.darkened
    // Inlined in one page, the two must not share their ids.
    dark.id = figure.id + "-dark"
    return dark
  }
}

/// Names for files made from names of problems, which can be in any script.
struct FileNames {
  private var taken: Set<String> = []
  /// The first number that may still be free, by the name before it: thousands may share one.
  private var next: [String: Int] = [:]

  /// `prefix` and the letters of `name` that are safe in every file system and address, with a
  /// number where that would be empty or has been given out.
  mutating func unique(prefix: String, name: String) -> String {
    let letters = name.lowercased().unicodeScalars.map { scalar -> Character in
      let isSafe = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
      return isSafe ? Character(scalar) : "-"
    }
    let words = String(letters).split(separator: "-").joined(separator: "-").prefix(64)
    let base = words.isEmpty ? prefix : "\(prefix)-\(words)"
    if taken.insert(base).inserted { return base }
    var number = next[base] ?? 2
    while !taken.insert("\(base)-\(number)").inserted { number += 1 }
    next[base] = number + 1
    return "\(base)-\(number)"
  }
}
