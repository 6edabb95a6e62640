import Analysis
import Kernels

/// What a supervisor would ask about the runs, said unasked: one sentence a kind of doubt, over all
/// problems.
struct Caveats {
  let comparison: Comparison

  private var problems: [ProblemComparison] { comparison.problems }

  var sentences: [[Inline]] {
    [
      diverged, twoOutcomes, unfinished, stopped, edges, otherTargets, trivial, missingTargets,
    ].compactMap { $0 } + TuningCaveats(comparison: comparison).sentences
      + DesignCaveats(comparison: comparison).sentences
  }

  /// "optimizer on problem", for a sentence.
  private func place(_ contender: Int, _ problem: ProblemComparison) -> [Inline] {
    [.strong([.text(problem.contenders[contender].name)])] + on(problem)
  }

  private func on(_ problem: ProblemComparison) -> [Inline] {
    problems.count == 1 ? [] : [" on ", .emphasis([.text(problem.name)])]
  }

  // MARK: Runs that failed

  private var diverged: [Inline]? {
    var parts: [[Inline]] = []
    for problem in problems where !isToldOfFailures(problem) {
      for (position, contender) in problem.contenders.enumerated() where contender.failures > 0 {
        let count = RunCount(contender.failures, of: contender.runs.count)
        parts.append([.text("\(count) of ")] + place(position, problem))
      }
    }
    guard !parts.isEmpty else { return nil }
    return ["Diverged, which counts as the worst value: "]
      + Lists.shortened(parts, more: "optimizers in the tables") + ["."]
  }

  /// Whether the sentence about the problem says itself who diverged: where nobody got anywhere, and either
  /// everybody did or one.
  private func isToldOfFailures(_ problem: ProblemComparison) -> Bool {
    guard problem.timeObstacle == .unreached else { return false }
    return problem.contenders.allSatisfy { $0.failures == $0.runs.count }
      || problem.contenders.count { $0.failures > 0 } == 1
  }

  private var stopped: [Inline]? {
    let parts = problems.compactMap { problem -> [Inline]? in
      let stopped = problem.contenders.map(\.stopped).reduce(0, +)
      let all = problem.contenders.map(\.runs.count).reduce(0, +)
      return stopped == 0 ? nil : [.text("\(RunCount(stopped, of: all))")] + on(problem)
    }
    guard !parts.isEmpty else { return nil }
    return ["Early stopping ended "] + Lists.shortened(parts, more: "more problems’")
      + [": what they would have reached with the whole budget is not known."]
  }

  /// Outcomes of two kinds: the median is then one of them, and neither.
  private var twoOutcomes: [Inline]? {
    func range(_ values: [Double]) -> String {
      let ends = [values[0], values[values.count - 1]].map { NumberText.significant($0, 3) }
      return ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])"
    }
    var parts: [[Inline]] = []
    for problem in problems {
      for (position, contender) in problem.contenders.enumerated() {
        guard let groups = contender.twoOutcomes else { continue }
        parts.append(
          place(position, problem) + [
            .text(
              " (\(groups.lower.count) seeds at \(range(groups.lower)), \(groups.upper.count) at "
                + "\(range(groups.upper)))")
          ])
      }
    }
    guard !parts.isEmpty else { return nil }
    return ["Final training losses of two kinds, which a median hides: "]
      + Lists.shortened(parts, more: "others") + ["."]
  }

  // MARK: Training that had not finished

  private var unfinished: [Inline]? {
    var parts: [[Inline]] = []
    var raw: Set<String> = []
    for problem in problems {
      for position in problem.contenders.indices {
        guard let fall = problem.unfinishedFall(of: position) else { continue }
        raw.formUnion(unscaled(problem))
        parts.append(
          place(position, problem) + [.text(" (by \(NumberText.short(100 * fall, digits: 2)) %)")])
      }
    }
    guard !parts.isEmpty else { return nil }
    return [
      "Training had not finished: the median training loss still fell over the last tenth of the epochs with "
    ] + Lists.shortened(parts, more: "others")
      + [
        .text(
          raw.isEmpty
            ? ". More epochs or a larger rate would tell more."
            : ". More epochs, a larger rate, or "
              + [Self.features, Self.target].filter(raw.contains).joined(separator: " and ")
              + " that \(raw == [Self.target] ? "is" : "are") standardized would tell more.")
      ]
  }

  private static let features = "features", target = "a target"

  /// What of a problem's data is as it was measured, and could be standardized.
  private func unscaled(_ problem: ProblemComparison) -> [String] {
    guard let dataset = problem.problem.dataset else { return [] }
    let spec = problem.problem.spec
    let isNumeric = if case .numbers = dataset.target { true } else { false }
    return (spec.standardize == .none && dataset.features.sparse == nil ? [Self.features] : [])
      + (isNumeric && spec.standardizeTarget == .none ? [Self.target] : [])
  }

  // MARK: Search that had not finished

  /// Rules whose best rate is at an end of those that were tried.
  private var edges: [Inline]? {
    var parts: [[Inline]] = []
    for problem in problems {
      let families = RateFamily.all(among: problem.contenders.map(\.contender))
      for family in families {
        guard let edge = edge(of: family, problem) else { continue }
        parts.append(
          [.strong([.text(family.name)]), .text(" (\(NumberText.short(edge)))")] + on(problem))
      }
    }
    guard !parts.isEmpty else { return nil }
    return [
      "The fastest rate is at the end of those that were tried, so the search is unfinished, for "
    ]
      + Lists.shortened(parts, more: "others") + ["."]
  }

  private func edge(of family: RateFamily, _ problem: ProblemComparison) -> Double? {
    let quantity = problem.answerQuantities.first ?? .trainLoss
    let order = problem.ranked(by: quantity)
    let positions = family.members.compactMap { member in
      problem.position(of: member.contender.name).map { (member.rate, $0) }
    }
    guard
      let best = order.first(where: { position in positions.contains { $0.1 == position } }),
      problem.contenders[best].summaries[quantity]?.median.isFinite == true,
      let rate = positions.first(where: { $0.1 == best })?.0
    else { return nil }
    // Of two rates each is at an end.
    guard Set(positions.map(\.0)).count > 2 else { return nil }
    return rate == positions.first?.0 || rate == positions.last?.0 ? rate : nil
  }

  // MARK: Targets

  /// Problems on which somebody else leads at another target.
  private var otherTargets: [Inline]? {
    var parts: [[Inline]] = []
    for problem in problems where problem.timeObstacle == nil {
      guard let answer = problem.answerTarget else { continue }
      let leaders = problem.leaders(to: answer)
      for target in problem.targetsByDifficulty where target != answer {
        // Those who share the first place are no other order.
        let others = problem.leaders(to: target)
        guard let leader = leaders.first, let other = others.first,
          Set(leaders).isDisjoint(with: others)
        else { continue }
        parts.append(
          ["to ", .text(problem.words(target).short), " "] + [
            .strong([.text(problem.contenders[other].name)]), " before ",
            .strong([.text(problem.contenders[leader].name)]),
          ] + on(problem))
      }
    }
    guard !parts.isEmpty else { return nil }
    let isSingle = problems.allSatisfy { $0.seedCount == 1 }
    return [.text("The order depends on the target: \(isSingle ? "" : "by mean rank, ")")]
      + Lists.shortened(parts, more: "more") + ["."]
  }

  private var missingTargets: [Inline]? {
    let parts = problems.compactMap { problem -> [Inline]? in
      guard let target = problem.answerTarget, problem.targets[target].missingSeeds > 0,
        problem.targets[target].isReached
      else { return nil }
      let arrivals = problem.targets[target]
      return [.text("\(arrivals.missingSeeds) of \(arrivals.seedCount) seeds")] + on(problem)
    }
    guard !parts.isEmpty else { return nil }
    return ["There is no target, since the reference does not lie below the start, with "]
      + Lists.shortened(parts, more: "more problems’") + [": they take no part in the times."]
  }

  // MARK: What was learned

  private var trivial: [Inline]? {
    var parts: [[Inline]] = []
    for problem in problems {
      guard let trivial = problem.trivialMetric, let metric = problem.problem.metric else {
        continue
      }
      let beaten = problem.contenders.indices.filter { position in
        guard let summary = problem.contenders[position].summaries[.testMetric] else {
          return false
        }
        guard summary.median.isFinite else { return false }
        return metric.isHigherBetter ? summary.median <= trivial : summary.median >= trivial
      }
      guard !beaten.isEmpty else { continue }
      let names = Lists.optimizers(beaten.map { problem.contenders[$0].name })
      let what =
        metric.isHigherBetter ? "always saying the most frequent class" : "predicting the mean"
      parts.append(
        names + on(problem) + [
          .text(
            " (\(what) has a median test \(metric.phrase) of \(NumberText.significant(trivial, 3)))"
          )
        ])
    }
    guard !parts.isEmpty else { return nil }
    return ["No better than the trivial predictor: "]
      + Lists.shortened(parts, more: "more problems’")
      + ["."]
  }
}
