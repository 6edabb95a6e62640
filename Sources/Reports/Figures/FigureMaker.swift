import Analysis
import Plotting
import Specs

/// Makes the figures that a spec asks for from the statistics.
struct FigureMaker {
  /// The most curves in one figure of the standard report: more are not told apart at a glance.
  static let mostCurves = 7
  /// The most curves in a figure that a spec asks for: it is one figure in the paper, too.
  static let mostAskedCurves = 12

  let comparison: Comparison
  /// The look of the whole report, and what stands over every look.
  let look: (general: FigureLook, decisive: FigureLook)
  /// The look of each optimizer, the same in every figure.
  let styles: OptimizerStyles
  private var names = FileNames()

  init(_ comparison: Comparison, look: FigureLook) {
    let spec = comparison.plan.spec
    self.comparison = comparison
    self.look = (spec.report.look, look)
    styles = OptimizerStyles(
      spec.optimizers, palette: look.over(spec.report.look).figureStyle().palette)
    // Names that the spec gives are not given out again.
    for case let cell as FigureCell in spec.report.cells ?? [] {
      if let id = cell.spec.id { _ = names.unique(prefix: id, name: "") }
    }
  }

  /// The figures that show `content`: several where there are more than `mostCurves` curves, none
  /// where there is nothing to show.
  mutating func figures(
    _ content: some FigureContent, _ spec: FigureSpec, mostCurves: Int = mostAskedCurves
  ) -> [ReportFigure] {
    var spec = spec
    spec.look = look.decisive.over(spec.look.over(look.general))
    let drafts = content.drafts(
      FigureScope(comparison: comparison, spec: spec, styles: styles, mostCurves: mostCurves))
    return drafts.enumerated().map { index, draft in
      let id: String
      if let given = spec.id {
        id = index == 0 ? given : names.unique(prefix: "\(given)-\(index + 1)", name: "")
      } else {
        id = names.unique(prefix: draft.prefix, name: draft.name)
      }
      return finished(draft, id: id, spec)
    }
  }

  /// The figure of a draft, with what the spec says of any figure.
  private func finished(_ draft: FigureDraft, id: String, _ spec: FigureSpec) -> ReportFigure {
    var figure = draft.figure
    figure.id = id
    figure.title = spec.title
    figure.subject = draft.words.title
    figure.alternativeText = draft.words.alternative
    figure.description = draft.words.description
    figure.height = spec.look.height
    if spec.legend != .automatic { figure.legend = spec.legend }
    let census = CensusWords(figure, spec, hasGivenColors: draft.hasGivenColors)
    let unseen = census.sentences
    if !unseen.isEmpty { figure.description += unseen }
    let labelled = styles.labelWords(of: figure.rename(styles.labels))
    figure.description += labelled
    // What is heard, read in a caption or looked up in a table shows formulas in its own way.
    figure.alternativeText = LabelText.plain(figure.alternativeText)
    figure.description = LabelText.plain(figure.description)
    let faults =
      spec.panels.arrange(&figure) + spec.notes.draw(in: &figure)
      + [spec.look.shareFault].compactMap { $0 }
    let caption = draft.caption + [unseen, labelled].filter { !$0.isEmpty }.map { .text($0) }
    return ReportFigure(
      id: id, problem: draft.problem, figure: figure, resolution: spec.look.resolution,
      svgText: spec.look.svgText ?? .outlines,
      caption: LabelWords.inlines(caption), data: LabelWords.data(draft.data),
      faults: faults, spec: spec, warnings: [census.warning(figure: id)].compactMap { $0 })
  }
}

/// A figure before it has the name of its files.
struct FigureDraft {
  /// What its name begins with.
  var prefix: String
  /// What its name goes on with, such as the name of a problem.
  var name: String
  /// The problem that it belongs to; nil for several or none.
  var problem: Int?
  /// What is drawn.
  var figure: Figure
  /// What it shows and what is seen in it, for who cannot see it.
  var words: PictureWords
  /// What it shows, which statistic, which band, how many seeds, how many failures.
  var caption: [Inline]
  /// The numbers that it draws, as CSV; of long curves some (`ThinnedRows`).
  var data: [UInt8]
  /// Whether the spec gives the numbers of the first and the last colour.
  var hasGivenColors = false
}
