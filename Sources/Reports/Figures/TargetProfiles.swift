import Experiments
import Plotting

/// The share of seeds that have reached the first target, by epoch.
struct TargetProfiles: ProblemFigures {
  static let prefix = "target"
  let scope: FigureScope

  var columns: [String] { ["optimizer", "epoch", "share"] }
  var subject: String { "Share of seeds at the target by epoch" }
  var explanation: String {
    "Target: \(goals). A curve that stays below 1 belongs to an optimizer that missed it with some "
      + "of its \(scope.seedCount) seeds."
  }

  /// "a training loss of 0.1 (iris), …", or what is the same for all problems.
  private var goals: String {
    let all = scope.comparison.problems
    let shown = (scope.spec.problems.map { $0.map { all[$0] } } ?? all)
      .filter { !$0.targets.isEmpty }
    let phrases = shown.map { $0.targets[0].times.goal.phrase }
    let texts = zip(shown, phrases).map { "\($1) (\($0.problem.spec.name))" }
    return Set(phrases).count == 1 ? phrases[0] : texts.joined(separator: ", ")
  }

  func finding(_ problem: ProblemComparison) -> String? {
    guard let target = problem.targets.first else { return nil }
    let parts = scope.optimizers.map { optimizer in
      let summary = target.summaries[optimizer]
      let arrived = summary.count - summary.failures
      let half =
        summary.median.isFinite ? " (half by epoch \(NumberText.count(summary.median)))" : ""
      return "\(arrived) with \(problem.optimizers[optimizer].name)\(half)"
    }
    return "of \(scope.seedCount) seeds reach it " + parts.joined(separator: "; ")
  }

  func content(_ problem: ProblemComparison) -> Profile? {
    guard !problem.targets.isEmpty else { return nil }
    let curves = scope.optimizers.map { optimizer -> Profile.Curve in
      let name = problem.optimizers[optimizer].name
      let steps = steps(problem, optimizer)
      return Profile.Curve(
        name, x: steps.map(\.epoch), share: steps.map(\.share), style: scope.style(name))
    }
    var profile = Profile.timeToTarget(curves)
    profile.x = Axis(scope.spec.x, label: "epoch", isWhole: true)
    profile.y = profile.y.overridden(by: scope.spec.y)
    return profile
  }

  /// The start, the epochs at which the share rises, and the last one, with the share from each on.
  private func steps(
    _ problem: ProblemComparison, _ optimizer: Int
  ) -> [(epoch: Double, share: Double)] {
    let epochs = problem.targets[0].times.epochs(of: optimizer)
    let arrived = epochs.compactMap { $0 }.sorted()
    var steps: [(epoch: Double, share: Double)] = [(0, 0)]
    for (index, epoch) in arrived.enumerated() {
      let share = Double(index + 1) / Double(epochs.count)
      if steps[steps.count - 1].epoch == epoch {
        steps[steps.count - 1].share = share
      } else {
        steps.append((epoch, share))
      }
    }
    let last = Double(problem.problem.spec.budget.epochs)
    let end = steps[steps.count - 1]
    return end.epoch < last ? steps + [(last, end.share)] : steps
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
