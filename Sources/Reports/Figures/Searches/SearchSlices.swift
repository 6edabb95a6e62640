import Analysis
import Experiments
import Kernels
import Plotting
import SpecLanguage
import Tuning

/// The value of every trial against each hyperparameter: a panel a key, a colour an optimizer.
struct SliceContent: FigureContent, SearchFigure {
  static let name = "slices"
  static let summary =
    "the value of each trial against each tuned hyperparameter, failures on a rail"
  static let options = FigureOptions(x: .nothing, hasPanels: true)

  /// The fewest trials of an optimizer that are shown.
  var leastCount = 1

  static func asked(of keys: Keys) -> SliceContent? { SliceContent() }

  func lack(_ plan: Plan, _ spec: FigureSpec) -> FigureLack? {
    lack(plan, spec, kind: Self.name, other: "")
  }

  func drafts(_ problem: TunedProblem) -> [FigureDraft] {
    problem.with(problem.subjects.filter { $0.trials.count >= leastCount }).parts.map(draft)
  }

  private func draft(_ problem: TunedProblem) -> FigureDraft {
    let keys = keys(problem)
    let contents = keys.map { content(problem, key: $0) }
    let several = keys.count > 1 ? ", a panel for each" : ""
    let others =
      problem.subjects.contains { $0.keys.count > 1 } ? "; the other hyperparameters vary too" : ""
    let colours = problem.subjects.count > 1 ? " A colour and a marker for each optimizer." : ""
    return problem.draft(
      "slices", contents, columns: min(3, contents.count), sharesY: true,
      legend: problem.subjects.count > 1 ? .automatic : .none,
      subject:
        "Sensitivity to \(keys.count == 1 ? keys[0].replacing("_", with: " ") : "each hyperparameter")",
      findings: [
        PictureWords.Finding(
          parts: problem.subjects.bestFirst.map { "The best with \($0.name): \($0.bestWords)" },
          separator: ". ")
      ],
      explanation:
        "Every trial at the value that it tried\(several)\(others). The largest "
        + "mark of a colour is its best trial.\(colours) \(problem.valueWords)\(problem.studiesWords) "
        + problem.outcastWords(("stands", "stand"), "on the rail on top"),
      table: table(problem, keys))
  }

  /// The hyperparameters that some optimizer is tuned over, in the order of the first that has each.
  private func keys(_ problem: TunedProblem) -> [String] {
    var known: Set<String> = []
    return problem.subjects.flatMap(\.keys).map(\.name).filter { known.insert($0).inserted }
  }

  private func content(_ problem: TunedProblem, key: String) -> TrialSlice {
    let series = problem.subjects.compactMap { subject -> TrialSlice.Series? in
      guard let position = subject.position(of: key) else { return nil }
      let trials = subject.trials
      return TrialSlice.Series(
        subject.name, settings: trials.map { $0.point[position] },
        values: trials.map { problem.window.place($0.value) },
        best: subject.best.flatMap { trials.firstIndex(of: $0) }, style: subject.style)
    }
    let ranges = problem.subjects.flatMap(\.keys).filter { $0.name == key }
    return TrialSlice(
      series, x: axis(ranges), y: problem.valueAxis, railLabel: problem.railLabel)
  }

  /// One axis for all ranges of a hyperparameter, logarithmic where all are.
  private func axis(_ keys: [SearchKey]) -> Axis {
    var axis = keys[0].axis
    for other in keys.map(\.axis) {
      axis.including += other.including
      if other.scale == .linear { axis.scale = .linear }
      axis.isWhole = axis.isWhole && other.isWhole
    }
    return axis
  }

  private func table(_ problem: TunedProblem, _ keys: [String]) -> CSVText {
    problem.table(keys + ["value"]) { subject, study in
      let places = keys.map(subject.position)
      return study.trials.map { trial in
        places.map { place in place.map { trial.point[$0] } } + [trial.value]
      }
    }
  }
}
