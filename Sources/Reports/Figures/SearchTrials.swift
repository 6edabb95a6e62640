import Diagnostics
import Kernels
import Plotting
import SpecLanguage

/// Given trials of a search, with the best so far.
struct SearchContent: GivenFigure {
  static let name = "search_history"
  static let summary = "trials of each search, or given ones, with the best so far"
  static let options = FigureOptions.given(hasLegend: true)
  static let prefix = "search"
  static var legend: LegendPolicy { .automatic }
  static let exampleValues = #"{ "values": [0.5, "failed", 0.3] }"#

  /// The objectives in the order of the trials; nil for a trial that failed.
  var values: [Double?]
  /// Which objective is the best.
  var better: BetterEnd

  static let shape = Shape<SearchContent>.object("values") { keys in
    let values = keys.required(
      "values", .list(of: .outcome, "numbers or \"failed\""), "objective of each trial, in order")
    let better = BetterEnd.asked(of: keys)
    guard let values, let better else { return nil }
    return SearchContent(values: values, better: better)
  }

  /// The best objective so far after each trial; NaN before the first that did not fail.
  private var best: [Double] {
    var best: Double?
    return values.map { value in
      if let value { best = best.map { better.best($0, value) } ?? value }
      return best ?? .nan
    }
  }

  func content(_ spec: FigureSpec) -> SearchHistory {
    SearchHistory(
      [
        .init(
          "best so far", objectives: values.map { $0 ?? .nan }, best: best,
          style: SeriesStyle(index: 0))
      ],
      x: Axis(spec.x, label: "trial", isWhole: true),
      y: Axis(
        spec.y, label: "objective", scale: Axis.Scale(suiting: values.compactMap { $0 })))
  }

  func words(_ spec: FigureSpec) -> PictureWords {
    let label = spec.y.label ?? "objective"
    var words = PictureWords(
      subject: "\(label.prefix(1).uppercased() + label.dropFirst()) of each of "
        + "\(counted(values.count, "trial")) and the best so far")
    if let last = best.last, let trial = values.firstIndex(of: last) {
      words.findings = [
        PictureWords.Finding(
          parts: ["The best, \(NumberText.significant(last, 3)), is that of trial \(trial + 1)"])
      ]
    }
    return words
  }

  func explanation(_ spec: FigureSpec) -> String {
    let found = values.compactMap { $0 }
    let failures = values.count - found.count
    let label = spec.y.label ?? "objective"
    guard let last = best.last, let trial = values.firstIndex(of: last) else {
      return values.count == 1 ? "The one trial failed." : "All \(values.count) trials failed."
    }
    return
      "\(label.prefix(1).uppercased() + label.dropFirst()) of each of \(counted(values.count, "trial")) "
      + "(points, \(NumberText.range(found))) and the best so far (line), "
      + "\(NumberText.significant(last, 3)) since trial \(trial + 1)."
      + (failures > 0 ? " The rail on top shows \(failures) that failed." : "")
  }

  var table: CSVText {
    var table = CSVText(header: ["trial", "objective", "best"])
    for (index, value) in values.enumerated() {
      table.append(index + 1)
      table.append(value)
      table.append(best[index].isNaN ? nil : best[index])
      table.endRow()
    }
    return table
  }
}
