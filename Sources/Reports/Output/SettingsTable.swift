import Experiments
import Kernels
import SpecLanguage
import Specs

/// All settings that results depend on, resolved, one row each: what `report diff` compares.
///
/// A row without an optimizer is about the problem, one without a problem about the optimizer wherever it
/// competes, one without either about the report.
struct SettingsTable {
  let plan: Plan

  /// The file.
  var bytes: [UInt8] {
    var table = CSVText(header: ["problem", "optimizer", "setting", "value"])
    func append(_ problem: String, _ optimizer: String, _ settings: [(name: String, value: String)])
    {
      for setting in settings {
        for field in [problem, optimizer, setting.name, setting.value] { table.append(field) }
        table.endRow()
      }
    }
    append("", "", report)
    for (number, problem) in plan.problems.enumerated() {
      append(problem.spec.name, "", settings(of: number))
    }
    for optimizer in plan.spec.optimizers {
      if let tuned = optimizer.tuned {
        append("", optimizer.name, settings(of: tuned))
        continue
      }
      let canonical = optimizer.configuration.canonical.canonical
      append(
        "", optimizer.name, FlatSetting.all(of: canonical).map { (name: $0.name, value: $0.value) })
    }
    return table.bytes
  }

  /// What the report as a whole depends on.
  private var report: [(name: String, value: String)] {
    let report = plan.spec.report
    let margins = report.margins
    var settings = [
      ("generator", plan.spec.generator.rawValue), ("seeds", SeedText.text(plan.spec.seeds)),
      ("family", report.family.rawValue),
      ("margin.epochs_to_target", NumberText.exact(margins.time)),
      ("margin.rmse", NumberText.exact(margins.rootMeanSquareError)),
      ("margin.accuracy", NumberText.exact(margins.accuracy)),
    ]
    if let baseline = report.baseline {
      settings.append(("baseline", plan.spec.optimizers[baseline].name))
    }
    return settings.map { (name: $0.0, value: $0.1) } + tuning
  }

  /// How settings are searched for.
  private var tuning: [(name: String, value: String)] {
    guard let tuning = plan.spec.tuning else { return [] }
    let seeds: String =
      switch tuning.seeds {
      case .fresh(let fresh): SeedText.text(fresh)
      case .shared: "shared"
      }
    return FlatSetting.all(of: tuning.sampler.canonical.canonical).map {
      (name: "tuning.sampler.\($0.name)", value: $0.value)
    } + [
      (name: "tuning.trials", value: String(tuning.trials)),
      (name: "tuning.studies", value: String(tuning.studies)),
      (name: "tuning.seeds", value: seeds),
      (name: "tuning.objective", value: tuning.objective.rawValue),
    ]
  }

  /// What is searched for; what is found is a result.
  private func settings(of tuned: TunedOptimizer) -> [(name: String, value: String)] {
    tuned.space.keys.flatMap { key in
      FlatSetting.all(of: key.range.canonical.canonical).map {
        (name: "space.\(key.name).\($0.name)", value: $0.value)
      }
    }
  }

  /// What the runs on a problem depend on, whoever runs, and what their results are measured by.
  private func settings(of number: Int) -> [(name: String, value: String)] {
    let problem = plan.problems[number]
    guard let seed = problem.seeds.first, !problem.contenders.isEmpty else { return [] }
    let run = PlannedRun(problem: number, contender: 0, seed: seed)
    var settings = FlatSetting.all(of: plan.request(for: run).canonicalText)
      .filter { $0.name == "revision" || $0.name.hasPrefix("problem.") }
      .filter { $0.name != "problem.name" }
      .map { setting in
        // As a spec calls them.
        let name = setting.name.replacing("problem.", with: "", maxReplacements: 1)
        return (name: name.replacing("budget.", with: "", maxReplacements: 1), value: setting.value)
      }
    if let sizes = problem.sizes {
      settings += [
        ("rows.training", String(sizes.training)), ("rows.validation", String(sizes.validation)),
        ("rows.test", String(sizes.test)),
      ]
    }
    if let metric = problem.metric { settings.append(("metric", metric.rawValue)) }
    settings.append(("depends_on_seed", problem.dependsOnSeed ? "true" : "false"))
    settings.append(("reference", reference(of: problem)))
    settings.append(("targets", targets(of: problem)))
    return settings
  }

  private func reference(of problem: PlannedProblem) -> String {
    switch problem.spec.reference {
    case .automatic: "auto"
    case .loss(let loss): NumberText.exact(loss)
    case .optimizer(let name): name
    }
  }

  private func targets(of problem: PlannedProblem) -> String {
    switch problem.spec.targets {
    case .automatic: "auto"
    case .values(let losses): losses.map(NumberText.exact).joined(separator: " ")
    }
  }
}
