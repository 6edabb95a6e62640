import ArgumentParser
import Diagnostics
import Experiments

/// Says which runs would be made, and what is new about them.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Say which runs would be made and what is new about them; run nothing.")

  @OptionGroup var options: SpecOptions

  @OptionGroup var caching: CacheOptions

  func run() throws {
    let terminal = Terminal()
    let plans = try options.plans(terminal)
    for (path, plan) in zip(options.specs, plans) {
      let store = caching.place(of: plan.spec).map {
        RunStore(at: $0, writer: "", say: { terminal.say($0) })
      }
      guard let store else {
        try terminal.show(
          "\(path): all \(counted(plan.totalRunCount, "run")), since none are to be used")
        continue
      }
      let missing = MissingRuns(plan, in: store)
      try terminal.show(
        "\(path): \(counted(missing.total, "run")), \(missing.kept) kept, \(missing.total - missing.kept) to make"
      )
      for group in missing.groups {
        try terminal.show(
          "  \(group.contender) on \(group.problem), \(counted(group.count, "run")): "
            + words(group.reason))
      }
    }
  }

  private func words(_ reason: MissingRuns.Reason) -> String {
    switch reason {
    case .newProblem: return "nothing of this problem is kept"
    case .newRule: return "the rule is new on this problem"
    case .newSeeds: return "new seeds"
    case .searched: return "trials of its search, and what waits for them"
    case .changed(let changes):
      let most = 3
      let shown = changes.prefix(most).map {
        "\($0.name) \($0.kept ?? "none") -> \($0.asked ?? "none")"
      }
      let more = changes.count > most ? ["\(changes.count - most) more"] : []
      return (shown + more).joined(separator: ", ")
    }
  }
}
