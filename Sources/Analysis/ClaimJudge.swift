import Kernels
import Specs
import Statistics

extension Comparison {
  /// What the runs say of claims, which hold together: they were stated before the data, as a family of
  /// their own (Holm).
  public func judged(_ claims: [Claim]) -> [ClaimJudgement] {
    let drafts = claims.map { claim in
      claim.isAcross
        ? [AcrossClaim(self, claim).draft] : claim.problems.map { draft(claim, on: $0) }
    }
    let tests = drafts.joined().compactMap(\.test)
    let family = HolmFamily(probabilities: tests.map(\.probability))
    var place = 0
    return zip(claims, drafts).map { claim, drafts in
      let parts = drafts.map { draft -> ClaimJudgement.Part in
        guard let test = draft.test else { return draft.part(of: claim) }
        defer { place += 1 }
        return draft.part(
          of: claim, test, adjusted: family.adjusted[place], level: family.levels[place],
          size: tests.count)
      }
      let verdict: ClaimJudgement.Verdict =
        if parts.contains(where: { $0.verdict == .contradicted }) {
          .contradicted
        } else if !parts
          .isEmpty, parts.allSatisfy({ $0.verdict == .supported })
        { .supported } else { .undecided }
      return ClaimJudgement(verdict: verdict, parts: parts)
    }
  }

  private func draft(_ claim: Claim, on number: Int) -> ClaimDraft {
    let problem = problems[number]
    let margin = problem.margin(claim.quantity, plan.spec.report.margins)
    var draft = ClaimDraft(problem: number, margin: margin)
    guard problem.problem.dependsOnSeed else {
      draft.reason = .oneObservation
      return draft
    }
    var quantity = claim.quantity
    if quantity == .epochsToTarget {
      if let obstacle = problem.timeObstacle {
        draft.reason = .obstacle(obstacle)
        return draft
      }
      quantity = problem.answerTime
    }
    guard let one = problem.contender(of: claim.better),
      let other = problem.contender(of: claim.than)
    else { return draft }
    draft.areSameRuns = problem.areSameRuns(one, other, by: quantity)
    let worst = quantity.worst(problem.problem.metric)
    draft.test = problem.test(
      quantity, one, other,
      shift: claim.shift(isRatio: quantity.isRatioScaled, isLowerBetter: worst > 0))
    if [one, other].allSatisfy({ problem.contenders[$0].observations[quantity] != nil }) {
      draft.reason = .bothFailed
    }
    return draft
  }
}

extension ProblemComparison {
  /// The position of the contender that comes from an optimizer of the spec.
  func contender(of optimizer: Int) -> Int? {
    contenders.firstIndex { $0.contender.optimizer == optimizer }
  }

  /// What tells its table from others; nil for a test function.
  public var sourceKey: String? { problem.sourceKey }
}

extension Claim {
  /// The effect that is no better than what is claimed, on the scale of the test.
  func shift(isRatio: Bool, isLowerBetter: Bool) -> Double {
    guard let by, !isEqual else { return 0 }
    let size = isRatio ? log(by) : by
    return isLowerBetter ? -size : size
  }
}

/// A part of a claim before all of them are adjusted.
struct ClaimDraft {
  var problem: Int?
  /// The effects that count as none.
  var margin: Interval
  /// Why there is no test.
  var reason = ClaimJudgement.Reason.noValues
  /// Whether the runs of both are the same, bit by bit.
  var areSameRuns = false
  /// Whether the effect has a unit that a reader knows.
  var hasEffect = true
  var test: PairedTest?

  /// An estimate within its interval: where many pairs are ties it can be outside.
  private func clamped(_ effect: Double, _ interval: Interval?) -> Double {
    interval.map { min(max(effect, $0.low), $0.high) } ?? effect
  }

  /// The part without a test.
  func part(of claim: Claim) -> ClaimJudgement.Part {
    ClaimJudgement.Part(
      problem: problem, verdict: .undecided, reason: reason, count: 0, effect: nil, interval: nil,
      isRatio: claim.quantity.isRatioScaled, margin: margin, adjustedProbability: nil, outlook: nil)
  }

  func part(
    of claim: Claim, _ test: PairedTest, adjusted: Double, level: Double, size: Int
  ) -> ClaimJudgement.Part {
    let isRejected = adjusted < 0.05
    let firstLevel = 1 - 0.05 / Double(max(1, size))
    let count = test.differences.count
    let isCarried = count >= HolmFamily.fewestSeeds(comparisons: max(1, size))
    let interval = test.interval(
      level: claim.isEqual ? firstLevel : level, isRejected: isRejected)
    let isWithin =
      test.hasSharedValues && hasEffect
      && interval.map { margin.contains($0.low) && margin.contains($0.high) } ?? false
    let isOutside = interval.map { $0.high < margin.low || $0.low > margin.high } ?? false
    let isRightWay = test.isBelowShift == test.isLowerBetter
    let (verdict, reason): (ClaimJudgement.Verdict, ClaimJudgement.Reason) =
      if areSameRuns { (claim.isEqual ? .supported : .contradicted, .same) } else if !isCarried {
        (.undecided, .tooFewPairs)
      } else if claim.isEqual, !test.hasSharedValues, !(isOutside && isRejected) {
        (.undecided, .fewShared)
      } else if claim.isEqual {
        isWithin
          ? (.supported, .equal) : (isOutside && isRejected ? .contradicted : .undecided, .effect)
      } else if isWithin, claim.by == nil { (.contradicted, .equal) } else if isRejected {
        (isRightWay ? .supported : .contradicted, .effect)
      } else { (.undecided, .effect) }
    let isOpen = verdict == .undecided && reason == .effect && !claim.isEqual
    return ClaimJudgement.Part(
      problem: problem, verdict: verdict, reason: reason, count: count,
      effect: hasEffect ? clamped(test.effect, interval) : nil,
      interval: hasEffect ? interval : nil, isRatio: test.isRatio, margin: margin,
      adjustedProbability: adjusted,
      outlook: isOpen ? test.outlook(level: firstLevel) : nil)
  }
}
