import Analysis
import Experiments
import Kernels
import Tuning

/// What the searches on a problem cost and found.
struct TuningTable: TableContent {
  let name = "tuning"
  let summary = "what each search cost and found, and how that held on fresh seeds"

  let need = "'tuning'"

  /// The share of a range next to its ends in which an optimum is said to lie at the edge.
  private static let edge = 0.05

  func isTelling(_ problem: ProblemComparison) -> Bool {
    problem.contenders.contains { $0.contender.isTuned }
  }

  func table(_ problem: ProblemComparison, of comparison: Comparison, number: Int) -> Table {
    let plan = comparison.plan
    let searches = comparison.results.searches.filter {
      plan.problems[$0.search.problem].spec.name == problem.name
    }
    let isSeveral = (plan.spec.tuning?.studies ?? 1) > 1
    let rows = searches.map { result -> [Table.Cell] in
      let best = result.trials[result.best]
      let gap = (result.judgedValue ?? .nan) / best.value
      let failures = result.trials.count { $0.value == .infinity }
      let diverged = failures == 0 ? "" : ", \(failures) diverged"
      let study = isSeveral ? ", study \(result.search.study + 1)" : ""
      return [
        Table.Cell([
          .text(
            plan.optimizer(of: result.search).name + study
              + (isSeveral && result.isChosen ? " (shown)" : ""))
        ]),
        Table.Cell(
          [.text("\(result.trials.count)\(diverged)")],
          fields: [.number(Double(result.trials.count)), .number(Double(failures))]),
        Table.Cell([.text(setting(best, plan.keys(of: result.search)))]),
        Table.Cell(
          [.text(NumberText.significant(best.value, 4))], fields: [.number(best.value)]),
        Table.Cell(
          [.text(result.judgedValue.map { NumberText.significant($0, 4) } ?? "")],
          fields: [.number(result.judgedValue)]),
        Table.Cell(
          [.text(gap.isFinite ? "× \(NumberText.significant(gap, 3))" : "none")],
          fields: [.number(gap.isFinite ? gap : nil)]),
        Table.Cell(
          [.text(NumberText.significant(Double(result.gradientEvaluations), 3))],
          fields: [.number(Double(result.gradientEvaluations))]),
      ]
    }
    return Table(
      number: number, kind: name, subject: problem.name, caption: caption(problem, plan, searches),
      columns: [
        Table.Column(["optimizer"]),
        Table.Column(["trials"], isNumeric: true, fields: ["trials", "diverged_trials"]),
        Table.Column(["best setting"]),
        Table.Column(["tuning seeds"], isNumeric: true, fields: ["tuned_value"]),
        Table.Column(["fresh seeds"], isNumeric: true, fields: ["fresh_value"]),
        Table.Column(["fresh / tuned"], isNumeric: true, fields: ["optimism"]),
        Table.Column(["gradients of tuning"], isNumeric: true, fields: ["gradient_evaluations"]),
      ],
      rows: rows)
  }

  /// The values that a trial tried; what lies at the end of its range is marked.
  private func setting(_ trial: Trial, _ keys: [SearchKey]) -> String {
    zip(keys, trial.point).map { key, value in
      let share = key.range.share(of: value)
      let isEdge = share < Self.edge || share > 1 - Self.edge
      return "\(key.name) \(NumberText.significant(value, 4))\(isEdge ? " (edge)" : "")"
    }.joined(separator: ", ")
  }

  private func caption(
    _ problem: ProblemComparison, _ plan: Plan, _ searches: [SearchResult]
  ) -> [Inline] {
    let objective = plan.spec.tuning?.objective.rawValue.replacing("_", with: " ") ?? ""
    let value = problem.problem.dataset == nil ? "the function's value" : "the \(objective)"
    let isFresh = plan.spec.tuning?.seeds != .shared
    let count = plan.tuningSeeds(of: searches.first?.search.problem ?? 0).count
    let seeds =
      isFresh
      ? "the median of \(value) over \(count == 1 ? "the one tuning seed" : "the \(count) tuning seeds"), and over the fresh seeds of the results, none of which was tuned on; their ratio is the optimism of tuning"
      : "\(value) of the best trial and of the final run, which draw from the one stream of the script"
    return [
      .text("Searches on "), .emphasis([.text(problem.name)]),
      .text(
        ": trials, the best setting, \(seeds); and the gradients of single examples that all trials took. "
          + "A setting within 5 % of an end of its range is at the edge: that search is not finished."
      ),
    ]
  }
}
