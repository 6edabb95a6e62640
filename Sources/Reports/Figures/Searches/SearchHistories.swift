import Experiments
import Kernels
import Plotting
import SpecLanguage
import Tuning

/// The value of every trial of each search, with the best so far: a panel for each optimizer.
struct SearchHistories: SearchFigure {
  /// The fewest trials of an optimizer that are shown.
  var leastCount = 1
  /// Whether searches are shown whose order is fixed, so that it tells nothing.
  var showsGrids = true

  static var hasPanels: Bool { true }

  static func asked(of keys: Keys) -> SearchHistories? { SearchHistories() }

  func canShow(_ search: PlannedSearch, of plan: Plan) -> Bool {
    showsGrids || plan.spec.tuning?.sampler.kind.name != SamplerKind.grid.name
  }

  func drafts(_ problem: TunedProblem) -> [FigureDraft] {
    problem.with(problem.subjects.filter { $0.trials.count >= leastCount }).parts.map(draft)
  }

  private func draft(_ problem: TunedProblem) -> FigureDraft {
    let spec = problem.scope.spec
    var x = Axis(spec.x, label: "trial", isWhole: true)
    // Trials count from 1: no tick at 0.
    x.lower = x.lower ?? 0.5
    let contents = problem.subjects.map { subject in
      // Faint ones lie below.
      let studies = subject.studies.filter { !$0.isChosen } + subject.studies.filter(\.isChosen)
      return SearchHistory(
        studies.map { search($0, subject, problem.window) },
        title: problem.subjects.count > 1 ? subject.name : nil,
        x: x, y: problem.valueAxis, railLabel: problem.railLabel)
    }
    return problem.draft(
      "search", contents, columns: contents.count == 4 ? 2 : min(3, contents.count), sharesX: true,
      sharesY: true,
      legend: contents.count == 1 ? .automatic : .none, subject: "Search history",
      findings: findings(problem), explanation: explanation(problem),
      table: table(problem))
  }

  private func search(
    _ study: SearchResult, _ subject: TunedSubject, _ window: ValueWindow
  ) -> SearchHistory.Search {
    var style = subject.style
    // Dashes would be taken for gaps of a line with steps; each panel has one colour.
    style.dash = .solid
    return SearchHistory.Search(
      subject.name, objectives: study.trials.map { window.place($0.value) },
      best: study.bestSoFar.map(window.place), style: style,
      isFaint: !study.isChosen)
  }

  private func explanation(_ problem: TunedProblem) -> String {
    let panels = problem.subjects.count > 1 ? ", a panel for each optimizer" : ""
    let studies =
      problem.studyCount == 1
      ? ""
      : " Of \(problem.studyCount) studies the one that the results are from stands out; the others are faint."
    return
      "The value of each trial (points) and the best so far (line)\(panels). \(problem.valueWords)\(studies) "
      + problem.outcastWords(("stands", "stand"), "on the rail on top")
  }

  /// One sentence a search, that of the best first.
  private func findings(_ problem: TunedProblem) -> [PictureWords.Finding] {
    [
      PictureWords.Finding(
        parts: problem.subjects.bestFirst.map(finding), separator: ". ")
    ]
  }

  private func finding(_ subject: TunedSubject) -> String {
    guard let study = subject.studies.first(where: \.isChosen), subject.best != nil else {
      return "\(subject.name): all trials diverged"
    }
    let best = study.trials[study.best].value
    guard best.isFinite else { return "\(subject.name): all trials diverged" }
    let values = study.trials.map(\.value).filter(\.isFinite)
    return
      "\(subject.name): values \(NumberText.range(values)), the best since trial \(study.best + 1) of "
      + "\(study.trials.count)"
  }

  private func table(_ problem: TunedProblem) -> CSVText {
    problem.table(["value", "best"]) { _, study in
      zip(study.trials, study.bestSoFar).map { [$0.value, $1] }
    }
  }
}

extension SearchResult {
  /// The least value so far after each trial; ∞ before the first that did not diverge.
  var bestSoFar: [Double] {
    var best = Double.infinity
    return trials.map { trial in
      if trial.value < best { best = trial.value }
      return best
    }
  }
}
