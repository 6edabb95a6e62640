import Analysis
import Experiments
import Training

/// One row a run. A time to a target that the run never reached is `inf`; between recorded epochs it is known up to
/// the gap, of which the second column of each target has the other end.
struct RunsTable: Sendable {
  let comparison: Comparison

  /// The table in parts, of each contender on each problem one: there may be a million rows.
  var content: ReportFile.Content {
    let places = comparison.problems.indices.flatMap { problem in
      comparison.problems[problem].contenders.indices.map { (problem, $0) }
    }
    return .parts(count: 1 + places.count) { part in
      part == 0 ? header : rows(problem: places[part - 1].0, contender: places[part - 1].1)
    }
  }

  private var targets: Range<Int> { 0..<(comparison.problems.map(\.targets.count).max() ?? 0) }

  private var header: [UInt8] {
    CSVText(
      header: [
        "problem", "optimizer", "seed", "status", "epochs", "steps", "gradient_evaluations",
        "train_loss", "validation_loss", "test_loss", "train_metric", "validation_metric",
        "test_metric", "best_validation_loss", "best_epoch",
      ]
        + targets.flatMap { number -> [String] in
          let name = Quantity.timeToTarget(number).rawValue
          return [name, name + "_earliest"]
        }
    ).bytes
  }

  private func rows(problem: Int, contender: Int) -> [UInt8] {
    let times = targets.map { arrivals(at: $0, problem: problem, contender: contender) }
    var table = CSVText()
    for run in comparison.problems[problem].contenders[contender].runs {
      let outcome = run.outcome
      table.append(
        comparison.plan.key(
          of: PlannedRun(problem: problem, contender: contender, seed: run.seed)))
      table.append(outcome.status.rawValue)
      table.append(outcome.epochs)
      table.append(outcome.steps)
      table.append(outcome.gradientEvaluations)
      table.append(outcome.trainLoss)
      table.append(outcome.validationLoss)
      table.append(outcome.testLoss)
      table.append(outcome.trainMetric)
      table.append(outcome.validationMetric)
      table.append(outcome.testMetric)
      table.append(outcome.bestValidationLoss)
      table.append(outcome.bestEpoch)
      for time in times {
        table.append(time[run.seed]?.latest)
        table.append(time[run.seed]?.earliest)
      }
      table.endRow()
    }
    return table.bytes
  }

  /// The times of a contender's runs to a target, by those seeds that have it.
  private func arrivals(
    at target: Int, problem: Int, contender: Int
  ) -> [UInt32: (earliest: Double, latest: Double)] {
    let targets = comparison.problems[problem].targets
    guard targets.indices.contains(target) else { return [:] }
    let observed = targets[target].epochs[contender]
    return observed.seeds.indices.reduce(into: [:]) { times, place in
      times[observed.seeds[place]] = (
        observed.earliest[place] ?? .infinity, observed.values[place] ?? .infinity
      )
    }
  }
}
