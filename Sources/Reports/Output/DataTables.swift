import Analysis
import Experiments
import Specs
import Statistics
import Training

/// The tables under `data/`: every number that the report is made from.
struct DataTables: Sendable {
  let comparison: Comparison

  private var plan: Plan { comparison.plan }

  /// One row a recorded epoch of a run, in parts of some runs each where there are many: the one thing in a
  /// report that may not fit into memory.
  ///
  /// - Parameters:
  ///   - most: how many points are put into memory as text all together, which they need twice: to be digested
  ///     and to be written.
  ///   - size: how many points a part has otherwise, unless one run has more.
  func curves(inMemory most: Int = 1 << 19, part size: Int = 1 << 14) -> ReportFile.Content {
    let header = CSVText(header: [
      "problem", "optimizer", "seed", "epoch", "step", "train_loss", "validation_loss",
    ]).bytes
    let results = comparison.results
    let runs = plan.runs.indices.filter { results.outcome(of: plan.runs[$0]) != nil }
    let points = runs.lazy.map { plan.mostPoints(of: plan.runs[$0]) }
    @Sendable func rows(of places: ArraySlice<Int>) -> [UInt8] {
      places.reduce(into: []) { $0 += self.rows(of: plan.runs[$1]) }
    }
    guard points.reduce(0, +) > most else { return .bytes(header + rows(of: runs[...])) }
    let together = max(1, size / max(1, points.max() ?? 1))
    let starts = Array(stride(from: 0, to: runs.count, by: together))
    return .parts(count: 1 + starts.count) { part in
      guard part > 0 else { return header }
      return rows(of: runs[starts[part - 1]...].prefix(together))
    }
  }

  private func rows(of run: PlannedRun) -> [UInt8] {
    var table = CSVText()
    let key = plan.key(of: run)
    for point in comparison.results[run]?.curve ?? [] {
      table.append(key)
      table.append(point.epoch)
      table.append(point.step)
      table.append(point.trainLoss)
      table.append(point.validationLoss)
      table.endRow()
    }
    return table.bytes
  }

  /// One row for each problem, contender and quantity.
  var summary: [UInt8] {
    var table = CSVText(header: [
      "problem", "optimizer", "quantity", "n", "failures", "median", "q25", "q75", "low", "high",
    ])
    for problem in comparison.problems {
      for contender in problem.contenders {
        let further = problem.targets.indices.dropFirst().map(Quantity.timeToTarget)
        let rows = (Quantity.allCases + further).compactMap { quantity in
          contender.summaries[quantity].map { (quantity.rawValue, $0) }
        }
        for (name, summary) in rows {
          table.append(problem.name)
          table.append(contender.name)
          table.append(name)
          append(summary, to: &table)
        }
      }
    }
    return table.bytes
  }

  /// One row for each comparison of the answer.
  var comparisons: [UInt8] {
    var table = CSVText(header: [
      "problem", "quantity", "target", "optimizer", "rival", "n", "effect", "low", "high", "p",
      "p_seeds", "p_data", "adjusted_p", "verdict", "fragile",
    ])
    for pair in comparison.family.comparisons {
      let problem = comparison.problems[pair.problem]
      table.append(problem.name)
      table.append(pair.quantity.rawValue)
      if case .timeToTarget(let target) = pair.quantity {
        table.append(problem.words(target).short)
      } else {
        table.append("")
      }
      table.append(problem.contenders[pair.one].name)
      table.append(problem.contenders[pair.other].name)
      table.append(pair.count)
      table.append(pair.effect)
      table.append(pair.interval?.low)
      table.append(pair.interval?.high)
      table.append(pair.probability)
      table.append(pair.seedsProbability)
      table.append(pair.dataProbability)
      table.append(pair.adjustedProbability)
      table.append(pair.verdict.name)
      table.append(pair.isFragile ? "true" : "false")
      table.endRow()
    }
    return table.bytes
  }

  private func append(_ summary: Summary, to table: inout CSVText) {
    table.append(summary.count)
    table.append(summary.failures)
    table.append(summary.median)
    table.append(summary.lowerQuartile)
    table.append(summary.upperQuartile)
    table.append(summary.interval?.low)
    table.append(summary.interval?.high)
    table.endRow()
  }

}

extension Plan {
  /// The fields that name a run: its problem, optimizer and seed.
  func key(of run: PlannedRun) -> [String] {
    [problems[run.problem].spec.name, contender(of: run).name, String(run.seed)]
  }
}

extension CSVText {
  /// Appends several fields.
  mutating func append(_ fields: [String]) { for field in fields { append(field) } }
}
