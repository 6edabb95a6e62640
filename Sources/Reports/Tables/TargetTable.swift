import Analysis
import Statistics

/// Epochs to the targets.
struct TargetTable: TableContent {
  let name = "target"
  let summary = "epochs until the targets were reached, with ratios to the fastest optimizer"

  let need = "'targets' of the problem, or a second optimizer whose losses set one"

  func isTelling(_ problem: ProblemComparison) -> Bool { !problem.tellingTargets.isEmpty }

  func table(_ problem: ProblemComparison, of comparison: Comparison, number: Int) -> Table {
    let isSingle = comparison.seedCount == 1
    let isSeveral = problem.targets.count > 1
    let isContest = !problem.isUncontested
    var rows: [[[Inline]]] = []
    for (targetIndex, target) in problem.targets.enumerated() {
      let quantity = Quantity.timeToTarget(targetIndex)
      let fastest = problem.best(by: quantity)
      let format = ColumnFormat(
        problem.contenders.compactMap { $0.summaries[quantity] }, isCount: true)
      let ratios = ratios(problem, quantity, to: fastest)
      for (index, contender) in problem.contenders.enumerated() {
        let goal: [[Inline]] = isSeveral ? [[.text(target.goal.shortPhrase)]] : []
        guard let summary = contender.summaries[quantity] else {
          rows.append(
            goal + [[.text(contender.name)], ["no runs"], []] + (isSingle ? [] : [[]])
              + (isContest ? [[]] : []))
          continue
        }
        rows.append(
          goal + [
            [.text(contender.name)],
            [.text("\(summary.count - summary.failures) of \(summary.count)")],
            [.text(format.text(summary))],
          ] + (isSingle ? [] : [[.text(format.quartiles(summary))]])
            + (isContest ? [[.text(ratios[index])]] : []))
      }
    }
    let goalColumn = isSeveral ? [Table.Column(["loss"], isNumeric: true)] : []
    let goal = isSeveral ? "a training loss" : problem.targets.first?.goal.phrase ?? ""
    return Table(
      number: number,
      caption: [
        .text("Epochs until the training loss reached \(goal) on "),
        .emphasis([.text(problem.name)]),
        .text(
          ": \(comparison.statistic)\(further(isSingle, isContest))"
            + "\(isContest ? ratioInterval(comparison.seedCount) : ""). "
            + "A run that never got there counts as ∞."
            + "\(exceptions(problem)) \(resolution(problem))"),
      ],
      columns: goalColumn + [
        Table.Column(["optimizer"]), Table.Column(["reached"], isNumeric: true),
        Table.Column(["epochs"], isNumeric: true),
      ] + (isSingle ? [] : [Table.Column(["quartiles"], isNumeric: true)])
        + (isContest ? [Table.Column(["× the fastest"], isNumeric: true)] : []),
      rows: rows)
  }

  /// What stands in the cells besides the statistic.
  private func further(_ isSingle: Bool, _ isContest: Bool) -> String {
    switch (isSingle, isContest) {
    case (true, true): ", and the ratio to the fastest optimizer"
    case (true, false): ""
    case (false, true): ", quartiles, and the ratio to the fastest optimizer"
    case (false, false): ", and quartiles"
    }
  }

  private func exceptions(_ problem: ProblemComparison) -> String {
    problem.targets.map(\.exceptions).first { !$0.isEmpty } ?? ""
  }

  private func ratioInterval(_ seedCount: Int) -> String {
    if seedCount == 1 { return "" }
    return seedCount < MedianBootstrap.fewestValues
      ? ", paired by seed" : ", paired by seed, with an interval that holds for all pairs at 95 %"
  }

  /// The optimizers' epochs in multiples of the fastest one's, with the same decimals in all.
  private func ratios(
    _ problem: ProblemComparison, _ quantity: Quantity, to fastest: Int?
  ) -> [String] {
    let effects = problem.contenders.indices.map { index in
      fastest.flatMap { fastest in
        problem.ratio(quantity, of: index, to: fastest)
      }
    }
    let others = effects.indices.filter { $0 != fastest }
    let decimals = EffectText.decimals(forAll: others.map { effects[$0]?.interval })
    return effects.enumerated().map { index, effect in
      guard let effect else { return "" }
      if index == fastest { return "1" }
      return EffectText.value(effect.median, effect.interval, decimals: decimals)
    }
  }

  /// How finely the epochs are known.
  private func resolution(_ problem: ProblemComparison) -> String {
    let gap = problem.widestGap
    return gap > 1
      ? "Epochs are those recorded, at most \(gap) apart, for which intervals of ratios allow." : ""
  }
}
