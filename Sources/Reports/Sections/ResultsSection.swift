extension ReportSection {
  /// Per problem: the loss curves, the final figures and the time to target.
  static let results = ReportSection("results") { composer in
    composer.comparison.problems.indices.flatMap { index -> [Block] in
      let name = composer.comparison.problems[index].name
      return [.heading(level: 2, ["Results on ", .emphasis([.text(name)])])]
        + composer.figures(LossCurvesContent(), FigureSpec(problems: [index]))
        + composer.table(FinalTable(), problem: index)
        + composer.table(TargetTable(), problem: index)
    }
  }
}
