/// What is told of a problem by one quantity of the answer, in the order in which it is looked for.
public enum Outcome: Hashable, Sendable {
  /// Only one contender has runs.
  case uncontested
  /// Nothing depends on the seed: there is one observation. Holds the contenders by their values, the
  /// best first.
  case oneObservation([Int])
  /// Times to the target compare nothing.
  case obstacle(TimeObstacle)
  /// The runs of all are the same with every seed, bit by bit.
  case same
  /// No p of so few seeds can be small enough.
  case tooFewSeeds
  /// This one is clearly better than every other.
  case winner(Int)
  /// All are practically equal.
  case equal
  /// Nobody clearly beats these, the best mean rank first; others are clearly beaten.
  case leaders([Int])
  /// How the others compare with the baseline, which alone is compared with.
  case against(BaselineStanding)
  /// Nobody is clearly beaten, and not all are practically equal.
  case undecided
}

extension Comparison {
  /// What the answer's time to target tells of a problem.
  public func timeOutcome(on number: Int) -> Outcome {
    let problem = problems[number]
    guard let target = problem.answerTarget else {
      return problem.isUncontested ? .uncontested : .obstacle(.noTarget)
    }
    if let obstacle = problem.timeObstacle { return .obstacle(obstacle) }
    return outcome(on: number, by: .timeToTarget(target))
  }

  /// What the test metric tells of a problem; nil without one.
  public func metricOutcome(on number: Int) -> Outcome? {
    let problem = problems[number]
    guard problem.contenders.contains(where: { $0.summaries[.testMetric] != nil }) else {
      return nil
    }
    let outcome = outcome(on: number, by: .testMetric)
    // Where every run of all failed there is nothing to compare.
    let hasComparison = !family.comparisons(on: number, by: .testMetric).isEmpty
    return outcome == .undecided && !hasComparison ? nil : outcome
  }

  private func outcome(on number: Int, by quantity: Quantity) -> Outcome {
    let problem = problems[number]
    if problem.isUncontested { return .uncontested }
    guard problem.problem.dependsOnSeed else {
      return .oneObservation(problem.ranked(by: quantity))
    }
    let standing = standing(on: number, by: quantity)
    if standing.areAllSame { return .same }
    if standing.hasTooFewSeeds { return .tooFewSeeds }
    if let baseline = plan.spec.report.baseline,
      let base = problem.contenders.firstIndex(where: { $0.contender.optimizer == baseline })
    {
      return .against(BaselineStanding(base, standing))
    }
    if let winner = standing.winner { return .winner(winner) }
    if standing.areEqual(standing.order) { return .equal }
    return standing.leaders.count == standing.order.count ? .undecided : .leaders(standing.leaders)
  }
}

/// How contenders compare with the one that all are compared with.
public struct BaselineStanding: Hashable, Sendable {
  /// The position of the one that all are compared with.
  public let baseline: Int
  /// Those that are clearly better, in the order of the mean ranks, as are the others.
  public let better: [Int]
  /// Those that are clearly worse.
  public let worse: [Int]
  /// Those that are practically equal, or the same.
  public let equal: [Int]
  /// Those of whom the seeds cannot tell.
  public let open: [Int]

  init(_ baseline: Int, _ standing: Standing) {
    self.baseline = baseline
    var verdicts: [Int: Verdict] = [:]
    for comparison in standing.comparisons { verdicts[comparison.one] = comparison.verdict }
    func members(_ isWanted: (Verdict) -> Bool) -> [Int] {
      standing.order.filter { verdicts[$0].map(isWanted) ?? false }
    }
    better = members { $0 == .better }
    worse = members { $0 == .worse }
    equal = members { $0 == .equal || $0 == .same }
    open = members { $0 == .undecided || $0 == .tooFewSeeds }
  }
}
