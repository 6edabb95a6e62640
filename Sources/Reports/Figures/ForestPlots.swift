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

  private var isRatio: Bool { quantity.isRatioScaled }

  var columns: [String] { ["optimizer", isRatio ? "ratio" : "difference", "low", "high", "note"] }
  var subject: String {
    isRatio
      ? "\(quantity.heading) as a multiple of the best optimizer’s" : "Differences to the best"
  }
  var explanation: String {
    let shown = scope.problems.flatMap { effects($0)?.effects ?? [] }.filter { $0.note == nil }
    if shown.isEmpty { return "No runs have values whose difference could be shown." }
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
    let words = EffectRow.Words(quantity: quantity)
    let name = problem.contenders[best].name
    let (valued, others) = (effects.filter { $0.note == nil }, effects.filter { $0.note != nil })
    let notes = others.map { "\($0.name): \($0.note ?? "")" }
    if valued.isEmpty {
      return PictureWords.Finding(
        opening: "there is no \(isRatio ? "ratio" : "difference") to \(name): ", parts: notes)
    }
    // The runner-up first, as far as an estimate says so.
    let neutral = isRatio ? 1.0 : 0
    let ordered = valued.enumerated().sorted { one, other in
      (abs(one.element.estimate - neutral), one.offset)
        < (abs(other.element.estimate - neutral), other.offset)
    }.map(\.element)
    return PictureWords.Finding(
      opening: "\(isRatio ? "relative" : "compared") to \(name), it is ",
      parts: ordered.map { "\(words.text($0)) with \($0.name)" } + notes)
  }

  func content(_ problem: ProblemComparison) -> ForestPlot? {
    guard let (best, effects) = effects(problem), !effects.isEmpty else { return nil }
    let name = problem.contenders[best].name
    let what = scope.title(quantity, problem)
    let axis = Axis(
      scope.spec.x, label: "\(what), \(isRatio ? "relative" : "difference") to \(name)",
      scale: isRatio ? .logarithmic : .linear)
    // A column of numbers reads best in one notation, with the same decimals in every row.
    let words = EffectRow.Words(
      quantity: quantity,
      notation: EffectNotation(
        forAll: effects.filter { $0.note == nil }.map { ($0.estimate, $0.interval) }))
    let neutral = isRatio ? 1.0 : 0
    let reference = ForestPlot.Effect(
      name, estimate: effects.contains { $0.note == nil } ? neutral : .nan, lower: .nan,
      upper: .nan, text: "reference", style: scope.style(name))
    let rows = effects.map { effect in
      ForestPlot.Effect(
        effect.name, estimate: effect.note == nil ? effect.estimate : .nan,
        lower: effect.interval?.low ?? .nan, upper: effect.interval?.high ?? .nan,
        text: words.columnText(effect), style: scope.style(effect.name))
    }
    return ForestPlot(
      [reference] + rows, neutral: neutral,
      textHeading: effects.contains { $0.interval != nil } ? "effect [interval]" : nil, x: axis)
  }

  /// Whether the effects are comparisons of the answer, on every problem that is shown.
  private var isOfAnswer: Bool {
    scope.problems.allSatisfy { $0.answerQuantities.contains(resolved($0)) }
  }

  /// The quantity on a problem: the time is that to the answer's target.
  private func resolved(_ problem: ProblemComparison) -> Quantity {
    quantity == .epochsToTarget ? problem.answerTime : quantity
  }

  /// The effects, from the best to the worst unless the spec names the optimizers; those without a value last.
  private func effects(_ problem: ProblemComparison) -> (best: Int, effects: [EffectRow])? {
    let quantity = resolved(problem)
    let shown = scope.contenders(problem)
    guard let number = scope.comparison.problems.firstIndex(where: { $0.name == problem.name }),
      let best = isRatio
        ? problem.best(by: quantity) ?? problem.ranked(by: quantity).first
        : problem.ranked(by: quantity).first
    else { return nil }
    let family = scope.comparison.comparisons(by: quantity, on: number)
    let effects = shown.filter { $0 != best }.compactMap { index -> EffectRow? in
      let name = problem.contenders[index].name
      if let effect = family[number, quantity, index, best] {
        return EffectRow(name: name, estimate: effect.effect, interval: effect.interval)
      }
      let pair = [index, best].map { scope.observations(quantity, problem, $0)?.values ?? [] }
      guard pair.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == nil } }) else { return nil }
      return EffectRow(name: name, note: "both \(quantity.failureWord)")
    }
    if scope.spec.optimizers != nil { return (best, effects) }
    let sign = quantity.worst(problem.problem.metric) > 0 ? 1.0 : -1.0
    let keys = effects.map { $0.estimate.isNaN ? .infinity : sign * $0.estimate }
    let order = effects.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    return (best, order.map { effects[$0] })
  }

  func append(_ problem: ProblemComparison, to table: inout CSVText) {
    for effect in effects(problem)?.effects ?? [] {
      table.append(problem.name)
      table.append(effect.name)
      table.append(effect.note == nil ? effect.estimate : nil)
      table.append(effect.interval?.low)
      table.append(effect.interval?.high)
      table.append(effect.note ?? "")
      table.endRow()
    }
  }
}
