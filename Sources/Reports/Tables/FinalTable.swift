import Analysis

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
      number: number, kind: name, subject: problem.name,
      caption: [
        .text("Final figures on "), .emphasis([.text(problem.name)]),
        .text(
          ": \(problem.statistic). A failure is a run that diverged; it counts as the worst value."
        ),
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
}
