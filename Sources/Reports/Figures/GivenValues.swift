import Experiments
import Plotting
import Specs

extension HeatMapNumbers: GivenFigure {
  static var prefix: String { "heat-map" }
  /// So many cells can still be read as numbers.
  private static let mostTexts = 100

  private var found: [Double] { values.flatMap { $0 }.compactMap { $0 } }

  func content(_ spec: FigureSpec) -> HeatMap {
    let scale: Axis.Scale? = isLogarithmic.map { $0 ? .logarithmic : .linear }
    let numbers = values.flatMap { $0 }
    let texts = numbers.map { number in
      number.map { value in [3, 2].map { NumberText.significant(value, $0) } } ?? []
    }
    return HeatMap(
      columns: x, rows: y, values: numbers.map { $0 ?? .nan }, columnLabel: spec.x.label,
      rowLabel: spec.y.label,
      axis: Axis(
        label ?? "value", scale: scale ?? Axis.Scale(suiting: found + (limits ?? [])),
        lower: limits?.first, upper: limits?.last),
      texts: numbers.count <= Self.mostTexts ? texts : [])
  }

  func explanation(_ spec: FigureSpec) -> String {
    let what = label ?? "value"
    let failures = values.joined().count { $0 == nil }
    let names = (x: spec.x.label ?? "column", y: spec.y.label ?? "row")
    let ends = [("least", found.min()), ("greatest", found.max())].compactMap { word, number in
      number.flatMap { number in place(of: number).map { (word, number, $0) } }
    }
    let texts = ends.map { word, number, place in
      "\(word) \(NumberText.significant(number, 3)) (\(names.x) \(x[place.column]), \(names.y) "
        + "\(y[place.row]))"
    }
    return "\(what.prefix(1).uppercased() + what.dropFirst()) for each \(names.x) and \(names.y)"
      + (texts.isEmpty ? "." : ": " + texts.joined(separator: ", ") + ".")
      + (failures > 0 ? " Hatched: \(failures) that failed." : "") + textOfLimits
  }

  /// The first row with a number, and its column.
  private func place(of number: Double) -> (row: Int, column: Int)? {
    for (row, numbers) in values.enumerated() {
      if let column = numbers.firstIndex(of: number) { return (row, column) }
    }
    return nil
  }

  /// How many numbers lie beyond the limits of the colours.
  private var textOfLimits: String {
    guard let limits, limits.count == 2 else { return "" }
    let beyond = found.count { $0 < limits[0] || $0 > limits[1] }
    return " Colours reach from \(NumberText.significant(limits[0], 3)) to "
      + "\(NumberText.significant(limits[1], 3))"
      + (beyond > 0 ? "; \(beyond) numbers beyond have the colour of the end." : ".")
  }

  var table: CSVText {
    var table = CSVText(header: ["x", "y", "value"])
    for (name, row) in zip(y, values) {
      for (column, value) in zip(x, row) {
        table.append(column)
        table.append(name)
        table.append(value)
        table.endRow()
      }
    }
    return table
  }
}

extension ImportanceNumbers: GivenFigure {
  static var prefix: String { "importance" }

  func content(_ spec: FigureSpec) -> ImportanceBars {
    ImportanceBars(
      names.indices.map { index in
        .init(
          names[index], value: values[index], lower: intervals?[index].lowerBound,
          upper: intervals?[index].upperBound)
      }, x: Axis(spec.x, label: "importance"))
  }

  func explanation(_ spec: FigureSpec) -> String {
    let label = spec.x.label ?? "importance"
    let parts = zip(names, values).map { "\($0) \(NumberText.short($1))" }
    return "\(label.prefix(1).uppercased() + label.dropFirst()) of each: "
      + parts.joined(separator: ", ") + "." + (intervals == nil ? "" : " Lines: intervals.")
  }

  var table: CSVText {
    var table = CSVText(header: ["name", "value", "low", "high"])
    for index in names.indices {
      table.append(names[index])
      table.append(values[index])
      table.append(intervals?[index].lowerBound)
      table.append(intervals?[index].upperBound)
      table.endRow()
    }
    return table
  }
}

extension ParityNumbers: GivenFigure {
  static var prefix: String { "parity" }

  func content(_ spec: FigureSpec) -> ParityPlot {
    ParityPlot(
      [.init(measured: observed, predicted: predicted, style: SeriesStyle(index: 0))],
      x: Axis(spec.x, label: "observed"), yLabel: spec.y.label ?? "predicted")
  }

  func explanation(_ spec: FigureSpec) -> String {
    let squares = zip(observed, predicted).reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) }
    let error = (squares / Double(max(1, observed.count))).squareRoot()
    return "What was predicted against what was observed, \(observed.count) points; on the line "
      + "both are the same. Root mean square error \(NumberText.significant(error, 3))."
  }

  var table: CSVText {
    var table = CSVText(header: ["observed", "predicted"])
    for (one, other) in zip(observed, predicted) {
      table.append(one)
      table.append(other)
      table.endRow()
    }
    return table
  }
}
