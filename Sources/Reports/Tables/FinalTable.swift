import Analysis
import Kernels

/// Final losses, the metric and failures.
struct FinalTable: TableContent {
  let name = "final"
  let summary = "final losses, the test metric and failures, by optimizer"

  let need = "a problem"

  func isTelling(_ problem: ProblemComparison) -> Bool { true }

  func table(_ problem: ProblemComparison, of comparison: Comparison, number: Int) -> Table {
    let quantities = [Quantity.trainLoss, .validationLoss, .testMetric].filter { quantity in
      problem.contenders.contains { $0.summaries[quantity] != nil }
    }
    let formats = quantities.map { quantity in
      ColumnFormat(problem.contenders.compactMap { $0.summaries[quantity] })
    }
    let columns =
      [Table.Column.optimizer]
      + quantities.map {
        Table.Column(
          [.text($0.title(problem.problem.metric))], isNumeric: true,
          fields: Table.Column.fields(ofMedians: $0.rawValue))
      }
      + [Table.Column(["failures"], isNumeric: true, fields: ["failures", "runs"])]
    let rows = problem.contenders.map { optimizer -> [Table.Cell] in
      let cells = zip(quantities, formats).map { quantity, format -> Table.Cell in
        guard let summary = optimizer.summaries[quantity] else { return [] }
        return Table.Cell([.text(format.text(summary))], fields: summary.fields)
      }
      return [comparison.plan.optimizerCell(optimizer.name)] + cells + [failures(optimizer)]
    }
    return Table(
      number: number, kind: name, subject: problem.name,
      caption: [
        .text("Final figures on "), .emphasis([.text(problem.name)]),
        .text(
          ": \(problem.statistic). A failure is a run that diverged; it counts as the worst value."
        ),
        .text(stoppedNote(problem) + optimumNote(problem)),
      ],
      columns: columns, rows: rows)
  }

  private func failures(_ contender: ContenderResults) -> Table.Cell {
    let (failures, runs) = (contender.failures, contender.runs.count)
    return Table.Cell(
      [.text(runs == 0 ? "no runs" : "\(failures) of \(runs)")],
      fields: [.number(Double(failures)), .number(Double(runs))])
  }

  /// What the test says of the parameters that training is on the way to.
  private func optimumNote(_ problem: ProblemComparison) -> String {
    guard let optimal = problem.optimalMetric, let metric = problem.problem.metric else {
      return ""
    }
    let value = problem.seedCount == 1 ? "the test" : "the median test"
    return " Where the training loss is least, \(value) \(metric.phrase) is "
      + "\(NumberText.significant(optimal, 5))."
  }

  private func stoppedNote(_ problem: ProblemComparison) -> String {
    let stopped = problem.contenders.map(\.stopped).reduce(0, +)
    guard stopped > 0 else { return "" }
    let all = problem.contenders.map(\.runs.count).reduce(0, +)
    return " Early stopping ended \(stopped) of \(all) runs; figures are those of the last epoch."
  }
}
