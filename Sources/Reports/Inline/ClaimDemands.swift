import Analysis
import Diagnostics
import Experiments

/// What a claim asks of the problems that it is about.
struct ClaimDemands {
  let claim: ClaimCell
  let plan: Plan

  /// What they have not: the values that are compared, accuracies that could differ so much, or another
  /// problem to make a sample of.
  var all: [UnmetDemand] {
    let claimed = claim.claim(problemCount: plan.problems.count)
    guard !claimed.quantity.isOfSearch else {
      return [
        UnmetDemand(basinOf: claimed.better, in: plan, at: claim.places.better),
        UnmetDemand(basinOf: claimed.than, in: plan, at: claim.places.than),
        missingSample(claimed),
      ].compactMap { $0 }
    }
    let missing = claimed.problems.compactMap {
      UnmetDemand(claimed.quantity, of: plan.problems[$0], at: claim.places.quantity)
    }
    return missing
      + [
        impossibleDifference(claimed), differenceWithoutUnit(claimed), missingSample(claimed),
      ].compactMap { $0 }
  }

  private func impossibleDifference(_ claimed: Claim) -> UnmetDemand? {
    guard let by = claimed.by, by > 1, claimed.quantity.isMetric,
      let problem = claimed.problems.lazy.map({ plan.problems[$0] }).first(where: {
        $0.metric?.isHigherBetter == true
      })
    else { return nil }
    return UnmetDemand(
      range: claim.places.by,
      message: "no two accuracies on \(problem.spec.name.quoted) differ by more than 1",
      help: "they are shares of rows: expected at most 1, such as 0.01 for one in a hundred")
  }

  /// Errors of different targets have no unit in common in which a difference could be told.
  private func differenceWithoutUnit(_ claimed: Claim) -> UnmetDemand? {
    guard claimed.by != nil, claimed.isAcross, claimed.quantity.isMetric,
      let problem = claimed.problems.lazy.map({ plan.problems[$0] }).first(where: {
        $0.metric == .rootMeanSquareError
      })
    else { return nil }
    return UnmetDemand(
      range: claim.places.by,
      message:
        "a difference of errors has no unit across problems, such as \(problem.spec.name.quoted)",
      help: "leave 'by' out, or claim it of each problem without 'across'")
  }

  private func missingSample(_ claimed: Claim) -> UnmetDemand? {
    guard claimed.isAcross else { return nil }
    // Problems on the same rows count once.
    let sources = Set(claimed.problems.map { plan.problems[$0].sourceKey ?? "problem \($0)" })
    guard sources.count < 2 else { return nil }
    let count = claimed.problems.count
    return UnmetDemand(
      range: claim.places.across,
      message: count == 1
        ? "one problem is no sample of problems"
        : "\(count == 2 ? "both" : "all \(count)") problems have the same rows and count as one, which is no sample",
      help: "leave 'across' out, or add problems on other data")
  }
}

extension UnmetDemand {
  /// A quantity that runs on a problem have not; nil where they have it.
  init?(_ quantity: Quantity, of problem: PlannedProblem, at range: Range<Int>) {
    guard !quantity.exists(on: problem) else { return nil }
    self.init(
      range: range,
      message: "runs on \(problem.spec.name.quoted) have no \(quantity.rawValue)",
      help: "it needs held-out rows, or a model with a metric")
  }
}
