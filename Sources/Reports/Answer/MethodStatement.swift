import Analysis
import Diagnostics
import Kernels
import Specs
import Statistics

/// What the numbers of an answer rest on, and what they cannot carry.
struct MethodStatement {
  let comparison: Comparison

  private var family: ComparisonFamily { comparison.family }
  private var seeds: Int { comparison.seedCount }

  // MARK: What comes first

  /// What the runs cannot carry, paragraph by paragraph; to be said before anything else.
  var limits: [[Inline]] { [tooFewSeeds, oneObservation].compactMap { $0 } }

  private var tooFewSeeds: [Inline]? {
    let affected = family.comparisons.filter { $0.verdict == .tooFewSeeds }
    guard let most = affected.map(\.count).max() else {
      return isSingle ? singleSeed : nil
    }
    let pairs = counted(family.size, "comparison")
    let are = most == 1 ? "seed is" : "seeds are"
    return [
      .strong([.text("\(most) \(are) too few to tell.")]),
      .text(
        " No exact test of \(counted(most, "pair")) gives a p below "
          + "\(NumberText.significant(leastProbability(most), 2)), and \(pairs) "
          + "\(family.size == 1 ? "needs" : "together need") "
          + "\(NumberText.significant(0.05 / Double(max(1, family.size)), 2)): "
          + "\(counted(family.fewestSeeds, "seed")) would do."),
    ]
  }

  private func leastProbability(_ count: Int) -> Double {
    count > 1000 ? 0 : (1..<max(1, count)).reduce(1.0) { half, _ in half / 2 }
  }

  /// One optimizer with one seed has nothing to compare, and nothing to say about chance.
  private var isSingle: Bool {
    seeds == 1 && comparison.problems.contains { $0.problem.dependsOnSeed }
  }

  private var singleSeed: [Inline] {
    [
      .strong(["One seed shows nothing about chance."]),
      .text(
        " An interval of the median at 95 % needs at least \(fewestValues) seeds."),
    ]
  }

  private var fewestValues: Int { HolmFamily.fewestSeeds(comparisons: 1) }

  private var oneObservation: [Inline]? {
    let fixed = comparison.problems.filter { !$0.problem.dependsOnSeed }
    guard !fixed.isEmpty else { return nil }
    let all = fixed.count == comparison.problems.count
    let start: [Inline] =
      all ? ["Nothing"] : ["On "] + Lists.problems(fixed.map(\.name)) + [" nothing"]
    return start + [
      " here depends on the seed: every seed gives the same run, which is one observation of an ",
      "optimizer and carries no verdict about chance.",
    ]
  }

  // MARK: What comes last

  /// How it was compared.
  var paragraph: [Inline] {
    guard !family.comparisons.isEmpty else {
      let hasIntervals = comparison.problems.contains { problem in
        problem.contenders.contains {
          $0.summaries[.trainLoss].map { $0.median.isFinite && $0.interval != nil } ?? false
        }
      }
      return hasIntervals
        ? [.text("Values are medians over \(seeds) seeds; brackets are their 95 % intervals.")] : []
    }
    if family.comparisons.allSatisfy({ $0.verdict == .tooFewSeeds || $0.verdict == .same }) {
      return []
    }
    let hasMetric = family.comparisons.contains { $0.dataProbability != nil }
    var text =
      "Runs are paired by seed: all optimizers share \(shared) of a seed. Each comparison is "
      + "Wilcoxon’s signed-rank test, exact"
    if hasMetric {
      text +=
        "; for the test metric Nadeau and Bengio’s corrected resampled t-test has to agree, since all "
        + "seeds share the same rows"
    }
    text += ". " + together
    text +=
      " “Clearly” is said where the adjusted p is below 0.05, “practically equal” where the interval of "
      + "the effect lies within \(margins). Effects are Hodges and Lehmann’s; brackets of effects hold "
      + "\(comparison.plan.spec.report.family == .report ? "together" : "one by one") and agree with "
      + "the verdicts, brackets of single values are plain 95 % intervals of the median. A run that "
      + "failed or never arrived counts as the worst\(blownUp). "
    return [
      .text(text), "Every comparison: ",
      .link([.code("data/comparisons.csv")], to: "data/comparisons.csv"),
      ".",
    ]
  }

  /// That errors beyond all measure count as failures, where there are any.
  private var blownUp: String {
    let isThere = comparison.problems.contains { problem in
      guard let most = problem.greatestError(.testMetric) else { return false }
      return problem.contenders.contains {
        $0.observations[.testMetric]?.values.contains { $0.map { $0 > most } ?? false } == true
      }
    }
    return isThere
      ? ", as does in the tests one whose test RMSE is above 1,000 times the trivial predictor’s"
      : ""
  }

  private var together: String {
    let count = family.comparisons.count
    guard count > 1 else { return "It is the only comparison." }
    switch comparison.plan.spec.report.family {
    case .report:
      return "All \(count) comparisons of this answer hold together at 95 % (Holm)."
    case .problem:
      return
        "Statements hold one by one: at 95 % for each quantity on each problem alone (Holm), not for "
        + "all \(count) comparisons together."
    }
  }

  /// What the optimizers share, on any of the problems.
  private var shared: String {
    let problems = comparison.plan.problems.filter(\.dependsOnSeed)
    var parts: [String] = []
    if problems.contains(where: { ($0.sizes?.test ?? 0) + ($0.sizes?.validation ?? 0) > 0 }) {
      parts.append("the split")
    }
    if problems.contains(where: { $0.spec.model.startsAtRandom }) {
      parts.append("the initial parameters")
    }
    if problems.contains(where: { problem in
      problem.spec.budget.batchSize.updatesPerEpoch(examples: problem.sizes?.training ?? 1) > 1
        && Set(problem.contenders.map(\.budget.batchSize)).count == 1
    }) {
      parts.append("the batches")
    }
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "everything" }
    return parts.dropLast().joined(separator: ", ") + " and \(last)"
  }

  /// Whether a claim compares basins of learning rates, which no comparison of the answer does.
  private var claimsBasins: Bool {
    (comparison.plan.spec.report.cells ?? []).contains {
      ($0 as? ClaimCell)?.claim.quantity.isOfSearch == true
    }
  }

  private var margins: String {
    let margins = comparison.plan.spec.report.margins
    let quantities = Set(family.comparisons.map(\.quantity))
    let metrics = Set(comparison.problems.compactMap(\.problem.metric))
    var parts: [String] = []
    if quantities.contains(where: { $0 != .testMetric }) {
      parts.append("\(NumberText.short(100 * margins.time)) % of a time")
    }
    if quantities.contains(.testMetric) {
      if metrics.contains(.rootMeanSquareError) {
        let share = NumberText.short(100 * margins.rootMeanSquareError)
        let least = comparison.problems.contains { $0.isNoiseless(margins) }
        parts.append(
          "\(share) % of the best RMSE"
            + (least ? " (but at least 0.01 % of the trivial predictor’s)" : ""))
      }
      if metrics.contains(.accuracy) {
        parts.append("\(NumberText.short(margins.accuracy)) of an accuracy")
      }
    }
    if claimsBasins {
      let decades = NumberText.exact(LearningRateBasins.margin.high)
      parts.append("\(decades) decades of the width of a basin")
    }
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " or \(last)"
  }
}
