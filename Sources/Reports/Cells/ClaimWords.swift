import Analysis
import Kernels
import Models
import Statistics

/// A claim with what the runs say of it.
struct ClaimWords {
  private let comparison: Comparison
  private let cell: ClaimCell
  private let judgement: ClaimJudgement
  private let number: Int

  init(
    _ comparison: Comparison, _ cell: ClaimCell, _ judgement: ClaimJudgement, number: Int
  ) {
    self.comparison = comparison
    self.cell = cell
    self.judgement = judgement
    self.number = number
  }

  var block: Block {
    .paragraph(
      [
        .anchor("claim-\(number)"), .strong([.text("Claim \(number).")]),
        .text(" \(sentence(cell.text)) "), .strong([.text(judgement.verdict.rawValue.capitalized)]),
        ": ",
      ] + reasons + ["."])
  }

  /// The claim, ended by a full stop.
  private func sentence(_ text: String) -> String {
    text.last.map { ".!?…".contains($0) } == true ? text : text + "."
  }

  /// Part by part; of many those that decide.
  private var reasons: [Inline] {
    let parts = judgement.parts
    guard parts.count > Lists.most else { return listed(parts.map(words)) }
    let deciding = parts.filter { $0.verdict == judgement.verdict }
    let count = "\(deciding.count) of \(parts.count) problems"
    return [.text("on \(count); ")] + listed(deciding.prefix(Lists.most).map(words))
  }

  private func listed(_ parts: [[Inline]]) -> [Inline] { Array(parts.joined(separator: ["; "])) }

  private func name(_ optimizer: Int) -> Inline {
    .strong([.text(comparison.plan.spec.optimizers[optimizer].name)])
  }

  private func words(_ part: ClaimJudgement.Part) -> [Inline] {
    let place: [Inline] =
      part.problem.map { ["on ", .emphasis([.text(comparison.problems[$0].name)]), " "] }
      ?? ["across problems "]
    return place + reason(part)
  }

  private func reason(_ part: ClaimJudgement.Part) -> [Inline] {
    if cell.claim.quantity.isOfSearch, let words = basins.reason(part, pairs: pairs(part)) {
      return words
    }
    switch part.reason {
    case .oneObservation:
      return ["nothing depends on the seed, and one observation decides nothing"]
    case .noValues: return ["one of the two has no such values"]
    case .bothFailed:
      return [
        part.problem == nil
          ? "half of the runs of both, or more, failed on every problem"
          : "all runs of both failed"
      ]
    case .obstacle(.metAtStart): return ["the target is met before the first step"]
    case .obstacle(.referenceAboveStart): return ["the reference is not below the start"]
    case .obstacle(.unreached): return ["no run reached the target"]
    case .obstacle: return ["the training loss does not compare the optimizers"]
    case .same: return ["both make the same runs, bit by bit"]
    case .tooFewPairs:
      return [
        .text(
          "\(part.count) \(pairs(part)) \(part.count == 1 ? "is" : "are") too few for so many claims"
        )
      ]
    case .fewShared:
      return [.text("in half of the \(pairs(part)) or more one of the two, or both, failed")]
    case .equal:
      return [.text("both are practically equal, within \(margin(part)): ")] + effect(part)
    case .effect where cell.claim.isEqual && part.effect != nil:
      return effect(part) + [.text(", the margin being \(margin(part))")]
    case .effect: return effect(part) + outlook(part)
    }
  }

  /// How far from none an effect may be and count as none: "5 %", "0.005", "0.1 decades".
  private func margin(_ part: ClaimJudgement.Part) -> String {
    if part.isRatio { return "\(NumberText.short(100 * (part.margin.high - 1), digits: 2)) %" }
    let unit = cell.claim.quantity.isOfSearch ? " decades" : ""
    return NumberText.short(part.margin.high, digits: 2) + unit
  }

  private func pairs(_ part: ClaimJudgement.Part) -> String {
    let seed = cell.claim.quantity.isOfSearch ? "tuning seed" : "seed"
    return (part.problem == nil ? "problem" : seed) + (part.count == 1 ? "" : "s")
  }

  private var basins: BasinClaimWords { BasinClaimWords(comparison, cell.claim) }

  /// "Nadam has 1.11 [1.08, 1.15] times the epochs to target of Adam (20 seeds, adjusted p < 0.001)".
  private func effect(_ part: ClaimJudgement.Part) -> [Inline] {
    let count = "(\(part.count) \(pairs(part)), \(probability(part)))"
    guard let effect = part.effect else {
      return [.text("by the ranks of the differences, whose units differ \(count)")]
    }
    if cell.claim.quantity.isOfSearch { return basins.effect(effect, part, count: count) }
    // Then it is who arrived at all that tells them apart.
    if part.isRatio && effect == 0 || effect.isInfinite {
      let (one, other) = (name(cell.claim.better), name(cell.claim.than))
      let hasFirst =
        part.isRatio ? effect == 0 : (effect > 0) == (metric(part)?.isHigherBetter == true)
      return [hasFirst ? one : other, " mostly succeeds where ", hasFirst ? other : one]
        + [.text(" fails \(count)")]
    }
    let value = EffectText.value(effect, part.interval, neutral: part.isRatio ? 1 : 0)
    let quantity = cell.claim.quantity.title(metric(part)) + easierTarget(part)
    let middle =
      part.isRatio
      ? " has \(value) times the \(quantity) of "
      : " differs by \(value) in \(quantity) from "
    return [name(cell.claim.better), .text(middle), name(cell.claim.than), .text(" \(count)")]
  }

  private func metric(_ part: ClaimJudgement.Part) -> Metric? {
    part.problem.flatMap { comparison.problems[$0].problem.metric }
  }

  /// The target, where it is not the first that the spec asks for.
  private func easierTarget(_ part: ClaimJudgement.Part) -> String {
    guard cell.claim.quantity == .epochsToTarget,
      let problem = part.problem.map({ comparison.problems[$0] }),
      let target = problem.answerTarget, target > 0
    else { return "" }
    return " (\(problem.words(target).short))"
  }

  private func probability(_ part: ClaimJudgement.Part) -> String {
    guard let value = part.adjustedProbability else { return "no test" }
    return value < 0.001 ? "adjusted p < 0.001" : "adjusted p = \(NumberText.significant(value, 2))"
  }

  private func outlook(_ part: ClaimJudgement.Part) -> [Inline] {
    if cell.claim.quantity.isOfSearch { return basins.outlook(part, else: seedsOutlook(part)) }
    return seedsOutlook(part)
  }

  private func seedsOutlook(_ part: ClaimJudgement.Part) -> [Inline] {
    switch part.outlook {
    case .seeds(let count):
      [.text(", about \(count) \(pairs(part)) would probably settle it")]
    case .data: [", more data, not more seeds, would settle it"]
    case .some(.none): [", not even 1,000 would probably settle it"]
    case nil: []
    }
  }
}
