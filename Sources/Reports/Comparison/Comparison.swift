import Experiments
import Models
import Statistics
import Training

/// All statistics of a report, problem by problem.
struct Comparison {
  /// What was compared.
  let results: ResultSet
  /// The problems in the spec's order.
  let problems: [ProblemComparison]
  /// Draws every interval of the median.
  let bootstrap: MedianBootstrap

  init(_ results: ResultSet) {
    self.results = results
    let bootstrap = MedianBootstrap(count: results.plan.spec.seeds.count)
    self.bootstrap = bootstrap
    problems = results.plan.problems.indices.map { problem in
      ProblemComparison(problem: problem, of: results, bootstrap: bootstrap)
    }
  }
}

/// The statistics of one problem.
struct ProblemComparison {
  /// The problem.
  let problem: PlannedProblem
  /// One entry an optimizer, in the spec's order.
  let optimizers: [OptimizerSummary]
  /// The most epochs between two recorded ones.
  let widestGap: Int
  /// One entry a target.
  let targets: [TargetComparison]

  init(problem index: Int, of results: ResultSet, bootstrap: MedianBootstrap) {
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
struct OptimizerSummary {
  /// Its name.
  let name: String
  /// How many runs diverged.
  let failures: Int
  /// How many runs ended early.
  let stopped: Int
  /// The values over the seeds, nil for a diverged run; no entry where there is nothing to compute.
  let values: [Quantity: [Double?]]
  /// The summaries of `values`.
  let summaries: [Quantity: Summary]

  init(
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
struct TargetComparison {
  /// When each run reached the target.
  let times: TimeToTarget
  /// One summary an optimizer, in the spec's order.
  let summaries: [Summary]

  init(_ times: TimeToTarget, bootstrap: MedianBootstrap) {
    self.times = times
    summaries = times.arrivals.indices.compactMap { optimizer in
      Summary(of: times.epochs(of: optimizer), bootstrap: bootstrap)
    }
  }
}
