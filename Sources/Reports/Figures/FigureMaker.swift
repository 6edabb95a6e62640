import Analysis
import Experiments
import Plotting
import Specs

/// Makes the figures that a spec asks for from the statistics.
struct FigureMaker {
  let comparison: Comparison
  /// The look of the whole report, and what stands over every look.
  let look: (general: FigureLook, decisive: FigureLook)
  /// The style of each optimizer, the same in every figure.
  let styles: [String: SeriesStyle]
  private var names = FileNames()

  init(_ comparison: Comparison, look: FigureLook) {
    let spec = comparison.plan.spec
    self.comparison = comparison
    self.look = (spec.report.look, look)
    styles = SeriesStyle.assigned(to: spec.optimizers.map(\.name))
    // Names that the spec gives are not given out again.
    for case .figure(let figure) in spec.report.cells ?? [] {
      if let id = figure.id { _ = names.unique(prefix: id, name: "") }
    }
  }

  /// The figures of `spec`: several where it has more than `mostCurves` loss curves, none where there
  /// is nothing to show.
  mutating func figures(
    _ spec: FigureSpec, mostCurves: Int = LossCurves.mostAskedCurves
  ) -> [ReportFigure] {
    var spec = spec
    spec.look = look.decisive.over(spec.look.over(look.general))
    let drafts = drafts(of: spec, mostCurves: mostCurves)
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

  private func drafts(of spec: FigureSpec, mostCurves: Int) -> [FigureDraft] {
    let scope = FigureScope(comparison: comparison, spec: spec, styles: styles)
    func one(_ figures: some ProblemFigures) -> [FigureDraft] {
      [figures.draft(spec, comparison: comparison)].compactMap { $0 }
    }
    switch spec.content {
    case .lossCurves(let content):
      return LossCurves.drafts(
        spec, content, comparison: comparison, styles: styles, mostCurves: mostCurves)
    case .effectiveStep:
      let steps = EffectiveSteps(
        spec, plan: comparison.plan, styles: styles, mostCurves: mostCurves)
      return [steps?.draft].compactMap { $0 }
    case .timeToTarget(let hasIntervals):
      return one(TargetProfiles(scope: scope, intervals: hasIntervals))
    case .boxStrip(let quantity): return one(BoxStrips(scope: scope, quantity: quantity))
    case .sensitivity(let quantity): return one(Sensitivities(scope: scope, quantity: quantity))
    case .forest(let quantity): return one(ForestPlots(scope: scope, quantity: quantity))
    case .contour: return one(Contours(scope: scope))
    case .performanceProfile(let hasIntervals):
      return [PerformanceProfiles(scope: scope, intervals: hasIntervals)?.draft].compactMap { $0 }
    case .criticalDifference(let quantity):
      return [RankDiagrams(scope: scope, quantity: quantity)?.draft].compactMap { $0 }
    case .heatMap(let numbers): return [numbers.draft(spec)]
    case .parallelCoordinates(let numbers): return [numbers.draft(spec)]
    case .importance(let numbers): return [numbers.draft(spec)]
    case .parity(let numbers): return [numbers.draft(spec)]
    case .searchHistory(let numbers): return [numbers.draft(spec)]
    }
  }

  /// The figure of a draft, with what the spec says of any figure.
  private func finished(_ draft: FigureDraft, id: String, _ spec: FigureSpec) -> ReportFigure {
    var figure = draft.figure
    figure.id = id
    figure.title = spec.title
    figure.height = spec.look.height
    if spec.legend != .automatic { figure.legend = spec.legend.policy }
    return ReportFigure(
      id: id, problem: draft.problem, figure: figure, resolution: spec.look.resolution,
      svgText: spec.look.svgText ?? .paths,
      caption: spec.caption.map { [.text($0)] } ?? draft.caption, data: draft.data)
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
  /// What it shows, which statistic, which band, how many seeds, how many failures.
  var caption: [Inline]
  /// Exactly the numbers that it draws, as CSV.
  var data: [UInt8]
}
