import Experiments
import Training

/// When the runs of a problem first reached a training loss.
public struct TargetArrivals: Sendable {
  /// The loss to reach.
  public let goal: Goal
  /// The epochs of each contender, by its position on the problem.
  public let epochs: [Observations]
  /// How many seeds have runs.
  public let seedCount: Int
  /// With how many seeds no run got below the loss that it started from: nobody reaches a target
  /// that is a multiple of the best loss there, else runs that only got worse would have reached it
  /// before their first step.
  public let hopelessSeeds: Int
  /// With how many seeds the start lies within a multiple of the best loss: there the target is
  /// nearer.
  public let nearSeeds: Int

  /// When each run first reached `goal`.
  ///
  /// - Parameter runs: by contender.
  init(_ goal: Goal, runs: [[SeededRecord]]) {
    self.goal = goal
    var bySeed: [UInt32: [RunRecord]] = [:]
    for run in runs.joined() { bySeed[run.seed, default: []].append(run.record) }
    let thresholds = bySeed.mapValues { Threshold(goal, runs: $0) }
    seedCount = thresholds.count
    hopelessSeeds = thresholds.values.count { $0.kind == .hopeless }
    nearSeeds = thresholds.values.count { $0.kind == .near }
    epochs = runs.map { runs in
      let arrivals = runs.map { run in
        thresholds[run.seed].flatMap { Arrival(of: run.record, at: $0.loss) }
      }
      return Observations(
        seeds: runs.map(\.seed), values: arrivals.map { $0.map { Double($0.latest) } },
        earliest: arrivals.map { $0.map { Double($0.earliest) } })
    }
  }
}

/// What is known of the epoch at which a run reached a loss.
private struct Arrival {
  /// The epoch after the last recorded one before: it cannot have been earlier.
  var earliest: Int
  /// The first recorded epoch at which the loss was reached.
  var latest: Int

  init?(of run: RunRecord, at threshold: Double) {
    guard let index = run.curve.firstIndex(where: { $0.trainLoss <= threshold }) else { return nil }
    latest = run.curve[index].epoch
    earliest = index == 0 ? latest : run.curve[index - 1].epoch + 1
  }
}

/// The loss to reach for one seed.
private struct Threshold {
  enum Kind {
    case usual
    case near
    case hopeless
  }

  var loss: Double
  var kind = Kind.usual

  /// `timesBest` asks for 1.05 times the best loss, but never for one nearer to the best than a
  /// thousandth of the way from the start, which only noise or the best run itself would decide:
  /// so it also works where the best loss is near 0. Where the start itself is as near as that, it
  /// asks for nine tenths of the way.
  init(_ goal: Goal, runs: [RunRecord]) {
    switch goal {
    case .loss(let loss): self.loss = loss
    case .timesBest(let factor):
      let losses = runs.flatMap(\.curve).map(\.trainLoss).filter(\.isFinite)
      guard let best = losses.min(), let start = runs.first?.curve.first?.trainLoss, best < start
      else {
        loss = -.infinity
        kind = .hopeless
        return
      }
      loss = max(best + (factor - 1) * best.magnitude, best + (start - best) / 1000)
      guard loss >= start else { return }
      loss = best + (start - best) / 10
      kind = .near
    }
  }
}
