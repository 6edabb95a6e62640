import Analysis
import Kernels
import Models
import Statistics

extension ReportSection {
  /// Who wins, by how much, how sure.
  static let answer = ReportSection("answer") { AnswerSection(comparison: $0.comparison).blocks }
}

/// The answer: who wins, by how much, how sure, in sentences made from the statistics.
struct AnswerSection {
  let comparison: Comparison

  /// The most rivals that a sentence compares the winner with; tables have all.
  private static let mostRivals = 3

  private var seedCount: Int { comparison.seedCount }

  private var isSingle: Bool { seedCount == 1 }

  var blocks: [Block] {
    let sentences = comparison.problems.flatMap { problem in
      [speed(problem), quality(problem), failures(problem)].compactMap { $0 }
    }
    return [Self.heading, .list(sentences), .paragraph(method)]
  }

  private static let heading = Block.heading(level: 2, ["Answer"])

  /// The first statement of the answer that a document holds; nil where it holds none.
  static func firstStatement(in document: Document) -> [Inline]? {
    guard let place = document.blocks.firstIndex(of: heading),
      case .list(let statements)? = document.blocks[(place + 1)...].first
    else { return nil }
    return statements.first
  }

  private var method: [Inline] {
    let isContest = comparison.problems.contains { !$0.isUncontested }
    guard seedCount >= MedianBootstrap.fewestValues else {
      let few =
        "An interval of the median at 95 % needs at least \(MedianBootstrap.fewestValues) seeds"
      guard isContest else {
        let subject = isSingle ? "One seed shows" : "\(seedCount) seeds show"
        return [.strong(["\(subject) nothing about chance."]), .text(" \(few).")]
      }
      return [
        .strong(["\(seedCount) \(isSingle ? "seed is" : "seeds are") too few to tell."]),
        .text(" \(few); the differences above may be chance."),
      ]
    }
    guard isContest else {
      return [
        "Values are medians over \(seedCount) seeds. Brackets are bootstrap intervals at 95 %."
      ]
    }
    return [
      "Effects are medians over \(seedCount) seeds, paired by seed: all optimizers share the ",
      "split, the initial parameters and the batches of a seed. Brackets are bootstrap intervals",
      " that hold for all pairs of optimizers on a problem together at 95 % (Bonferroni).",
    ]
  }

  // MARK: Speed

  /// "On diabetes Nadam is the fastest: it reaches 1.05 × the best training loss of the seed in a
  /// median of 300 epochs, 0.81 [0.77, 0.86] of Adam's; both got there with all 20 seeds."
  private func speed(_ problem: ProblemComparison) -> [Inline]? {
    guard let first = problem.tellingTargets.first else { return reached(problem) }
    let target = problem.targets[first]
    let goal = target.goal.phrase
    let start: [Inline] = ["On ", .emphasis(["\(problem.name)"])]
    let epochs = problem.contenders.map { $0.summaries[.epochsToTarget] }
    guard let fastest = problem.best(by: .epochsToTarget), let least = epochs[fastest] else {
      return start
        + [
          target.hopelessSeeds == seedCount
            ? " no run of any optimizer got below the training loss that it started from."
            : " no optimizer reached \(goal)\(isSingle ? "" : " in half of its runs")."
        ]
    }
    func median(_ contender: Int) -> Double { epochs[contender]?.median ?? .infinity }
    let rivals = problem.contenders.indices.filter { $0 != fastest && epochs[$0] != nil }
      .sorted { (median($0), $0) < (median($1), $1) }
    let ratios = rivals.map { problem.ratio(.epochsToTarget, of: fastest, to: $0) }
    let verdicts = ratios.map { Verdict($0?.interval, neutral: 1) }
    let claim =
      if rivals.isEmpty { "" } else if verdicts.allSatisfy({ $0 == .less }) {
        " is the fastest: it"
      } else {
        isSingle ? " was first: it" : " has the lowest median time to target: it"
      }
    let winner: [Inline] = [
      " ", .strong(["\(problem.contenders[fastest].name)"]),
      .text(
        "\(claim) reaches \(goal) in \(isSingle ? "" : "a median of ")"
          + "\(NumberText.count(least.median)) epoch\(least.median == 1 ? "" : "s")"),
    ]
    let shown = shownRivals(verdicts)
    // A share of the epochs of somebody who hardly ever arrived would say nothing.
    let parts = shown.filter { median(rivals[$0]).isFinite }.map {
      place -> [Inline] in
      let share = ratios[place].map { EffectText.value($0.median, $0.interval) } ?? "?"
      let doubt = verdicts[place] == .undecided ? " (no clear difference)" : ""
      return ["\(share) of ", .strong(["\(problem.contenders[rivals[place]].name)"]), "’s\(doubt)"]
    }
    return start + winner + (parts.isEmpty ? [] : [", "] + joined(parts))
      + others(rivals.count - shown.count)
      + arrivals(problem, [fastest] + shown.map { rivals[$0] })
  }

  /// The places of the rivals that a sentence names: the nearest, and those that are not clearly
  /// behind.
  private func shownRivals(_ verdicts: [Verdict]) -> [Int] {
    guard verdicts.count > Self.mostRivals else { return Array(verdicts.indices) }
    let doubtful = verdicts.indices.filter { $0 > 0 && verdicts[$0] == .undecided }
    return ([0] + doubtful).prefix(Self.mostRivals).map { $0 }
  }

  private func others(_ count: Int) -> [Inline] {
    count == 0 ? [] : ["; the tables have the other \(count)"]
  }

  /// How many runs of those named reached the target.
  private func arrivals(
    _ problem: ProblemComparison, _ named: [Int]
  ) -> [Inline] {
    let missed = named.compactMap { index in
      problem.contenders[index].summaries[.epochsToTarget].map { (index, $0) }
    }.filter { $0.1.failures > 0 }
    guard !missed.isEmpty else {
      let all = isSingle ? "." : "; all \(seedCount) runs got there."
      return [.text(named.count == 1 ? all : "; all their runs got there.")]
    }
    let parts = missed.map { index, summary -> [Inline] in
      guard !isSingle else { return [.strong(["\(problem.contenders[index].name)"])] }
      return [
        "\(summary.failures) of \(summary.count) runs of ",
        .strong(["\(problem.contenders[index].name)"]),
      ]
    }
    return ["; "] + joined(parts) + [" never got there."]
  }

  /// "On iris Adam reached a training loss of 0.31 [0.30, 0.33]."
  ///
  /// - Returns: nil where no run, or more than one optimizer's, has a loss to tell.
  private func reached(_ problem: ProblemComparison) -> [Inline]? {
    guard let only = problem.best(by: .trainLoss),
      let summary = problem.contenders[only].summaries[.trainLoss]
    else { return nil }
    return [
      "On ", .emphasis(["\(problem.name)"]), " ", .strong(["\(problem.contenders[only].name)"]),
      .text(
        " reached a \(isSingle ? "" : "median ")training loss of "
          + EffectText.value(summary.median, summary.interval) + "."),
    ]
  }

  // MARK: Quality

  /// "The lowest median test RMSE is that of Adam, 54.2 [52, 55]; paired by seed, that of Nadam
  /// differs by 0.01 [−0.02, 0.05] (no clear difference)."
  private func quality(_ problem: ProblemComparison) -> [Inline]? {
    let metric = problem.problem.metric
    let ranking = problem.ranked(by: .testMetric)
    guard let metric, let best = ranking.first,
      let summary = problem.contenders[best].summaries[.testMetric], summary.median.isFinite
    else { return nil }
    let value = EffectText.value(summary.median, summary.interval)
    guard !problem.isUncontested else {
      return [
        "On ", .emphasis(["\(problem.name)"]),
        .text(" its \(isSingle ? "" : "median ")test \(metric.phrase) is \(value)."),
      ]
    }
    let superlative = metric.isHigherBetter ? "highest" : "lowest"
    let start: [Inline] = [
      "On ", .emphasis(["\(problem.name)"]),
      " the \(superlative) \(isSingle ? "" : "median ")test \(metric.phrase) is that of ",
      .strong(["\(problem.contenders[best].name)"]), ", \(value)",
    ]
    let rivals = Array(ranking.dropFirst())
    let differences = rivals.map {
      problem.difference(.testMetric, of: $0, to: best)
    }
    let verdicts = differences.map { Verdict($0?.interval, neutral: 0) }
    let shown = shownRivals(verdicts).filter { differences[$0]?.median.isFinite == true }
    let parts = shown.map { place -> [Inline] in
      let effect = differences[place].map { EffectText.value($0.median, $0.interval) } ?? "?"
      let doubt = verdicts[place] == .undecided ? " (no clear difference)" : ""
      return [
        "that of ", .strong(["\(problem.contenders[rivals[place]].name)"]),
        " differs by \(effect)\(doubt)",
      ]
    }
    let pairing: Inline = isSingle ? "; " : "; paired by seed, "
    return start + (parts.isEmpty ? [] : [pairing] + joined(parts))
      + others(rivals.count - shown.count) + ["."]
  }

  // MARK: Failures

  private func failures(_ problem: ProblemComparison) -> [Inline]? {
    let failed = problem.contenders.filter { $0.failures > 0 }
    guard !failed.isEmpty else { return nil }
    let parts = failed.map { optimizer -> [Inline] in
      guard !isSingle else { return [.strong(["\(optimizer.name)"])] }
      return [
        "\(optimizer.failures) of \(optimizer.runs.count) runs of ", .strong(["\(optimizer.name)"]),
      ]
    }
    guard !isSingle else {
      return ["On ", .emphasis(["\(problem.name)"]), " "] + joined(parts)
        + [parts.count == 1 ? " diverged, a failure." : " diverged, which are failures."]
    }
    return ["On ", .emphasis(["\(problem.name)"]), " "] + joined(parts)
      + [" diverged; they count as failures and as the worst value in every median."]
  }

  /// Parts as a list in a sentence: a, b and c.
  private func joined(_ parts: [[Inline]]) -> [Inline] {
    var result: [Inline] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { result.append(.text(index == parts.count - 1 ? " and " : ", ")) }
      result += part
    }
    return result
  }
}

extension Goal {
  /// The goal in running text.
  var phrase: String {
    switch self {
    case .timesBest(let factor):
      "\(NumberText.significant(factor, 3)) × the best training loss of the seed"
    case .loss(let loss): "a training loss of \(NumberText.exact(loss))"
    }
  }
}

extension TargetArrivals {
  /// With how many of the seeds the goal is another one than its phrase says, in sentences, with a
  /// space before each.
  var exceptions: String {
    let count = seedCount
    func seeds(_ number: Int) -> String {
      count == 1 ? "With the one seed" : "With \(number) of \(count) seeds"
    }
    let near =
      nearSeeds > 0
      ? " \(seeds(nearSeeds)) the start lies within that: there the target is nine tenths of the way "
        + "from the start to the best loss." : ""
    let hopeless =
      hopelessSeeds > 0
      ? " \(seeds(hopelessSeeds)) no run got below the loss that it started from: there no run "
        + "counts as arrived." : ""
    return near + hopeless
  }
}
