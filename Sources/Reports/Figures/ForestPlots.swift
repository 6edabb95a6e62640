import Analysis
import Experiments
import Kernels
import Plotting
import SpecLanguage
import Statistics

/// Paired effects against the best optimizer.
struct ForestContent: FigureContent {
  static let name = "forest"
  static let summary = "paired effects against the best optimizer, with intervals"
  static let options = FigureOptions(
    y: .nothing, hasPanels: true, hasLegend: false, hasPlaces: false)
  var quantity: Quantity

  static func asked(of keys: Keys) -> ForestContent? {
    guard let quantity = Quantity.asked(of: keys, default: .epochsToTarget) else { return nil }
    if !quantity.isRatioScaled,
      case .text("log")? = keys.subject?.members["x_scale"]?.value.content
    {
      keys.fault(
        at: "x_scale",
        "a logarithmic axis cannot show differences of \(quantity.rawValue), which may be 0 or less",
        "leave out 'x_scale', or show what is compared by ratios, such as train_loss")
      return nil
    }
    return ForestContent(quantity: quantity)
  }

  var need: String {
    "two optimizers, and a problem whose runs have the quantity \(quantity.rawValue)"
  }

  func drafts(_ scope: FigureScope) -> [FigureDraft] {
    ForestPlots(scope: scope, quantity: quantity).drafts
  }
}

/// Paired effects of every optimizer against the best one, with intervals that hold together.
struct ForestPlots: ProblemFigures {
  static let prefix = "effects"
  let scope: FigureScope
  let quantity: Quantity

  /// One effect as it is drawn.
  private struct Effect {
    var name: String
    var estimate: Double
    /// Its ends may be infinite; nil with too few pairs.
    var interval: Interval?
  }

  private var isRatio: Bool { quantity.isRatioScaled }

  var columns: [String] { ["optimizer", isRatio ? "ratio" : "difference", "low", "high"] }
  var subject: String {
    isRatio
      ? "\(quantity.heading) as a multiple of the best optimizer’s" : "Differences to the best"
  }
  var explanation: String {
    let shown = scope.problems.flatMap { effects($0)?.effects ?? [] }
    let intervals = shown.compactMap(\.interval)
    let seeds = scope.seeds(of: quantity)
    let pairs =
      seeds.count == 1
      ? "The one \(seeds.noun)"
      : "Hodges and Lehmann’s estimates over \(seeds.count) \(seeds.noun)s, paired by \(seeds.noun)"
    if intervals.isEmpty { return "\(pairs); too few for intervals." }
    let isOpen = intervals.contains { !$0.low.isFinite || !$0.high.isFinite }
    return "\(pairs), with intervals at the level at which all comparisons of "
      + "\(isOfAnswer ? "the answer" : "the figure") hold together at 95 %."
      + (isOpen
        ? " An arrow instead of an end: there the interval has none, because "
          + (quantity.isOfSearch
            ? "the basin may go on beyond what was searched."
            : "runs "
              + (quantity == .epochsToTarget ? "did not reach the target." : "failed.")) : "")
  }

  func failures(_ problems: [ProblemComparison]) -> String {
    quantity.isOfSearch ? scope.lowerBounds(problems) : scope.failures(problems)
  }

  func finding(_ problem: ProblemComparison) -> PictureWords.Finding? {
    guard let (best, effects) = effects(problem), !effects.isEmpty else { return nil }
    // The runner-up first, as far as an estimate says so.
    let neutral = isRatio ? 1.0 : 0
    let ordered = effects.enumerated().sorted { one, other in
      (abs(one.element.estimate - neutral), one.offset)
        < (abs(other.element.estimate - neutral), other.offset)
    }.map(\.element)
    let parts = ordered.map { "\(text($0)) with \($0.name)" }
    return PictureWords.Finding(
      opening: "\(isRatio ? "relative" : "compared") to \(problem.contenders[best].name), it is ",
      parts: parts)
  }

  private func text(_ effect: Effect, decimals: Int? = nil) -> String {
    effect.interval.map { EffectText.value(effect.estimate, $0, decimals: decimals) }
      ?? NumberText.significant(effect.estimate, 3)
  }

  func content(_ problem: ProblemComparison) -> ForestPlot? {
    guard let (best, effects) = effects(problem), !effects.isEmpty else { return nil }
    let name = problem.contenders[best].name
    let what = scope.title(quantity, problem)
    let axis = Axis(
      scope.spec.x, label: "\(what), \(isRatio ? "relative" : "difference") to \(name)",
      scale: isRatio ? .logarithmic : .linear)
    // A column of numbers reads best with the same decimals in every row.
    let decimals = EffectText.decimals(forAll: effects.map(\.interval))
    return ForestPlot(
      effects.map { effect in
        ForestPlot.Effect(
          effect.name, estimate: effect.estimate, lower: effect.interval?.low ?? .nan,
          upper: effect.interval?.high ?? .nan,
          text: text(effect, decimals: decimals), style: scope.style(effect.name))
      }, neutral: isRatio ? 1 : 0,
      textHeading: effects.contains { $0.interval != nil } ? "effect [interval]" : "effect", x: axis
    )
  }

  /// Whether the effects are comparisons of the answer, on every problem that is shown.
  private var isOfAnswer: Bool {
    scope.problems.allSatisfy { $0.answerQuantities.contains(resolved($0)) }
  }

  /// The quantity on a problem: the time is that to the answer's target.
  private func resolved(_ problem: ProblemComparison) -> Quantity {
    quantity == .epochsToTarget ? problem.answerTime : quantity
  }

  private func effects(_ problem: ProblemComparison) -> (best: Int, effects: [Effect])? {
    let quantity = resolved(problem)
    guard let number = scope.comparison.problems.firstIndex(where: { $0.name == problem.name }),
      let best = isRatio ? problem.best(by: quantity) : problem.ranked(by: quantity).first
    else { return nil }
    let family = scope.comparison.comparisons(by: quantity, on: number)
    let effects = scope.contenders(problem).filter { $0 != best }.compactMap { index -> Effect? in
      guard let effect = family[number, quantity, index, best] else { return nil }
      return Effect(
        name: problem.contenders[index].name, estimate: effect.effect, interval: effect.interval)
    }
    return (best, effects)
  }

  func append(_ problem: ProblemComparison, to table: inout CSVText) {
    for effect in effects(problem)?.effects ?? [] {
      table.append(problem.name)
      table.append(effect.name)
      table.append(effect.estimate)
      table.append(effect.interval?.low)
      table.append(effect.interval?.high)
      table.endRow()
    }
  }
}
