import Diagnostics
import Experiments
import Kernels
import Plotting
import SpecLanguage
import Specs
import Tuning

/// The best value of each search on its tuning seeds against what its setting comes to on fresh seeds: a panel a
/// problem.
struct SearchParities: SearchFigure {
  static var hasPanels: Bool { true }

  static func asked(of keys: Keys) -> SearchParities? { SearchParities() }

  var need: String {
    "'tuning' on seeds of its own, and a problem that depends on the seed with a setting that did not diverge"
  }

  func canShow(_ search: PlannedSearch, of plan: Plan) -> Bool {
    plan.spec.tuning?.seeds != .shared && plan.problems[search.problem].dependsOnSeed
  }

  func drafts(_ problem: TunedProblem) -> [FigureDraft] { drafts([problem]) }

  func drafts(_ problems: [TunedProblem]) -> [FigureDraft] {
    let shown = problems.map { ($0, points($0)) }.filter { $1.contains(where: \.isDrawn) }
    guard let first = shown.first?.0 else { return [] }
    let contents = shown.map { problem, points in
      content(problem, points.filter(\.isDrawn), isAlone: shown.count == 1)
    }
    let all = shown.flatMap(\.1)
    let names = shown.map(\.0.name)
    let explanation = explanation(first, all)
    let subject =
      "The best value of each search on its tuning seeds and on the fresh seeds of the results on "
    let words = words(all, names, explanation)
    let look = first.scope.spec.look
    let figure = Figure(
      id: "", contents, columns: min(2, contents.count),
      style: look.figureStyle(narrow: contents.count == 1 ? 5.5 : nil), width: look.chosenWidth)
    return [
      FigureDraft(
        prefix: "parity", name: names.count == 1 ? names[0] : "",
        problem: shown.count == 1 ? first.problem : nil, figure: figure, words: words,
        caption: [.text(subject)] + .names(names) + [.text(". \(explanation)")],
        data: table(shown).bytes)
    ]
  }

  private func words(
    _ points: [JudgedSearch], _ names: [String], _ explanation: String
  ) -> PictureWords {
    let drawn = points.filter(\.isDrawn)
    let worse = drawn.count { $0.fresh > $0.tuned }
    return PictureWords(
      subject:
        "The best value of each search on its tuning seeds and on the fresh seeds of the results",
      problems: names,
      findings: [
        PictureWords.Finding(
          opening: "The setting does worse on the fresh seeds in ",
          parts: ["\(worse) of \(counted(drawn.count, "search", plural: "searches"))"])
      ], explanation: explanation)
  }

  private func points(_ problem: TunedProblem) -> [JudgedSearch] {
    problem.subjects.flatMap { subject in
      subject.studies.map { study in
        JudgedSearch(
          subject: subject, study: study.search.study,
          tuned: study.trials[study.best].value, fresh: study.judgedValue ?? .infinity)
      }
    }
  }

  private func content(
    _ problem: TunedProblem, _ points: [JudgedSearch], isAlone: Bool
  ) -> ParityPlot {
    let spec = problem.scope.spec
    let series = problem.subjects.compactMap { subject -> ParityPlot.Series? in
      let own = points.filter { $0.subject.name == subject.name }
      return own.isEmpty
        ? nil
        : ParityPlot.Series(
          subject.name, measured: own.map(\.tuned), predicted: own.map(\.fresh),
          style: subject.style)
    }
    return ParityPlot(
      series, title: isAlone ? nil : problem.name,
      x: Axis(
        spec.x, label: "\(problem.objective), tuning seeds",
        scale: Axis.Scale(suiting: points.flatMap { [$0.tuned, $0.fresh] })),
      yLabel: spec.y.label ?? "\(problem.objective), fresh seeds")
  }

  private func explanation(_ problem: TunedProblem, _ points: [JudgedSearch]) -> String {
    let drawn = points.filter(\.isDrawn)
    let worse = drawn.count { $0.fresh > $0.tuned }
    let missing = points.count - drawn.count
    let searches =
      drawn.count == 1
      ? "The one point is a search" : "Each point is one of \(drawn.count) searches"
    return
      "\(searches); on the line both values are the same, and above it the setting does worse on the fresh seeds, "
      + "none of which it was tuned on: \(worse) of \(drawn.count). Both values are medians of the "
      + "\(problem.objective) over their seeds."
      + (missing == 0
        ? ""
        : " Not drawn: \(counted(missing, "search", plural: "searches")) whose setting diverged.")
  }

  private func table(_ shown: [(TunedProblem, [JudgedSearch])]) -> CSVText {
    var table = CSVText(header: ["problem", "optimizer", "study", "tuned_value", "fresh_value"])
    for (problem, points) in shown {
      for point in points {
        table.append(problem.name)
        table.append(point.subject.name)
        table.append(point.study + 1)
        table.append(point.tuned)
        table.append(point.fresh)
        table.endRow()
      }
    }
    return table
  }
}

/// A search with what its best setting came to.
private struct JudgedSearch {
  let subject: TunedSubject
  let study: Int
  /// Its value on the tuning seeds.
  let tuned: Double
  /// Its value on the fresh seeds.
  let fresh: Double

  var isDrawn: Bool { tuned.isFinite && fresh.isFinite }
}
