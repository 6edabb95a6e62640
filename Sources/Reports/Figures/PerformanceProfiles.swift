import Analysis
import Experiments
import Kernels
import Plotting
import SpecLanguage

/// The share of problems and seeds on which each optimizer is nearly the fastest.
struct PerformanceProfileContent: FigureContent {
  static let name = "performance_profile"
  static let summary = "share of problems and seeds solved within a factor of the fastest"
  static let options = FigureOptions()
  /// Whether shares have intervals; nil for intervals where they are narrow and few.
  var hasIntervals: Bool?

  static func asked(of keys: Keys) -> PerformanceProfileContent? {
    PerformanceProfileContent(hasIntervals: ShareStep.askedIntervals(of: keys))
  }

  var need: String { "a problem whose target a run reached" }

  func drafts(_ scope: FigureScope) -> [FigureDraft] {
    [PerformanceProfiles(scope: scope, intervals: hasIntervals)?.draft].compactMap { $0 }
  }
}

/// The share of problems and seeds on which each optimizer reaches the first target within a factor
/// of the fastest one's epochs.
struct PerformanceProfiles {
  private let scope: FigureScope
  private let problems: [ProblemComparison]
  private let ratios: PerformanceRatios
  private let hasIntervals: Bool
  private let names: [String]

  /// The profiles of the problems and optimizers that a spec names; nil where nobody arrived.
  init?(scope: FigureScope, intervals: Bool?) {
    let problems = scope.problems.filter { !$0.targets.isEmpty }
    let names = scope.names(onAll: problems)
    ratios = PerformanceRatios(
      times: problems.map { problem in
        names.map { name in
          problem.position(of: name).flatMap {
            problem.contenders[$0].observations[.epochsToTarget]?.values
          } ?? []
        }
      })
    self.names = names
    guard ratios.ratios.contains(where: { !$0.isEmpty }) else { return nil }
    self.scope = scope
    hasIntervals =
      intervals ?? ShareStep.hasIntervals(curves: names.count, of: ratios.pairCount)
    self.problems = problems
  }

  var draft: FigureDraft {
    var profile = Profile.performance(names.indices.map(curve))
    profile.x = Axis(
      scope.spec.x, label: "epochs to target, × the fastest", scale: .logarithmic)
    profile.x.lower = profile.x.lower ?? 1
    profile.y.label = "share of problem–seed pairs"
    profile.y = profile.y.overridden(by: scope.spec.y)
    let figure = Figure(
      id: "", profile, style: scope.spec.look.figureStyle(narrow: 5.5),
      width: scope.spec.look.width, alternativeText: alternativeText,
      description: alternativeText)
    let only = problems.count == 1 ? problems[0].problem.spec.name : ""
    return FigureDraft(
      prefix: "performance", name: only, problem: nil, figure: figure, caption: caption,
      data: data)
  }

  /// Beyond the last rise all curves go on for a little, so that it is seen.
  private func curve(_ index: Int) -> Profile.Curve {
    var steps = ratios.steps(of: index)
    steps.append(
      ShareStep(place: max(ratios.greatest * 1.1, 1.5), count: steps[steps.count - 1].count))
    return steps.curve(
      names[index], of: ratios.pairCount, hasIntervals: hasIntervals,
      style: scope.style(names[index]))
  }

  private var caption: [Inline] {
    ["Performance profile on "] + .names(problems.map(\.problem.spec.name)) + [
      .text(
        ": the share of \(ratios.pairCount) pairs of problem and seed on which an optimizer reaches "
          + "the first target within a factor of the epochs of the fastest optimizer of that pair "
          + "(Dolan and Moré 2002). At factor 1: how often it is the fastest; a curve that stays "
          + "below 1 missed the target on the other pairs."
          + (hasIntervals ? " \(ShareStep.explanation)" : ""))
    ]
  }

  private var alternativeText: String {
    let parts = names.enumerated().map { index, name in
      let first = NumberText.fixed(ratios.share(of: index, within: 1), decimals: 2)
      let last = NumberText.fixed(ratios.share(of: index, within: .infinity), decimals: 2)
      return "\(name) is fastest on \(first) and arrives on \(last)"
    }
    return "Performance profile over \(ratios.pairCount) pairs of problem and seed, as shares: "
      + parts.joined(separator: "; ") + "."
  }

  private var data: [UInt8] {
    var table = CSVText(
      header: ["optimizer", "factor"] + ShareStep.columns(hasIntervals: hasIntervals))
    for (index, name) in names.enumerated() {
      curve(index).append(to: &table, beginning: [name])
    }
    return table.bytes
  }
}
