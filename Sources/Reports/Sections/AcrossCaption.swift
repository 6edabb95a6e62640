import Analysis

/// What stands over the table of all problems: what is computed, from what, and what was left out.
struct AcrossCaption {
  let across: AcrossProblems

  init(_ across: AcrossProblems) { self.across = across }

  private var sample: AcrossSample { across.sample }

  var inlines: [Inline] {
    let reference: [Inline] = [.strong([.text(sample.contenders[across.effects.reference])])]
    let who: [Inline] = [.text(across.baselineTests == nil ? ", \(standing), " : " ")]
    return ["By the epochs to the target of each problem, on "]
      + .names(sample.problems.map(\.name))
      + [
        .text(
          ". Mean rank of the median times, 1 is best\(shared). ▲ clearly better, ▼ clearly worse: over "
            + "problems and rivals, of the comparisons of the answer.\(adjusted) Against ")
      ] + reference + who
      + [
        .text(
          "the geometric mean of the ratios of the median times, 1 where neither has one, and the "
            + "probability that a run is faster than one on the same problem. Score: the interquartile mean over all runs of the "
            + "shortest median time over a run’s time, at most 1, and 0 for a run that never arrived. Area "
            + "under the performance profile from factor 1 to 4 (AlgoPerf’s score). Brackets are 95 % "
            + "intervals, one by one, over resamples of the problems and of the seeds within each; "
            + "verdicts come from the tests alone.")
      ] + left("Without a time that compares: ", sample.untimed, Lists.problems)
      + left("Not on all of the problems, and left out: ", sample.absent, Lists.optimizers)
  }

  /// Why the others are compared with the reference: not for its place in the spec.
  private var standing: String {
    let ranks = across.ranks.means
    let best = ranks.count { $0 == ranks[across.effects.reference] }
    return best == 1 ? "which ranks best" : "the first of \(best) that rank best"
  }

  private var shared: String {
    sample.sources.count < sample.problems.count
      ? "; problems on the same rows count once, by the mean of their ranks" : ""
  }

  private var adjusted: String {
    across.baselineTests == nil
      ? "" : " Adjusted p: Wilcoxon’s signed-rank test across problems, with Holm’s adjustment."
  }

  private func left(
    _ words: String, _ names: [String], _ list: ([String]) -> [Inline]
  ) -> [Inline] {
    names.isEmpty ? [] : [.text(" " + words)] + list(names) + ["."]
  }
}
