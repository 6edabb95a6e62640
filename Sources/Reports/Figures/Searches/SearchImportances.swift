import Experiments
import Kernels
import Plotting
import SpecLanguage
import Tuning

/// How much each hyperparameter mattered for being among the best tenth of the trials: a panel an optimizer.
struct SearchImportances: SearchFigure {
  /// The fewest best trials that the shares of an optimizer have to rest on to be shown.
  var leastTopCount = 0

  static var hasPanels: Bool { true }

  static func asked(of keys: Keys) -> SearchImportances? { SearchImportances() }

  var need: String {
    "'tuning' of two hyperparameters or more, and three trials that did not diverge and are not equally good"
  }

  func canShow(_ search: PlannedSearch, of plan: Plan) -> Bool { plan.keys(of: search).count > 1 }

  func drafts(_ problem: TunedProblem) -> [FigureDraft] {
    let weighed = problem.subjects.map { ($0, importance($0)) }
    let shown = weighed.compactMap { subject, importance in importance.map { (subject, $0) } }
      .filter { $1.topCount >= leastTopCount }
    guard !shown.isEmpty else { return [] }
    let contents = shown.map { subject, importance in
      ImportanceBars(
        zip(subject.keys, importance.shares).map { .init($0.label, value: $1) },
        title: problem.subjects.count > 1 ? subject.name : nil, x: axis(problem.scope.spec),
        style: subject.style)
    }
    let missing = weighed.filter { $1 == nil }.map(\.0.name)
    return [
      problem.with(shown.map(\.0)).draft(
        "importance", contents, columns: min(3, contents.count), legend: .none,
        subject: "Importance of hyperparameters",
        findings: [PictureWords.Finding(parts: shown.map(finding), separator: ". ")],
        explanation: explanation(problem, shown, missing: missing), table: table(problem, shown))
    ]
  }

  private func importance(_ subject: TunedSubject) -> PEDANOVA? {
    let trials = subject.trials
    return PEDANOVA(
      points: trials.map(\.point), values: trials.map(\.value), space: SearchSpace(subject.keys))
  }

  /// Shares, with their whole range in view.
  private func axis(_ spec: FigureSpec) -> Axis {
    var axis = Axis("share", lower: 0).overridden(by: spec.x)
    if spec.x.upper == nil { axis.upper = 1 }
    return axis
  }

  private func explanation(
    _ problem: TunedProblem, _ shown: [(TunedSubject, PEDANOVA)], missing: [String]
  ) -> String {
    let counts = shown.map { "\($1.topCount) of \($1.count) with \($0.name)" }
    let unsteady = shown.filter { $1.topCount < PEDANOVA.steadyTopCount }.map(\.0.name)
    let warning =
      unsteady.isEmpty
      ? ""
      : " Shares that rest on fewer than \(PEDANOVA.steadyTopCount) best trials are not steady, which are "
        + (unsteady.count == shown.count
          ? "all of these." : "those of \(unsteady.joined(separator: ", ")).")
    let absent =
      missing.isEmpty
      ? ""
      : " Nothing tells the best trials apart with \(missing.joined(separator: ", "))."
    return
      "Shares by PED-ANOVA (Watanabe, Bansal and Hutter 2023): how much each hyperparameter by itself sets the best "
      + "tenth of the trials apart from all that did not diverge, \(counts.joined(separator: ", ")). They add up "
      + "to 1 even where nothing matters, and hold within the ranges that were searched.\(warning)\(absent)"
      + problem.studiesWords
  }

  private func finding(_ shown: (subject: TunedSubject, importance: PEDANOVA)) -> String {
    let parts = zip(shown.subject.keys, shown.importance.shares).map {
      "\($0.label) \(NumberText.fixed($1, decimals: 2))"
    }
    return "\(shown.subject.name): \(parts.joined(separator: ", "))"
  }

  private func table(_ problem: TunedProblem, _ shown: [(TunedSubject, PEDANOVA)]) -> CSVText {
    var table = CSVText(
      header: ["problem", "optimizer", "hyperparameter", "share", "trials", "best_trials"])
    for (subject, importance) in shown {
      for (key, share) in zip(subject.keys, importance.shares) {
        table.append(problem.name)
        table.append(subject.name)
        table.append(key.name)
        table.append(share)
        table.append(importance.count)
        table.append(importance.topCount)
        table.endRow()
      }
    }
    return table
  }
}
