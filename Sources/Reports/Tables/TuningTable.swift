import Analysis
import Experiments
import Kernels
import Tuning

/// What the searches on a problem cost and found.
struct TuningTable: TableContent {
  let name = "tuning"
  let summary = "what each search cost and found, and how that held on fresh seeds"

  let need = "'tuning'"

  func isTelling(_ problem: ProblemComparison) -> Bool {
    problem.contenders.contains { $0.contender.isTuned }
  }

  func table(_ problem: ProblemComparison, of comparison: Comparison, number: Int) -> Table {
    let plan = comparison.plan
    let searches = comparison.results.searches.filter {
      plan.problems[$0.search.problem].spec.name == problem.name
    }
    let isShared = plan.spec.tuning?.seeds == .shared
    return Table(
      number: number, kind: name, subject: problem.name, caption: caption(problem, plan, searches),
      columns: [
        Table.Column(["optimizer"]),
        Table.Column(["trials"], isNumeric: true, fields: ["trials", "diverged_trials"]),
        Table.Column(["best setting"]),
        Table.Column(
          [isShared ? "best trial" : "tuning seeds"], isNumeric: true, fields: ["tuned_value"]),
        Table.Column(
          [isShared ? "final run" : "fresh seeds"], isNumeric: true, fields: ["fresh_value"]),
        Table.Column(["ratio"], isNumeric: true, fields: ["optimism"]),
        Table.Column(["gradients, search"], isNumeric: true, fields: ["gradient_evaluations"]),
        Table.Column(["one run"], isNumeric: true, fields: ["gradient_evaluations_of_a_run"]),
      ],
      rows: searches.map { row($0, problem, plan) })
  }

  private func row(
    _ result: SearchResult, _ problem: ProblemComparison, _ plan: Plan
  ) -> [Table.Cell] {
    let best = result.trials[result.best]
    let failures = result.trials.count { $0.value == .infinity }
    let ratio = Self.ratio(of: result)
    let run = best.outcomes.map(\.gradientEvaluations).max() ?? 0
    return [
      Table.Cell([.text(name(of: result, plan))]),
      Table.Cell(
        [.text("\(result.trials.count)\(failures == 0 ? "" : ", \(failures) diverged")")],
        fields: [.number(Double(result.trials.count)), .number(Double(failures))]),
      Table.Cell([.text(setting(best, plan.keys(of: result.search)))]),
      Table.Cell([.text(Self.text(best.value))], fields: [.number(best.value)]),
      Table.Cell(
        [.text(result.judgedValue.map(Self.text) ?? "")], fields: [.number(result.judgedValue)]),
      Table.Cell(
        [.text(ratio.map { "× \(NumberText.significant($0, 3))" } ?? "none")],
        fields: [.number(ratio)]),
      Table.Cell(
        [.text(NumberText.short(Double(result.gradientEvaluations), digits: 3))],
        fields: [.number(Double(result.gradientEvaluations))]),
      Table.Cell(
        [.text(NumberText.short(Double(run), digits: 3))], fields: [.number(Double(run))]),
    ]
  }

  /// The optimizer, and of several studies which one, and whether its setting is the one of the results.
  private func name(of result: SearchResult, _ plan: Plan) -> String {
    let name = plan.optimizer(of: result.search).name
    guard (plan.spec.tuning?.studies ?? 1) > 1 else { return name }
    return "\(name), study \(result.search.study + 1)\(result.isChosen ? ", shown" : "")"
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value, 4) }

  /// The value on fresh seeds over that on tuning seeds; nil where a ratio says nothing.
  private static func ratio(of result: SearchResult) -> Double? {
    let tuned = result.trials[result.best].value
    guard let fresh = result.judgedValue, tuned > 0, tuned.isFinite, fresh.isFinite else {
      return nil
    }
    return fresh / tuned
  }

  /// The values that the best trial tried; what lies at the end of its range is marked. Where every trial diverged
  /// none is best, and those are the first one's.
  private func setting(_ best: Trial, _ keys: [SearchKey]) -> String {
    let isBest = best.value.isFinite
    let values = zip(keys, best.point).map { key, value in
      let text = key.range.isInteger ? NumberText.exact(value) : NumberText.short(value, digits: 4)
      let isEdge = isBest && OptimumEdge(of: value, in: key.range) != nil
      return "\(key.name) \(text)\(isEdge ? " (edge)" : "")"
    }.joined(separator: ", ")
    return isBest ? values : "none; the first: \(values)"
  }

  private func caption(
    _ problem: ProblemComparison, _ plan: Plan, _ searches: [SearchResult]
  ) -> [Inline] {
    let objective = plan.spec.tuning?.objective.rawValue.replacing("_", with: " ") ?? ""
    let value = problem.problem.dataset == nil ? "the function’s value" : "the \(objective)"
    let count = plan.tuningSeeds(of: searches.first?.search.problem ?? 0).count
    let seeds: String
    var notes = ""
    if plan.spec.tuning?.seeds == .shared {
      seeds =
        "\(value) of the best trial and of the final run, which draw from the one stream of the script, "
        + "and their ratio"
    } else if !problem.problem.dependsOnSeed {
      seeds = "\(value) there, twice the same since nothing depends on the seed"
    } else {
      let tuned = count == 1 ? "the tuning seed" : "the \(count) tuning seeds"
      seeds =
        "the median of \(value) over \(tuned) and over the \(problem.seedCount) seeds of the results, "
        + "none of which was tuned on, and their ratio"
      notes +=
        " The ratio mixes the optimism of tuning, which raises it, with how hard the problem is with either "
        + "seeds: below 1 those of the results are easier."
    }
    if count > 1, searches.contains(where: { $0.trials.contains { $0.value == .infinity } }) {
      notes += " A trial diverged where at least half of its runs did."
    }
    return [
      .text("Searches on "), .emphasis([.text(problem.name)]),
      .text(
        ": the trials, the best setting, \(seeds); the gradients of single examples that all trials took, "
          + "and those of one run with the best setting. (edge): within 5 % of an end of its range.\(notes)"
      ),
    ]
  }
}
