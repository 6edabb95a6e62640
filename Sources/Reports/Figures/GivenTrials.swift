import Experiments
import Plotting
import Specs

extension SearchNumbers: GivenFigure {
  static var prefix: String { "search" }
  static var legend: LegendPolicy { .automatic }

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

  func explanation(_ spec: FigureSpec) -> String {
    let found = values.compactMap { $0 }
    let failures = values.count - found.count
    let label = spec.y.label ?? "objective"
    guard let last = best.last, let trial = values.firstIndex(of: last) else {
      return "All \(values.count) trials failed."
    }
    return "\(label.prefix(1).uppercased() + label.dropFirst()) of each of \(values.count) trials "
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

extension ParallelNumbers: GivenFigure {
  static var prefix: String { "trials" }
  static var screenWidth: Double? { nil }

  func content(_ spec: FigureSpec) -> ParallelCoordinates {
    let settings = axes.map { axis in
      Plotting.Axis(axis.name, scale: axis.isLogarithmic ? .logarithmic : .linear)
    }
    let last = Plotting.Axis(
      spec.y, label: "objective", scale: Plotting.Axis.Scale(suiting: objective))
    return ParallelCoordinates(
      axes: settings + [last], trials: zip(rows, objective).map { $0 + [$1] },
      isLowerBetter: better == .lower)
  }

  func explanation(_ spec: FigureSpec) -> String {
    let best = objective.reduce(objective.first ?? 0) { better.best($0, $1) }
    let settings = objective.firstIndex(of: best).map { index in
      zip(axes, rows[index]).map { "\($0.name) \(NumberText.short($1))" }
    }
    return "Each of \(rows.count) trials is a curve through its settings that ends at its "
      + "\(spec.y.label ?? "objective"), whose value gives the colour; better ones lie over worse. The "
      + "best, \(NumberText.significant(best, 3)), has "
      + (settings ?? []).joined(separator: ", ") + "."
  }

  var table: CSVText {
    var table = CSVText(header: axes.map(\.name) + ["objective"])
    for (row, value) in zip(rows, objective) {
      for number in row + [value] { table.append(number) }
      table.endRow()
    }
    return table
  }
}
