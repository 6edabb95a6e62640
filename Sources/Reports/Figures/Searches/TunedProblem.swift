import Analysis
import Experiments
import Plotting
import Tuning

/// The searches on one problem that a figure shows, an optimizer at a time.
struct TunedProblem {
  let scope: FigureScope
  /// The problem's position.
  let problem: Int
  /// The optimizers that were tuned on it, at least one.
  let subjects: [TunedSubject]
  /// Which values it shows in their place.
  let window: ValueWindow

  /// All problems that a figure shows and on which it has a search to show.
  static func all(_ scope: FigureScope, isShown: (PlannedSearch) -> Bool) -> [TunedProblem] {
    let comparison = scope.comparison
    return (scope.spec.problems ?? Array(comparison.problems.indices)).compactMap { problem in
      let results = comparison.results.searches.filter {
        $0.search.problem == problem && scope.spec.shows($0.search, of: comparison.plan)
          && isShown($0.search)
      }
      let subjects = TunedSubject.all(results, scope)
      let values = subjects.flatMap(\.trials).map(\.value)
      return subjects.isEmpty
        ? nil
        : TunedProblem(
          scope: scope, problem: problem, subjects: subjects,
          window: ValueWindow(values, scope.spec.y))
    }
  }

  /// Its name.
  var name: String { plan.problems[problem].spec.name }

  var plan: Plan { scope.comparison.plan }

  /// All trials of all optimizers.
  var trials: [Trial] { subjects.flatMap(\.trials) }

  /// How many studies each optimizer has.
  var studyCount: Int { plan.spec.tuning?.studies ?? 1 }

  /// How many trials have a value off the scale.
  var offScaleCount: Int { trials.count { $0.value.isFinite && !window.holds($0.value) } }

  /// The axis of the values of trials.
  var valueAxis: Axis { Axis(scope.spec.y, label: objective, scale: window.scale) }

  /// What the rail is called on which trials without a place stand.
  var railLabel: String { offScaleCount == 0 ? "diverged" : "off scale" }

  /// The numbers of a figure that draws every trial, one row each.
  ///
  /// - Parameters:
  ///   - columns: what each row holds beside its problem, optimizer, study and trial, both from 1.
  ///   - rows: that of each trial of a study; nil for a number that there is not.
  func table(
    _ columns: [String], rows: (_ subject: TunedSubject, _ study: SearchResult) -> [[Double?]]
  ) -> CSVText {
    var table = CSVText(header: ["problem", "optimizer", "study", "trial"] + columns)
    for subject in subjects {
      for study in subject.studies {
        for (trial, row) in rows(subject, study).enumerated() {
          table.append(name)
          table.append(subject.name)
          table.append(study.search.study + 1)
          table.append(trial + 1)
          for number in row { table.append(number) }
          table.endRow()
        }
      }
    }
    return table
  }

  /// The same with some of its optimizers.
  func with(_ subjects: [TunedSubject]) -> TunedProblem {
    TunedProblem(scope: scope, problem: problem, subjects: subjects, window: window)
  }

  /// The same in parts of at most as many optimizers as go into one figure, as even as possible.
  var parts: [TunedProblem] {
    let count = (subjects.count + scope.mostCurves - 1) / scope.mostCurves
    return (0..<count).map { part in
      with(
        Array(
          subjects[part * subjects.count / count..<(part + 1) * subjects.count / count]))
    }
  }
}

/// One tuned optimizer on one problem: its studies with their trials.
struct TunedSubject {
  /// The name of the tuned form, as it stands in every table.
  let name: String
  /// Its look.
  let style: SeriesStyle
  /// What was searched for.
  let keys: [SearchKey]
  /// Its studies, at least one.
  let studies: [SearchResult]

  /// The trials of all studies, study by study.
  var trials: [Trial] { studies.flatMap(\.trials) }

  /// How many of them diverged.
  var divergedCount: Int { trials.count { !$0.value.isFinite } }

  /// The best trial of all studies, of several the first; nil where all diverged.
  var best: Trial? {
    trials.filter { $0.value.isFinite }.min { $0.value < $1.value }
  }

  /// The position of a hyperparameter in every trial's point; nil for one that was not searched for.
  func position(of key: String) -> Int? { keys.firstIndex { $0.name == key } }

  /// The optimizers of some searches on one problem, in the order of the spec.
  static func all(_ results: [SearchResult], _ scope: FigureScope) -> [TunedSubject] {
    let plan = scope.comparison.plan
    return Dictionary(grouping: results, by: \.search.contender)
      .sorted { $0.key < $1.key }.map { _, studies in
        let name = plan.optimizer(of: studies[0].search).name
        return TunedSubject(
          name: name, style: scope.style(name), keys: plan.keys(of: studies[0].search),
          studies: studies)
      }
  }
}
