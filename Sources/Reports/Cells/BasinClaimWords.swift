import Analysis
import Statistics

/// What searches say of a claim about the widths of basins.
struct BasinClaimWords {
  private let comparison: Comparison
  private let claim: Claim

  init(_ comparison: Comparison, _ claim: Claim) {
    self.comparison = comparison
    self.claim = claim
  }

  /// Why a part is as it is, where that is said differently than of runs; nil where it is not.
  ///
  /// - Parameter pairs: "tuning seeds".
  func reason(_ part: ClaimJudgement.Part, pairs: String) -> [Inline]? {
    switch part.reason {
    case .same: ["the searches of both make the same runs, bit by bit"]
    case .noValues: ["one of the two was not searched"]
    case .bothFailed: ["no search of both found a basin"]
    case .fewShared:
      [.text("with half of the \(pairs) or more one of the two, or both, have no basin")]
    default: nil
    }
  }

  /// "Nadam has a basin at least 0.31 [0.20, 0.50] decades narrower than Adam (10 tuning seeds, adjusted
  /// p = 0.004)", and whose widths are lower bounds.
  ///
  /// - Parameter count: how many pairs there are, and the p value, in brackets.
  func effect(_ effect: Double, _ part: ClaimJudgement.Part, count: String) -> [Inline] {
    let (one, other) = (name(claim.better), name(claim.than))
    if effect.isInfinite {
      let (first, second) = effect > 0 ? (one, other) : (other, one)
      return [first, " mostly has a basin where ", second, .text(" has none \(count)")]
    }
    let isWider = effect >= 0
    let size = EffectText.value(
      effect.magnitude,
      part.interval.map { isWider ? $0 : Interval(low: -$0.high, high: -$0.low) }, neutral: 0)
    let bound = bound(part, isWider: isWider)
    return [
      one, .text(" has a basin \(bound)\(size) decades \(isWider ? "wider" : "narrower") than "),
      other, .text(" \(count)"),
    ] + lowerBounds(part)
  }

  /// What would settle a part: where widths are lower bounds no number of seeds need do so.
  ///
  /// - Parameter seeds: what is said where they are not.
  func outlook(_ part: ClaimJudgement.Part, else seeds: [Inline]) -> [Inline] {
    guard part.outlook != nil else { return [] }
    let isOpen = part.problem.map { open($0) != (0, 0) } ?? isOpenAnywhere
    return isOpen ? [", so a search over a wider range would tell more"] : seeds
  }

  /// How a difference is bounded where the basins of one of the two go on beyond what was searched.
  private func bound(_ part: ClaimJudgement.Part, isWider: Bool) -> String {
    guard let problem = part.problem else { return "" }
    let (one, other) = open(problem)
    guard (one > 0) != (other > 0) else { return "" }
    return (one > 0) == isWider ? BasinTable.atLeast : BasinTable.atMost
  }

  private func lowerBounds(_ part: ClaimJudgement.Part) -> [Inline] {
    guard let problem = part.problem else {
      return isOpenAnywhere
        ? [
          ", where some widths are lower bounds, as their basins reach an end of what was searched"
        ]
        : []
    }
    let (one, other) = open(problem)
    let parts = [(claim.better, one), (claim.than, other)].filter { $1 > 0 }
      .map { optimizer, count -> [Inline] in
        [name(optimizer), .text(" (\(count) of \(part.count))")]
      }
    switch parts.count {
    case 0: return []
    case 1:
      return [", where the width of "] + parts[0]
        + [" is a lower bound, as its basin reaches an end of what was searched"]
    default:
      return [", where the widths of "] + Lists.joined(parts)
        + [" are lower bounds, as their basins reach an end of what was searched"]
    }
  }

  /// With how many tuning seeds the width of each of the two is a lower bound.
  private func open(_ problem: Int) -> (Int, Int) {
    func count(_ optimizer: Int) -> Int {
      comparison.problems[problem].contenders
        .first { $0.contender.optimizer == optimizer }?.basins?.widths.lowerBounds ?? 0
    }
    return (count(claim.better), count(claim.than))
  }

  private var isOpenAnywhere: Bool { claim.problems.contains { open($0) != (0, 0) } }

  private func name(_ optimizer: Int) -> Inline {
    .strong([.text(comparison.plan.spec.optimizers[optimizer].name)])
  }
}
