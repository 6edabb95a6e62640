import Experiments
import Statistics
import Training

extension ProblemComparison {
  /// The share that a contender's median training loss still lost over the last tenth of its epochs, where
  /// its training had not finished; else nil.
  ///
  /// It had not where that share is above 5 %, unless it came all but 0.1 % of the way to the optimum, and
  /// where it is above 0.1 % and the loss is farther than 1 % of the way from a known optimum.
  public func unfinishedFall(of contender: Int) -> Double? {
    let runs = contenders[contender].runs
    guard !runs.isEmpty, runs.allSatisfy({ $0.outcome.status == .completed }) else { return nil }
    let budget = contenders[contender].contender.budget.epochs
    guard budget >= 10,
      let before = median(runs.compactMap { $0.record.loss(at: budget - budget / 10) }),
      let end = median(runs.map(\.outcome.trainLoss)), before > 0, end.isFinite
    else { return nil }
    let fall = (before - end) / before
    guard let near = isMostly(at: 0.999, contender), let far = isMostly(at: 0.99, contender) else {
      return fall > 0.05 ? fall : nil
    }
    return (fall > 0.05 && !near) || (fall > 1e-3 && !far) ? fall : nil
  }

  /// Whether more than half of a contender's runs end so large a share of the way to the optimum; nil where
  /// that is not known.
  private func isMostly(at share: Double, _ contender: Int) -> Bool? {
    guard reference.kind == .optimum,
      let target = targets.firstIndex(where: { $0.goal == .share(share) })
    else { return nil }
    return 2 * targets[target].staying[contender] > targets[target].runCount(contender)
  }

  /// Those with the best mean rank over the seeds in the time to a target; none where nobody arrived.
  public func leaders(to target: Int) -> [Int] {
    guard targets[target].isReached else { return [] }
    return MeanSeedRanks(self, by: .timeToTarget(target)).first
  }
}

extension RunRecord {
  /// The training loss at the last recorded epoch up to `epoch`.
  fileprivate func loss(at epoch: Int) -> Double? {
    curve.last { $0.epoch <= epoch }?.trainLoss
  }
}
