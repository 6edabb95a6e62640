import Diagnostics
import Kernels
import Plotting
import SpecLanguage

/// Given trials: their settings and what came of them.
struct ParallelContent: GivenFigure {
  static let name = "parallel_coordinates"
  static let summary = "trials of a search, or given ones, one axis a hyperparameter"
  static let options = FigureOptions.given(
    x: .nothing, y: AxisChoice(name: "the last axis, the objective's"), hasPlaces: false)
  static let prefix = "trials"
  static var screenWidth: Double? { nil }
  static let exampleValues =
    #"{ "axes": ["momentum", "batch"], "rows": [[0, 16], [0.9, 32]], "objective": [0.3, 0.2] }"#

  /// The axis of one setting.
  struct Setting: Hashable, Sendable {
    /// What is set.
    var name: String
    /// How numbers map to places; on a logarithmic axis every one is above 0.
    var scale: Axis.Scale
  }

  /// The axes, from left to right.
  var axes: [Setting]
  /// A row for each trial with a number for each axis.
  var rows: [[Double]]
  /// What came of each trial.
  var objective: [Double]
  /// Which objective is the best.
  var better: BetterEnd

  static let shape = Shape<ParallelContent>.object("values") { keys in
    let axes = keys.required(
      "axes", .list(of: Setting.shape, "names or axes"), "settings, from left to right")
    let rows = keys.required(
      "rows", .list(of: .list(of: .number(), "numbers"), "rows of numbers"),
      "a row for each trial with a number for each axis")
    let objective = keys.required(
      "objective", .list(of: .number(), "numbers"), "what came of each trial")
    let better = BetterEnd.asked(of: keys)
    guard let axes, let rows, let objective, let better,
      keys.counts(objective, "objective", as: rows, "rows"),
      keys.rowCounts(rows, "rows", as: axes, "axes")
    else { return nil }
    for (index, axis) in axes.enumerated() where axis.scale == .logarithmic {
      guard keys.areAboveZero(rows.map { $0[index] }, "rows") else { return nil }
    }
    return ParallelContent(axes: axes, rows: rows, objective: objective, better: better)
  }

  func content(_ spec: FigureSpec) -> ParallelCoordinates {
    let settings = axes.map { Axis($0.name, scale: $0.scale) }
    let last = Axis(spec.y, label: "objective", scale: Axis.Scale(suiting: objective))
    return ParallelCoordinates(
      axes: settings + [last], trials: zip(rows, objective).map { $0 + [$1] },
      isLowerBetter: better == .lower)
  }

  func words(_ spec: FigureSpec) -> PictureWords {
    let best = objective.reduce(objective.first ?? 0) { better.best($0, $1) }
    let settings = objective.firstIndex(of: best).map { index in
      zip(axes, rows[index]).map { "\($0.name) \(NumberText.short($1))" }
    }
    return PictureWords(
      subject: "\(counted(rows.count, "trial")) as curves through their settings",
      findings: [
        PictureWords.Finding(
          opening: "The best, \(NumberText.significant(best, 3)), has ", parts: settings ?? [],
          separator: ", ")
      ])
  }

  func explanation(_ spec: FigureSpec) -> String {
    let best = objective.reduce(objective.first ?? 0) { better.best($0, $1) }
    let settings = objective.firstIndex(of: best).map { index in
      zip(axes, rows[index]).map { "\($0.name) \(NumberText.short($1))" }
    }
    return
      "Each of \(counted(rows.count, "trial")) is a curve through its settings that ends at its "
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

extension ParallelContent.Setting {
  /// A name, or an object with a name and a scale.
  fileprivate static let shape = Shape<ParallelContent.Setting>.either(
    Shape<String>.label.map { ParallelContent.Setting(name: $0, scale: .linear) },
    .object("axis") { keys in
      let name = keys.required("name", .label, "what is set")
      let scale: Axis.Scale? = keys.optional(
        "scale", .choice(), default: "linear", "scale of the axis")
      guard let name, let scale else { return nil }
      return ParallelContent.Setting(name: name, scale: scale)
    })
}
