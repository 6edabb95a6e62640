import Diagnostics
import Kernels
import Plotting
import SpecLanguage

/// Given observations against predictions.
struct ParityContent: GivenFigure {
  static let name = "parity"
  static let summary =
    "tuned values on fresh against tuning seeds, or given predictions against observations"
  static let options = FigureOptions.given(
    x: AxisChoice(name: "the x axis, whose scale and limits y shares"),
    y: .label(of: "the y axis"), isSquare: true)
  static let prefix = "parity"
  static let exampleValues = #"{ "observed": [1, 2, 3], "predicted": [1.1, 1.9, 3.2] }"#

  /// What was measured.
  var observed: [Double]
  /// What was predicted of each.
  var predicted: [Double]

  static let shape = Shape<ParityContent>.object("values") { keys in
    let observed = keys.required("observed", .list(of: .number(), "numbers"), "what was measured")
    let predicted = keys.required(
      "predicted", .list(of: .number(), "numbers"), "what was predicted of each")
    guard let observed, let predicted,
      keys.counts(predicted, "predicted", as: observed, "observed")
    else { return nil }
    return ParityContent(observed: observed, predicted: predicted)
  }

  func content(_ spec: FigureSpec) -> ParityPlot {
    ParityPlot(
      [.init(measured: observed, predicted: predicted, style: SeriesStyle(index: 0))],
      x: Axis(spec.x, label: "observed"), yLabel: spec.y.label ?? "predicted",
      notes: notes)
  }

  /// The sum of squared errors.
  private var squares: Double {
    zip(observed, predicted).reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) }
  }

  /// The root of the mean squared error.
  private var error: Double { (squares / Double(max(1, observed.count))).squareRoot() }

  /// The coefficient of determination, 1 − Σ (observed − predicted)² / Σ (observed − mean)²; nil where
  /// all observations are the same.
  private var determination: Double? {
    let mean = observed.reduce(0, +) / Double(max(1, observed.count))
    let spread = observed.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return spread > 0 ? 1 - squares / spread : nil
  }

  /// What stands in the panel.
  private var notes: [String] {
    ["RMSE \(NumberText.significant(error, 3))"]
      + (determination.map { ["R² \(NumberText.fixed($0, decimals: 2))"] } ?? [])
  }

  func words(_ spec: FigureSpec) -> PictureWords {
    PictureWords(
      subject: "What was predicted against what was observed",
      findings: [
        PictureWords.Finding(
          opening: "Over \(counted(observed.count, "point")) ",
          parts: ["the root mean square error is \(NumberText.significant(error, 3))"])
      ])
  }

  func explanation(_ spec: FigureSpec) -> String {
    let shared =
      determination.map { ", coefficient of determination R² \(NumberText.fixed($0, decimals: 2))" }
      ?? ""
    return
      "What was predicted against what was observed, \(counted(observed.count, "point")); on the line "
      + "both are the same. Root mean square error (RMSE) \(NumberText.significant(error, 3))\(shared)."
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
