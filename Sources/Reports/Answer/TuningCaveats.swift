import Analysis
import Experiments
import Kernels
import Specs
import Tuning

/// What the searches for settings leave open, said unasked.
struct TuningCaveats {
  let comparison: Comparison

  var sentences: [[Inline]] { [edges, failed, slowed, untuned, budgets].compactMap { $0 } }

  private var plan: Plan { comparison.plan }
  private var chosen: [SearchResult] { comparison.results.searches.filter(\.isChosen) }

  private func place(_ result: SearchResult) -> [Inline] {
    let name: [Inline] = [.strong([.text(plan.optimizer(of: result.search).name)])]
    guard plan.problems.count > 1 else { return name }
    return name + [" on ", .emphasis([.text(plan.problems[result.search.problem].spec.name)])]
  }

  /// Searches whose best setting lies at an end of what was searched.
  private var edges: [Inline]? {
    let parts = chosen.compactMap { result -> [Inline]? in
      guard result.trials[result.best].value.isFinite else { return nil }
      let ends = zip(plan.keys(of: result.search), result.trials[result.best].point).compactMap {
        key, value in
        OptimumEdge(of: value, in: key.range).map { edge in
          "\(key.name) at the \(edge == .low ? "lower" : "upper") end of "
            + "\(NumberText.exact(key.range.low)) to \(NumberText.exact(key.range.high))"
        }
      }
      return ends.isEmpty
        ? nil : place(result) + [.text(" (\(ends.joined(separator: ", ")))")]
    }
    guard !parts.isEmpty else { return nil }
    return [
      "The best setting lies within 5 % of an end of its range, so the search is not finished, for "
    ]
      + Lists.shortened(parts, more: "others") + ["."]
  }

  /// Searches of which every trial diverged; of several studies the one that the results are from.
  private var failed: [Inline]? {
    let parts = chosen.filter { !$0.trials[$0.best].value.isFinite }.map(place)
    guard !parts.isEmpty else { return nil }
    let search =
      (plan.spec.tuning?.studies ?? 1) > 1 ? "the study that the results are from" : "the search"
    return [.text("Every trial of \(search) diverged, so nothing was tuned, for ")]
      + Lists.shortened(parts, more: "others") + ["."]
  }

  /// That searches which make a loss small may slow training down.
  private var slowed: [Inline]? {
    let parts = chosen.compactMap { result -> [Inline]? in
      let number = result.search.problem
      let problem = comparison.problems[number]
      let optimizer = plan.optimizer(of: result.search)
      guard let target = problem.answerTarget,
        let base = optimizer.tuned?.base,
        let tuned = problem.position(of: optimizer.name),
        let given = problem.position(of: plan.spec.optimizers[base].name),
        comparison.family[number, .timeToTarget(target), tuned, given]?.verdict == .worse
      else { return nil }
      return place(result)
    }
    guard !parts.isEmpty, let objective = plan.spec.tuning?.objective else { return nil }
    let isFunction = comparison.problems.allSatisfy { $0.problem.dataset == nil }
    let value =
      isFunction ? "the function’s value" : "the \(objective.rawValue.replacing("_", with: " "))"
    return [
      .text(
        "Searches made \(value) small, not the time to a target: clearly slower than as given "
          + "\(parts.count == 1 ? "is" : "are") ")
    ] + Lists.shortened(parts, more: "others") + ["."]
  }

  /// Optimizers that got no search while others did.
  private var untuned: [Inline]? {
    let rest = plan.untunedNames
    guard !rest.isEmpty else { return nil }
    return Lists.optimizers(rest)
      + [
        .text(
          " \(rest.count == 1 ? "was" : "were") not tuned, while others were: they compare with the rows of those as given."
        )
      ]
  }

  /// That searches chose how long to train.
  private var budgets: [Inline]? {
    let tuned = BudgetKey.allCases.filter { key in
      chosen.contains { plan.keys(of: $0.search).contains { $0.name == key.rawValue } }
    }
    guard !tuned.isEmpty else { return nil }
    let names = tuned.map { $0 == .epochs ? "epochs" : "batch sizes" }.joined(separator: " and ")
    return [
      .text(
        "Searches chose the \(names), too, so the optimizers did not all train with the same budget."
      )
    ]
  }
}
