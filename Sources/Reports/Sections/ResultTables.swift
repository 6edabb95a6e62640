import Analysis
import Kernels
import Models
import Statistics

/// The tables of a problem: the final figures and the time to target.
struct ResultTables {
  let comparison: Comparison

  // MARK: Final figures

  /// Final losses, the metric and failures.
  func final(_ problem: ProblemComparison, number: Int) -> Table {
    let quantities = [Quantity.trainLoss, .validationLoss, .testMetric].filter { quantity in
      problem.contenders.contains { $0.summaries[quantity] != nil }
    }
    let formats = quantities.map { quantity in
      ColumnFormat(problem.contenders.compactMap { $0.summaries[quantity] })
    }
    let columns =
      [Table.Column(["optimizer"])]
      + quantities.map {
        Table.Column([.text($0.title(problem.problem.metric))], isNumeric: true)
      }
      + [Table.Column(["failures"], isNumeric: true)]
    let rows = problem.contenders.map { optimizer -> [[Inline]] in
      let cells = zip(quantities, formats).map { quantity, format -> [Inline] in
        guard let summary = optimizer.summaries[quantity] else { return [] }
        return [.text(format.text(summary))]
      }
      return [[.text(optimizer.name)]] + cells
        + [[.text(failures(optimizer))]]
    }
    return Table(
      number: number,
      caption: [
        .text("Final figures on "), .emphasis([.text(problem.name)]),
        .text(": \(statistic). A failure is a run that diverged; it counts as the worst value."),
        .text(stoppedNote(problem)),
      ],
      columns: columns, rows: rows)
  }

  private func failures(_ contender: ContenderResults) -> String {
    contender.runs.isEmpty ? "no runs" : "\(contender.failures) of \(contender.runs.count)"
  }

  private func stoppedNote(_ problem: ProblemComparison) -> String {
    let stopped = problem.contenders.map(\.stopped).reduce(0, +)
    guard stopped > 0 else { return "" }
    let all = problem.contenders.map(\.runs.count).reduce(0, +)
    return " Early stopping ended \(stopped) of \(all) runs; figures are those of the last epoch."
  }

  private var statistic: String {
    let seeds = comparison.seedCount
    if seeds == 1 { return "the values of the one seed" }
    if seeds < MedianBootstrap.fewestValues {
      return "median over \(seeds) seeds, too few for an interval"
    }
    return "median over \(seeds) seeds with its 95 % bootstrap interval"
  }

  // MARK: Time to target

  /// Epochs to the target.
  func target(_ problem: ProblemComparison, number: Int) -> Table {
    let isSeveral = problem.targets.count > 1
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
            goal + [[.text(contender.name)], ["no runs"], [], []] + (isSingle ? [] : [[]]))
          continue
        }
        rows.append(
          goal + [
            [.text(contender.name)],
            [.text("\(summary.count - summary.failures) of \(summary.count)")],
            [.text(format.text(summary))],
          ] + (isSingle ? [] : [[.text(format.quartiles(summary))]])
            + [[.text(ratios[index])]])
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
          ": \(statistic), \(isSingle ? "" : "quartiles, ")and the ratio to the fastest optimizer"
            + "\(ratioInterval). A run that never got there counts as ∞."
            + "\(exceptions(problem)) \(resolution(problem))"),
      ],
      columns: goalColumn + [
        Table.Column(["optimizer"]), Table.Column(["reached"], isNumeric: true),
        Table.Column(["epochs"], isNumeric: true),
      ] + (isSingle ? [] : [Table.Column(["quartiles"], isNumeric: true)]) + [
        Table.Column(["× the fastest"], isNumeric: true)
      ],
      rows: rows)
  }

  private func exceptions(_ problem: ProblemComparison) -> String {
    problem.targets.map(\.exceptions).first { !$0.isEmpty } ?? ""
  }

  private var isSingle: Bool { comparison.seedCount == 1 }

  private var ratioInterval: String {
    if isSingle { return "" }
    return comparison.seedCount < MedianBootstrap.fewestValues
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

extension Quantity {
  /// Its name in a table's head.
  func title(_ metric: Metric?) -> String {
    switch self {
    case .trainLoss: "training loss"
    case .trainMetric: "training \(metric?.phrase ?? "metric")"
    case .validationMetric: "validation \(metric?.phrase ?? "metric")"
    case .testMetric: "test \(metric?.phrase ?? "metric")"
    case .timeToTarget: "epochs to target"
    default: rawValue.replacing("_", with: " ")
    }
  }
}

extension Metric {
  /// Its name in running text.
  var phrase: String {
    switch self {
    case .rootMeanSquareError: "RMSE"
    case .accuracy: "accuracy"
    }
  }
}

extension Goal {
  /// The goal in a table cell.
  var shortPhrase: String {
    switch self {
    case .timesBest(let factor): "\(NumberText.significant(factor, 3)) × best"
    case .loss(let loss): shortestDecimal(loss)
    }
  }
}
