import Analysis

extension ReportSection {
  /// Over all problems: clear wins, ranks and effects in a table, rank diagram and profiles.
  static let across = ReportSection("across") { composer in
    if let section = AcrossSection(composer.comparison) { return section.blocks(&composer) }
    return [AcrossSection.heading]
      + composer.gap(CellGap(section: "across", need: AcrossSection.need))
  }
}

/// What is told over all problems: at most three sentences, a table, and the figures.
struct AcrossSection {
  private let across: AcrossProblems

  /// - Returns: nil where there is nothing to compare across.
  init?(_ comparison: Comparison) {
    guard let across = AcrossProblems(comparison) else { return nil }
    self.across = across
  }

  static let heading = Block.heading(level: 2, ["Across problems"])

  /// What there must be, to follow "it needs".
  static let need =
    "two optimizers that ran on two problems with different rows, whose times to a target compare"

  func blocks(_ composer: inout ReportComposer) -> [Block] {
    let sentences = Array(AcrossWords(across).sentences.joined(separator: [" "]))
    let table = AcrossTable(across).table(number: composer.numbering.nextTable())
    return [Self.heading, .paragraph(sentences), .table(table)] + AcrossPairs(across).blocks
      + composer.figures(RankDiagramContent(quantity: .epochsToTarget), FigureSpec())
      + composer.figures(PerformanceProfileContent(), FigureSpec())
  }
}
