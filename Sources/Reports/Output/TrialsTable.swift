import Experiments

/// Every trial of every search as a file: which settings were tried, and what became of them.
struct TrialsTable {
  let results: ResultSet

  init(_ results: ResultSet) { self.results = results }

  /// The file; none without searches.
  var files: [ReportFile] {
    results.searches.isEmpty ? [] : [ReportFile(path: "data/trials.csv", bytes: bytes)]
  }

  /// One row a trial, with a column for each hyperparameter that some search looks for, and one for its value with
  /// each tuning seed; studies and trials count from 1, as in tables and figures.
  private var bytes: [UInt8] {
    let plan = results.plan
    var known: Set<String> = []
    let keys = plan.searches.flatMap { plan.keys(of: $0).map(\.name) }
      .filter { known.insert($0).inserted }
    let seeds = plan.problems.indices.map(plan.tuningSeeds).max { $0.count < $1.count } ?? []
    var table = CSVText(
      header: ["problem", "optimizer", "study", "trial"] + keys
        + ["value", "runs", "failures", "gradient_evaluations", "is_best", "is_chosen"]
        + seeds.map { "value_\($0)" })
    for result in results.searches {
      let search = result.search
      let names = plan.keys(of: search).map(\.name)
      for (number, trial) in result.trials.enumerated() {
        table.append(plan.problems[search.problem].spec.name)
        table.append(plan.optimizer(of: search).name)
        table.append(search.study + 1)
        table.append(number + 1)
        for key in keys { table.append(names.firstIndex(of: key).map { trial.point[$0] }) }
        table.append(trial.value)
        table.append(trial.outcomes.count)
        table.append(trial.failures)
        table.append(trial.gradientEvaluations)
        table.append(number == result.best ? "true" : "false")
        table.append(result.isChosen ? "true" : "false")
        let values = trial.outcomes.map { plan.spec.tuning?.objective.value(of: $0) }
        for place in seeds.indices { table.append(place < values.count ? values[place] : nil) }
        table.endRow()
      }
    }
    return table.bytes
  }
}
