import Diagnostics
import Kernels
import Plotting
import SpecLanguage

/// Given numbers for every pair of two settings, as colours.
struct HeatMapContent: GivenFigure {
  static let name = "heat_map"
  static let summary =
    "values of a grid search, or given numbers, by two hyperparameters, as colours"
  static let options = FigureOptions.given(
    x: .label(of: "the columns"), y: .label(of: "the rows"),
    hasPlaces: false)
  static let prefix = "heat-map"
  /// Of the hatched cells alone.
  static var legend: LegendPolicy { .below }
  /// So many cells can still be read as numbers.
  private static let mostTexts = 100
  static let exampleValues =
    #"{ "x": [0.1, 1], "y": [16, 32], "values": [[0.3, 0.2], [0.4, "failed"]] }"#

  /// The names of the columns, from left to right, without repeats.
  var x: [String]
  /// The names of the rows, from bottom to top, without repeats.
  var y: [String]
  /// A row for each of `y` with a number for each of `x`; nil where it failed.
  var values: [[Double?]]
  /// What the numbers are.
  var label: String?
  /// How numbers map to colours; nil: found from the numbers.
  var scale: Axis.Scale?
  /// The numbers of the first and the last colour, which those beyond have too; nil: the least and the
  /// greatest.
  var limits: [Double]?
  /// What hatched cells are.
  var failure = "failed"

  static let shape = Shape<HeatMapContent>.object("values") { keys in
    let x = keys.required("x", GridPlace.list, "settings of the columns, from left to right")
    let y = keys.required("y", GridPlace.list, "settings of the rows, from bottom to top")
    let values = keys.required(
      "values", .list(of: .list(of: .outcome, "numbers"), "rows of numbers"),
      "a row for each of 'y' with a number for each of 'x'")
    let label = keys.optional("label", .label, "what the numbers are")
    let scale: Axis.Scale? = keys.optional("scale", .choice(), "scale of the colours")
    let limits = keys.optional(
      "limits", .risingPair(of: .number()), "numbers of the first and the last colour")
    guard let x, let y, let values, keys.counts(values, "values", as: y, "y"),
      keys.rowCounts(values, "values", as: x, "x")
    else { return nil }
    if scale == .logarithmic {
      guard keys.areAboveZero(values.flatMap { $0 }.compactMap { $0 }, "values"),
        keys.areAboveZero(limits ?? [], "limits")
      else { return nil }
    }
    return HeatMapContent(
      x: x, y: y, values: values, label: label, scale: scale, limits: limits)
  }

  var hasGivenColors: Bool { limits != nil }

  private var found: [Double] { values.flatMap { $0 }.compactMap { $0 } }

  func content(_ spec: FigureSpec) -> HeatMap {
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
      texts: numbers.count <= Self.mostTexts ? texts : [], missingName: failure)
  }

  /// "Value for each column and row".
  private func subject(_ spec: FigureSpec) -> String {
    let what = label ?? "value"
    return
      "\(what.prefix(1).uppercased() + what.dropFirst()) for each \(spec.x.label ?? "column") and "
      + (spec.y.label ?? "row")
  }

  /// "least 0.2 (column 1, row 16)", and the greatest.
  private func ends(_ spec: FigureSpec) -> [String] {
    let ends = [("least", found.min()), ("greatest", found.max())]
    return ends.compactMap { word, number in
      guard let number, let place = place(of: number) else { return nil }
      return "\(word) \(NumberText.significant(number, 3)) (\(spec.x.label ?? "column") "
        + "\(x[place.column]), \(spec.y.label ?? "row") \(y[place.row]))"
    }
  }

  func words(_ spec: FigureSpec) -> PictureWords {
    let ends = ends(spec)
    return PictureWords(
      subject: subject(spec),
      findings: ends.isEmpty
        ? []
        : [PictureWords.Finding(opening: "Seen: ", parts: ends, separator: ", ", countsRest: false)]
    )
  }

  func explanation(_ spec: FigureSpec) -> String {
    let failures = values.joined().count { $0 == nil }
    let ends = ends(spec)
    return subject(spec) + (ends.isEmpty ? "." : ": " + ends.joined(separator: ", ") + ".")
      + (failures > 0 ? " Hatched: \(failures) that failed." : "") + textOfLimits
  }

  /// The first row with a number, and its column.
  private func place(of number: Double) -> (row: Int, column: Int)? {
    for (row, numbers) in values.enumerated() {
      if let column = numbers.firstIndex(of: number) { return (row, column) }
    }
    return nil
  }

  /// What the first and the last colour are; how many numbers lie beyond is said of every figure.
  private var textOfLimits: String {
    guard let limits, limits.count == 2 else { return "" }
    return " Colours reach from \(NumberText.significant(limits[0], 3)) to "
      + "\(NumberText.significant(limits[1], 3))."
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

/// A setting that names a column or a row of a heat map.
private enum GridPlace {
  /// Texts and numbers, without repeats.
  static let list = Shape<[String]>.list(
    of: .either(.label, Shape<Double>.number().map { NumberText.exact($0) }),
    "texts or numbers"
  ).unique()
}
