import Statistics

/// The answer: who wins, by how much, how sure, in sentences made from the statistics.
struct AnswerSection {
  let comparison: Comparison

  private var seedCount: Int { comparison.results.plan.spec.seeds.count }

  var blocks: [Block] {
    let problems = comparison.problems
    let sentences = problems.flatMap { problem in
      [speed(problem), quality(problem), failures(problem)].compactMap { $0 }
    }
    var blocks: [Block] = [.heading(level: 2, ["Answer"]), .list(sentences)]
    if seedCount < MedianBootstrap.fewestValues {
      blocks.append(
        .paragraph([
          .strong(["\(seedCount) \(seedCount == 1 ? "seed is" : "seeds are") too few to tell."]),
          .text(
            " An interval of the median at 95 % needs at least \(MedianBootstrap.fewestValues)"
              + " seeds; the differences above may be chance."),
        ]))
    } else {
      blocks.append(.paragraph([.text(method)]))
    }
    return blocks
  }

  private var method: String {
    "Effects are medians over \(seedCount) seeds, paired by seed: all optimizers share the split, "
      + "the initial parameters and the batches of a seed. Brackets are bootstrap intervals that "
      + "hold for all pairs of optimizers on a problem together at 95 % (Bonferroni)."
  }

  // MARK: Speed

  /// "On diabetes Nadam is the fastest: it reaches 1.05 × the best training loss in 0.81 [0.77,
  /// 0.86] of Adam's epochs (20 of 20 seeds)."
  private func speed(_ problem: ProblemComparison) -> [Inline]? {
    guard let target = problem.targets.first else { return nil }
    let name: [Inline] = ["On ", .emphasis([.text(problem.problem.spec.name)])]
    let goal = target.times.goal.phrase
    guard let fastest = problem.fastest(target: 0) else {
      return name + [.text(" no optimizer reached \(goal) with any seed.")]
    }
    let winner = problem.optimizers[fastest]
    let arrived = arrivals(target.summaries[fastest])
    guard problem.optimizers.count > 1 else {
      let epochs = NumberText.significant(target.summaries[fastest].median, 4)
      return name + [
        " ", .strong([.text(winner.name)]),
        .text(" reaches \(goal) after a median of \(epochs) epochs (\(arrived))."),
      ]
    }
    let rivals = problem.optimizers.indices.filter { $0 != fastest }
    let ratios = rivals.map {
      problem.ratio(target: 0, of: fastest, to: $0, bootstrap: comparison.bootstrap)
    }
    let verdicts = ratios.map { Verdict($0?.interval, neutral: 1) }
    let claim =
      verdicts.allSatisfy { $0 == .less }
      ? " is the fastest: it reaches \(goal) in " : " has the lowest median: it reaches \(goal) in "
    let parts = zip(rivals, zip(ratios, verdicts)).map { rival, effect -> [Inline] in
      let other: [Inline] = [
        .text(effect0(effect.0)), " of ", .strong([.text(problem.optimizers[rival].name)]),
        .text("’s epochs (\(arrivals(target.summaries[rival])))"),
      ]
      return other + (effect.1 == .undecided ? [.text(", which is no clear difference")] : [])
    }
    return name + [" ", .strong([.text(winner.name)]), .text(claim)] + joined(parts)
      + [.text("; it got there with \(arrived).")]
  }

  private func effect0(_ ratio: PairedRatio?) -> String {
    guard let ratio else { return "an unknown share" }
    return EffectText.value(ratio.median, ratio.interval)
  }

  private func arrivals(_ summary: Summary) -> String {
    "\(summary.count - summary.failures) of \(summary.count) seeds"
  }

  // MARK: Quality

  /// "In test RMSE Adam is lowest, 54.2; Nadam's is higher by 0.01 [−0.02, 0.05]: no clear
  /// difference."
  private func quality(_ problem: ProblemComparison) -> [Inline]? {
    guard let best = problem.lowest(.testMetric),
      let summary = problem.optimizers[best].summaries[.testMetric], summary.median.isFinite
    else { return nil }
    let value = EffectText.value(summary.median, summary.interval)
    let start: [Inline] = [
      "On ", .emphasis([.text(problem.problem.spec.name)]),
      .text(" the lowest median test RMSE is that of "),
      .strong([.text(problem.optimizers[best].name)]), .text(", \(value)"),
    ]
    let rivals = problem.optimizers.indices.filter { $0 != best }
    let parts = rivals.compactMap { rival -> [Inline]? in
      guard
        let difference = problem.difference(
          .testMetric, of: rival, to: best, bootstrap: comparison.bootstrap)
      else { return nil }
      return sentence(problem.optimizers[rival].name, difference)
    }
    return start + (parts.isEmpty ? ["."] : ["; "] + joined(parts) + ["."])
  }

  private func sentence(_ name: String, _ difference: PairedDifference) -> [Inline] {
    let effect = EffectText.value(difference.median, difference.interval)
    let judgement =
      switch Verdict(difference.interval, neutral: 0) {
      case .less, .more, .tooFewSeeds: ""
      case .undecided: ", no clear difference"
      }
    return [
      .text("paired by seed that of "), .strong([.text(name)]),
      .text(" differs by \(effect)\(judgement)"),
    ]
  }

  // MARK: Failures

  private func failures(_ problem: ProblemComparison) -> [Inline]? {
    let failed = problem.optimizers.filter { $0.failures > 0 }
    guard !failed.isEmpty else { return nil }
    let parts = failed.map { optimizer -> [Inline] in
      [.text("\(optimizer.failures) of \(seedCount) runs of "), .strong([.text(optimizer.name)])]
    }
    return ["On ", .emphasis([.text(problem.problem.spec.name)]), " "] + joined(parts)
      + [" diverged; they count as failures and as the worst value in every median."]
  }

  private func joined(_ parts: [[Inline]]) -> [Inline] {
    var result: [Inline] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { result.append(.text(index == parts.count - 1 ? " and " : ", ")) }
      result += part
    }
    return result
  }
}

extension TimeToTarget.Goal {
  /// The goal in running text.
  var phrase: String {
    switch self {
    case .timesBest(let factor):
      "\(NumberText.significant(factor, 3)) × the best training loss of the seed"
    case .loss(let loss): "a training loss of \(NumberText.significant(loss, 6))"
    }
  }
}
