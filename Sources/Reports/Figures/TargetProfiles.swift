import Experiments
import Plotting

/// The share of seeds that have reached the first target, by epoch.
struct TargetProfiles: ProblemFigures {
  static let prefix = "target"
  let scope: FigureScope

  var columns: [String] { ["optimizer", "epoch", "share"] }
  var subject: String { "Share of seeds at the target by epoch" }
  var explanation: String {
    "A curve that stays below 1 belongs to an optimizer that missed the target with some of its "
      + "\(scope.seedCount) seeds."
  }

  func content(_ problem: ProblemComparison) -> Profile? {
    guard !problem.targets.isEmpty else { return nil }
    let last = Double(problem.problem.spec.budget.epochs)
    let curves = scope.optimizers.map { optimizer -> Profile.Curve in
      let name = problem.optimizers[optimizer].name
      let steps = steps(problem, optimizer)
      return Profile.Curve(
        name, x: [0] + steps.map(\.epoch) + [last],
        share: [0] + steps.map(\.share) + [steps.last?.share ?? 0], style: scope.style(name))
    }
    var profile = Profile.timeToTarget(curves)
    profile.x = Axis(scope.spec.x, label: "epoch", isWhole: true)
    return profile
  }

  /// The epochs at which the share rises, with the share from there on.
  private func steps(
    _ problem: ProblemComparison, _ optimizer: Int
  ) -> [(epoch: Double, share: Double)] {
    let epochs = problem.targets[0].times.epochs(of: optimizer)
    let arrived = epochs.compactMap { $0 }.sorted()
    return arrived.enumerated().map { index, epoch in
      (epoch, Double(index + 1) / Double(epochs.count))
    }
  }

  func append(_ problem: ProblemComparison, to table: inout CSVText) {
    for optimizer in scope.optimizers {
      for step in steps(problem, optimizer) {
        table.append(problem.problem.spec.name)
        table.append(problem.optimizers[optimizer].name)
        table.append(step.epoch)
        table.append(step.share)
        table.endRow()
      }
    }
  }
}
