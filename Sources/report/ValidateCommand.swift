import Diagnostics
import ArgumentParser
import Experiments
import Publishing
import Specs

/// Says every fault of specs and of the data that they name, without running anything.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Say every fault of specs and of their data; run nothing.")

  @OptionGroup var options: SpecOptions

  func run() throws {
    let terminal = Terminal()
    let plans = try options.plans(terminal)
    for (path, plan) in zip(options.specs, plans) {
      try terminal.show("\(path): valid; \(PlanSummary(plan).text); \(plan.cost.text)")
    }
  }
}

/// What a plan amounts to, in a line.
struct PlanSummary {
  let text: String

  init(_ plan: Plan) {
    let single = plan.problems.count { !$0.dependsOnSeed }
    let note =
      single > 0 && plan.spec.seeds.count > 1
      ? " (on \(counted(single, "problem")) nothing depends on the seed: one run an optimizer)" : ""
    let given = counted(plan.totalRunCount - plan.searchRunCount, "run")
    let searches = plan.searches.count == 1 ? "1 search" : "\(plan.searches.count) searches"
    let searched =
      plan.searches.isEmpty ? "" : ", after \(counted(plan.searchRunCount, "run")) of \(searches)"
    text =
      "\(counted(plan.problems.count, "problem")) × "
      + "\(counted(plan.spec.optimizers.count, "optimizer")) × "
      + "\(counted(plan.spec.seeds.count, "seed")) = \(given)\(note)\(searched)"
  }
}
