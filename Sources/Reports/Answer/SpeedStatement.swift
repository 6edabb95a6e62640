import Analysis

/// What is told of the times to the answer's target on one problem, in a sentence.
struct SpeedStatement {
  let comparison: Comparison
  let number: Int

  private var problem: ProblemComparison { comparison.problems[number] }

  /// - Returns: nil where there is nothing to tell.
  var sentence: [Inline]? {
    let start: [Inline] = ["On ", .emphasis([.text(problem.name)]), " "]
    switch comparison.timeOutcome(on: number) {
    case .obstacle(let obstacle): return obstacleWords(obstacle).map { start + $0 }
    case let outcome:
      guard let target = problem.answerTarget else { return endLoss.map { start + $0 } }
      let told = TimeWords(problem, target: target, standing: standing(target))
      return start + harder(than: target) + told.words(outcome)
    }
  }

  private func standing(_ target: Int) -> Standing {
    comparison.standing(on: number, by: .timeToTarget(target))
  }

  /// That nobody reached the target which the spec puts first, where the answer is about an easier one.
  private func harder(than target: Int) -> [Inline] {
    guard target > 0 else { return [] }
    return [.text("no run \(problem.words(0).past); ")]
  }

  // MARK: Nothing to compare

  private func obstacleWords(_ obstacle: TimeObstacle) -> [Inline]? {
    switch obstacle {
    case .noTarget: return endLoss
    case .differentObjectives(let decaying):
      let names = Lists.optimizers(decaying.map { problem.contenders[$0].name })
      return ["the training loss does not compare the optimizers: "] + names
        + [
          .text(
            " \(decaying.count == 1 ? "decays its" : "decay their") parameters and so "
              + "\(decaying.count == 1 ? "minimizes" : "minimize") something else.")
        ]
    case .metAtStart:
      let target = problem.answerTarget ?? 0
      return [
        .text(
          "\(problem.words(target).noun) is met at the start, before the first step of every run:"),
        " as a target it compares nothing.",
      ]
    case .referenceAboveStart:
      return [
        .text(
          "the reference of the targets does not lie below the training loss at the start with any seed:"
        ),
        " there is no way to it, and no target.",
      ]
    case .unreached:
      let runs = problem.contenders.map(\.runs.count).reduce(0, +)
      let failures = problem.contenders.map(\.failures).reduce(0, +)
      let stopped = problem.contenders.map(\.stopped).reduce(0, +)
      let target = problem.answerTarget ?? 0
      let failing = problem.contenders.filter { $0.failures > 0 }
      let ends: [Inline] =
        failures > 0
        ? [.text("; \(RunCount(failures, of: runs))")]
          + (failing.count == 1 && problem.contenders.count > 1
            ? [" (", .strong([.text(failing[0].name)]), ")"] : []) + [" diverged"]
        : stopped > 0 ? [.text("; early stopping ended \(RunCount(stopped, of: runs))")] : []
      return [.text("no run \(problem.words(target).past)")] + ends + ["."]
    }
  }

  /// "Adam ends at a median training loss of 0.31 [0.30, 0.33]", for the only optimizer.
  private var endLoss: [Inline]? {
    guard problem.isUncontested, let only = problem.best(by: .trainLoss),
      let summary = problem.contenders[only].summaries[.trainLoss]
    else { return nil }
    return [
      .strong([.text(problem.contenders[only].name)]),
      .text(
        " ends at a \(summary.count == 1 ? "" : "median ")training loss of "
          + EffectText.value(summary.median, summary.interval) + "."),
    ]
  }
}
