import Kernels
import Models
import Specs
import Statistics

/// The test of a claim across problems: of the medians, one pair a problem; problems on the same rows count
/// once.
///
/// Pairs must have one unit. Times, losses and root mean square errors are compared by ratios, which have none;
/// accuracies and widths of basins by differences. Where problems have metrics of both kinds the test holds nevertheless, as it asks
/// for no more than that each sign could be the other; an effect would be of mixed units, and none is given.
struct AcrossClaim {
  private let comparison: Comparison
  private let claim: Claim

  /// The medians of the two on one problem, nil where more than half of the runs failed.
  private struct Pair {
    var better: Double?
    var rival: Double?
    /// The most that they can be, where they are lower bounds.
    var most: (better: Double?, rival: Double?)
    var metric: Metric?
  }

  init(_ comparison: Comparison, _ claim: Claim) {
    self.comparison = comparison
    self.claim = claim
  }

  var draft: ClaimDraft {
    let (pairs, obstacle) = pairs
    var draft = draft(of: pairs)
    if let obstacle, pairs.isEmpty {
      draft.reason = .obstacle(obstacle)
    } else if !pairs.isEmpty {
      draft.reason = .bothFailed
    }
    return draft
  }

  private func draft(of pairs: [Pair]) -> ClaimDraft {
    let margins = comparison.plan.spec.report.margins
    if claim.quantity == .basinWidth {
      return draft(
        pairs.map { ($0.better, $0.rival) },
        greatest: pairs.map { ($0.most.better, $0.most.rival) },
        isRatio: false, worst: -.infinity, share: LearningRateBasins.margin.high)
    }
    guard claim.quantity.isMetric else {
      return draft(
        pairs.map { ($0.better, $0.rival) }, isRatio: true, worst: .infinity, share: margins.time)
    }
    switch Set(pairs.map(\.metric)) {
    case [.accuracy]:
      return draft(
        pairs.map { ($0.better, $0.rival) }, isRatio: false, worst: -.infinity,
        share: margins.accuracy)
    case [.rootMeanSquareError]:
      return draft(
        pairs.map { ($0.better, $0.rival) }, isRatio: true, worst: .infinity,
        share: margins.rootMeanSquareError)
    default:
      // How much worse the first one is, each problem by its own measure.
      let differences = pairs.map { pair -> (Double?, Double?) in
        guard let better = pair.better else { return (nil, pair.rival == nil ? nil : 0) }
        guard let rival = pair.rival else { return (0, nil) }
        let isAccuracy = pair.metric == .accuracy
        return (isAccuracy ? rival - better : log(better) - log(rival), 0)
      }
      var draft = draft(differences, isRatio: false, worst: .infinity, share: 0)
      draft.hasEffect = false
      return draft
    }
  }

  /// - Parameters:
  ///   - greatest: the most that the values can be; nil: they are exact.
  ///   - share: below which share (ratios) or difference two are practically equal.
  private func draft(
    _ pairs: [(Double?, Double?)], greatest: [(Double?, Double?)]? = nil, isRatio: Bool,
    worst: Double, share: Double
  ) -> ClaimDraft {
    let seeds = pairs.indices.map { UInt32($0) }
    var draft = ClaimDraft(
      problem: nil,
      margin: isRatio
        ? Interval(low: 1 / (1 + share), high: 1 + share) : Interval(low: -share, high: share))
    draft.test = PairedTest(
      Observations(seeds: seeds, values: pairs.map(\.0), greatest: greatest?.map(\.0)),
      Observations(seeds: seeds, values: pairs.map(\.1), greatest: greatest?.map(\.1)),
      isRatio: isRatio, worst: worst,
      heldOutShare: nil, shift: claim.shift(isRatio: isRatio, isLowerBetter: worst > 0))
    return draft
  }

  /// The pairs, and why a problem compares no times, where one does not.
  private var pairs: ([Pair], TimeObstacle?) {
    var pairs: [Pair] = []
    var obstacle: TimeObstacle?
    var seen: Set<String> = []
    for number in claim.problems {
      let problem = comparison.problems[number]
      var quantity = claim.quantity
      if quantity == .epochsToTarget {
        if let found = problem.timeObstacle {
          obstacle = obstacle ?? found
          continue
        }
        quantity = problem.answerTime
      }
      guard let first = problem.contender(of: claim.better),
        let second = problem.contender(of: claim.than),
        let better = problem.contenders[first].medianRange(quantity, problem.problem.metric),
        let rival = problem.contenders[second].medianRange(quantity, problem.problem.metric),
        seen.insert(problem.sourceKey ?? "problem \(number)").inserted
      else { continue }
      let most = problem.greatestError(quantity) ?? .infinity
      func held(_ value: Double) -> Double? { value.isFinite && value <= most ? value : nil }
      pairs.append(
        Pair(
          better: held(better.low), rival: held(rival.low),
          most: (
            better: held(better.low).map { _ in better.high },
            rival: held(rival.low).map { _ in rival.high }
          ),
          metric: quantity.isMetric ? problem.problem.metric : nil))
    }
    return (pairs, obstacle)
  }
}
