import Analysis
import Kernels
import Statistics

/// Epochs to the targets.
struct TargetTable: TableContent {
  let name = "target"
  let summary = "epochs until the targets were reached, with what an arrival costs"

  let need = "'targets' of the problem, or a second optimizer whose losses set one"

  func isTelling(_ problem: ProblemComparison) -> Bool { !problem.tellingTargets.isEmpty }

  func table(_ problem: ProblemComparison, of comparison: Comparison, number: Int) -> Table {
    let isSingle = problem.seedCount == 1
    let targets = problem.targetsByDifficulty
    let isSeveral = targets.count > 1
    var rows: [[Table.Cell]] = []
    for target in targets {
      let quantity = Quantity.timeToTarget(target)
      let format = ColumnFormat(
        problem.contenders.compactMap { $0.summaries[quantity] }, isCount: true)
      for (position, contender) in problem.contenders.enumerated() {
        let goal: [Table.Cell] = isSeveral ? [[.text(problem.words(target).short)]] : []
        let optimizer = comparison.plan.optimizerCell(contender.name)
        guard let summary = contender.summaries[quantity] else {
          rows.append(
            goal + [optimizer, ["no runs"], []] as [Table.Cell]
              + (isSingle ? [] : [[], [], []]))
          continue
        }
        let arrivals = problem.targets[target]
        rows.append(
          goal + [
            optimizer,
            arrived(arrivals.arrived(position), summary.count),
            Table.Cell([.text(format.text(summary))], fields: summary.fields),
          ]
            + (isSingle
              ? []
              : [
                Table.Cell(
                  [.text(format.quartiles(summary))],
                  fields: [.number(summary.lowerQuartile), .number(summary.upperQuartile)]),
                Self.share(arrivals.staying[position], summary.count),
                cost(problem, position, target),
              ]))
      }
    }
    return Table(
      number: number, kind: name, subject: problem.name, caption: caption(problem, targets),
      columns: (isSeveral ? [Table.Column(["target"], isNumeric: true)] : []) + [
        Table.Column.optimizer,
        Table.Column(
          ["arrived"], isNumeric: true, fields: ["arrived", "runs", "arrived_low", "arrived_high"]),
        Table.Column(
          ["epochs"], isNumeric: true, fields: Table.Column.fields(ofMedians: "epochs")),
      ]
        + (isSingle
          ? []
          : [
            Table.Column(
              ["quartiles"], isNumeric: true, fields: ["epochs_q25", "epochs_q75"]),
            Table.Column(["there at the end"], isNumeric: true, fields: ["there_at_the_end"]),
            Table.Column(["epochs an arrival"], isNumeric: true, fields: ["epochs_an_arrival"]),
          ]),
      rows: rows)
  }

  private func cost(_ problem: ProblemComparison, _ contender: Int, _ target: Int) -> Table.Cell {
    let cost = problem.expectedRunningTime(of: contender, to: target) ?? .infinity
    return Table.Cell([.text(NumberText.significant(cost, 3))], fields: [.number(cost)])
  }

  /// How many arrived, with the interval of the share in percent where there are several runs.
  private func arrived(_ part: Int, _ whole: Int) -> Table.Cell {
    var cell = Self.share(part, whole)
    guard whole > 1, let interval = wilsonInterval(part, of: whole) else { return cell }
    let (low, high) = (100 * interval.low, 100 * interval.high)
    let ends = [low, high].map { NumberText.fixed($0, decimals: 0) }
    cell.text.append(.text(" (\(ends[0]) to \(ends[1]) %)"))
    cell.fields += [.number(interval.low), .number(interval.high)]
    return cell
  }

  private static func share(_ part: Int, _ whole: Int) -> Table.Cell {
    Table.Cell(
      [.text("\(part) of \(whole)")], fields: [.number(Double(part)), .number(Double(whole))])
  }

  private func caption(_ problem: ProblemComparison, _ targets: [Int]) -> [Inline] {
    let isSingle = problem.seedCount == 1
    let hardest = targets.last.map { problem.words($0) }
    let subject =
      targets.count == 1
      ? "Epochs to \(hardest?.noun ?? "the target") on " : "Epochs to the targets on "
    let meaning: String =
      if targets.count > 1, let hardest, case .share? = problem.targets.first?.goal {
        " Targets are parts of the way from the training loss at the start"
          + "\(hardest.noun.drop { $0 != "%" }.dropFirst(" of the way".count + 1))."
      } else if targets.count > 1 { " Targets are training losses." } else { "" }
    let further =
      isSingle
      ? ""
      : ", quartiles, how many are still there at the end, and what an arrival costs if runs that miss "
        + "the target are followed by others (all epochs spent, over the arrivals)"
    let exceptions = targets.map { problem.exceptions($0) }.first { !$0.isEmpty } ?? ""
    let gap = problem.widestGap
    let resolution =
      gap > 1
      ? " Epochs are those recorded, at most \(gap) apart, for which comparisons allow." : ""
    return [
      .text(subject), .emphasis([.text(problem.name)]),
      .text(
        ": \(problem.statistic)\(further).\(meaning)\(isSingle ? "" : " The share that arrived has its 95 % interval (Wilson).") A run that never got there, or diverged, counts as "
          + "∞.\(exceptions)\(resolution)"),
    ]
  }
}
