import Diagnostics
import Kernels
import Plotting
import SpecLanguage

/// Given importances, as bars.
struct ImportanceContent: GivenFigure {
  static let name = "importance"
  static let summary = "how much each tuned hyperparameter mattered, or given importances, as bars"
  // Bars on a logarithmic axis would begin nowhere.
  static let options = FigureOptions.given(
    x: AxisChoice(hasScale: false), y: .nothing, hasPlaces: false)
  static let prefix = "importance"
  static let exampleValues = #"{ "names": ["learning_rate", "momentum"], "values": [0.8, 0.2] }"#

  /// What the bars are the importance of, without repeats.
  var names: [String]
  /// The importance of each.
  var values: [Double]
  /// Intervals of the values, as many, their lower ends not above their upper ends; nil for none.
  var intervals: [ClosedRange<Double>]?

  static let shape = Shape<ImportanceContent>.object("values") { keys in
    let names = keys.required(
      "names", Shape<[String]>.list(of: .label, "names").unique(), "what the bars are of")
    let values = keys.required("values", .list(of: .number(), "numbers"), "length of each bar")
    let low = keys.optional(
      "low", .list(of: .number(), "numbers"), "lower ends of the intervals; then 'high' too")
    let high = keys.optional(
      "high", .list(of: .number(), "numbers"), "upper ends of the intervals; then 'low' too")
    for (end, other) in [("low", "high"), ("high", "low")] where keys.has(end) && !keys.has(other) {
      keys.fault(at: end, "'\(end)' has no '\(other)' beside it", "give both ends, or neither")
      return nil
    }
    guard let names, let values, keys.counts(values, "values", as: names, "names")
    else { return nil }
    guard keys.has("low") else {
      return ImportanceContent(names: names, values: values, intervals: nil)
    }
    guard let low, let high, keys.counts(low, "low", as: names, "names"),
      keys.counts(high, "high", as: names, "names")
    else { return nil }
    var intervals: [ClosedRange<Double>] = []
    for index in names.indices {
      guard low[index] <= high[index] else {
        keys.fault(
          at: "low", element: index,
          "the interval of \(names[index].quoted) has its lower end above its upper end",
          "exchange the two")
        return nil
      }
      intervals.append(low[index]...high[index])
    }
    return ImportanceContent(names: names, values: values, intervals: intervals)
  }

  func content(_ spec: FigureSpec) -> ImportanceBars {
    ImportanceBars(
      names.indices.map { index in
        .init(
          names[index], value: values[index], lower: intervals?[index].lowerBound,
          upper: intervals?[index].upperBound)
      }, x: Axis(spec.x, label: "importance"))
  }

  func words(_ spec: FigureSpec) -> PictureWords {
    let label = spec.x.label ?? "importance"
    let order = names.indices.sorted { (-values[$0], $0) < (-values[$1], $1) }
    return PictureWords(
      subject: "\(label.prefix(1).uppercased() + label.dropFirst()) of each",
      findings: [
        PictureWords.Finding(
          opening: "The greatest first: ",
          parts: order.map { "\(names[$0]) \(NumberText.short(values[$0]))" }, separator: ", ")
      ])
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
