import Experiments
import Models
import Specs
import Statistics
import Training

/// All statistics of a report, problem by problem.
package struct Comparison {
  /// What was compared.
  package let results: ResultSet
  /// The problems in the spec's order.
  package let problems: [ProblemComparison]
  /// Draws every interval of the median.
  package let bootstrap: MedianBootstrap

  package init(_ results: ResultSet) {
    self.results = results
    let bootstrap = MedianBootstrap(count: results.plan.spec.seeds.count)
    self.bootstrap = bootstrap
    problems = results.plan.problems.indices.map { problem in
      ProblemComparison(problem: problem, of: results, bootstrap: bootstrap)
    }
  }
}

/// The statistics of one problem.
package struct ProblemComparison {
  /// The problem.
  package let problem: PlannedProblem
  /// One entry an optimizer, in the spec's order.
  package let optimizers: [OptimizerSummary]
  /// The most epochs between two recorded ones.
  package let widestGap: Int
  /// One entry a target.
  package let targets: [TargetComparison]

  package init(problem index: Int, of results: ResultSet, bootstrap: MedianBootstrap) {
    let plan = results.plan
    problem = plan.problems[index]
    let records = plan.spec.optimizers.indices.map {
      results.records(problem: index, optimizer: $0)
    }
    let grid = CurveBand.grid(of: records)
    widestGap = zip(grid, grid.dropFirst()).map { $1 - $0 }.max() ?? 1
    let planned = problem
    optimizers = zip(plan.spec.optimizers, records).map { optimizer, records in
      OptimizerSummary(
        name: optimizer.name, records: records, problem: planned, bootstrap: bootstrap)
    }
    targets = TimeToTarget.goals(problem.spec.targets).map { goal in
      TargetComparison(
        TimeToTarget(goal, records: records), bootstrap: bootstrap)
    }
  }
}

/// What became of one optimizer on one problem.
package struct OptimizerSummary {
  /// Its name.
  package let name: String
  /// How many runs diverged.
  package let failures: Int
  /// How many runs ended early.
  package let stopped: Int
  /// The values over the seeds, nil for a diverged run; no entry where there is nothing to compute.
  package let values: [Quantity: [Double?]]
  /// The summaries of `values`.
  package let summaries: [Quantity: Summary]

  package init(
    name: String, records: ArraySlice<RunRecord>, problem: PlannedProblem,
    bootstrap: MedianBootstrap
  ) {
    self.name = name
    failures = records.count { $0.status == .diverged }
    stopped = records.count { $0.status == .stopped }
    var values: [Quantity: [Double?]] = [:]
    for quantity in Quantity.allCases where quantity.exists(on: problem) {
      values[quantity] = quantity.values(in: records)
    }
    self.values = values
    var summaries: [Quantity: Summary] = [:]
    for (quantity, values) in values {
      summaries[quantity] = Summary(
        of: values, worst: quantity.worst(problem.metric), bootstrap: bootstrap)
    }
    self.summaries = summaries
  }
}

/// Times to one target, compared.
package struct TargetComparison {
  /// When each run reached the target.
  package let times: TimeToTarget
  /// One summary an optimizer, in the spec's order.
  package let summaries: [Summary]

  package init(_ times: TimeToTarget, bootstrap: MedianBootstrap) {
    self.times = times
    summaries = times.arrivals.indices.compactMap { optimizer in
      Summary(of: times.epochs(of: optimizer), bootstrap: bootstrap)
    }
  }
}
