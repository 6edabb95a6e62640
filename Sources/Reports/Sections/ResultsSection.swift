import Analysis

extension ReportSection {
  /// Per problem: the loss curves, the final figures and the time to target.
  static let results = ReportSection("results") { composer in
    composer.comparison.problems.indices.flatMap { index -> [Block] in
      let name = composer.comparison.problems[index].name
      return [.heading(level: 2, ["Results on ", .emphasis([.text(name)])])]
        + composer.lossFigures(problem: index)
        + composer.table(FinalTable(), problem: index)
        + composer.table(TargetTable(), problem: index)
    }
  }
}

extension ReportComposer {
  /// The loss curves of a problem: in one figure, or, where there are more than can be told apart, the best
  /// of each rule, and the others folded away, rule by rule.
  fileprivate mutating func lossFigures(problem index: Int) -> [Block] {
    let problem = comparison.problems[index]
    let count = problem.contenders.count { !$0.runs.isEmpty }
    let most = FigureMaker.mostCurves
    let rules = RuleGroup.all(on: problem)
    guard count > most else { return figures(LossCurvesContent(), FigureSpec(problems: [index])) }
    let bests = rules.compactMap(\.best).sorted { $0.rank < $1.rank }.prefix(most)
    let (shown, words): ([Int], String)
    if rules.count == 1 {
      // A single rule has no rivals to be shown with.
      shown = problem.best(most)
      words = "the \(shown.count) optimizers with the lowest final training losses"
    } else {
      shown = bests.map(\.optimizer).sorted()
      let which =
        bests.count == rules.count
        ? "of each rule" : "of the \(bests.count) best of \(rules.count) rules"
      words = "\(which) the optimizer with the lowest final training loss"
    }
    let overview = figures(
      LossCurvesContent(selection: CurveSelection(words: words, name: "")),
      FigureSpec(problems: [index], optimizers: shown))
    // Of a rule with one optimizer the overview shows all, unless there are too many rules.
    let all = bests.count == rules.count ? rules.filter { $0.optimizers.count > 1 } : rules
    let others =
      all.count > most
      ? figures(LossCurvesContent(), FigureSpec(problems: [index]))
      : all.flatMap { rule in
        figures(
          LossCurvesContent(
            selection: CurveSelection(words: "optimizers of the rule \(rule.name)", name: rule.name)
          ),
          FigureSpec(problems: [index], optimizers: rule.optimizers))
      }
    guard !others.isEmpty else { return overview }
    return overview + [
      .details(summary: [.text("The loss curves of all \(count) optimizers")], others)
    ]
  }
}

extension ProblemComparison {
  /// The positions in the spec of the optimizers with the lowest final training losses, rising.
  fileprivate func best(_ count: Int) -> [Int] {
    ranked(by: .trainLoss).prefix(count).map { contenders[$0].contender.optimizer }.sorted()
  }
}
