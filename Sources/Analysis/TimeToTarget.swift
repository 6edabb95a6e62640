import Experiments
import Specs
import Statistics
import Training

/// When each run first reached a training loss.
package struct TimeToTarget {
  /// The loss to reach.
  package enum Goal: Equatable {
    /// So many times the lowest training loss that any optimizer recorded for the same seed.
    case timesBest(Double)
    /// A loss that the spec names.
    case loss(Double)
  }

  /// The loss to reach.
  package var goal: Goal
  /// What is known of the epoch at which a run reached the loss.
  package struct Arrival: Equatable {
    /// The epoch after the last recorded one before: it cannot have been earlier.
    package var earliest: Int
    /// The first recorded epoch at which the loss was reached.
    package var latest: Int
  }

  /// By optimizer, then by seed; nil when the loss was never reached.
  package var arrivals: [[Arrival?]]
  /// With how many seeds no run got below the loss that it started from: nobody reaches a target
  /// that is a multiple of the best loss there, else runs that only got worse would have reached it
  /// before their first step.
  package let hopelessSeeds: Int
  /// With how many seeds the start lies within a multiple of the best loss: there the target is
  /// nearer.
  package let nearSeeds: Int

  /// The first recorded epochs of an optimizer, by seed.
  package func epochs(of optimizer: Int) -> [Double?] {
    arrivals[optimizer].map { $0.map { Double($0.latest) } }
  }

  /// The earliest epochs that are possible for an optimizer, by seed.
  package func earliestEpochs(of optimizer: Int) -> [Double?] {
    arrivals[optimizer].map { $0.map { Double($0.earliest) } }
  }

  /// The goals that a spec asks for.
  package static func goals(_ targets: TargetLosses) -> [Goal] {
    switch targets {
    case .automatic: [.timesBest(1.05)]
    case .values(let losses): losses.map(Goal.loss)
    }
  }

  /// When each run first reached `goal`.
  ///
  /// - Parameter records: by optimizer, then by seed.
  package init(_ goal: Goal, records: [ArraySlice<RunRecord>]) {
    self.goal = goal
    let records = records.map(Array.init)
    let thresholds = (records.first ?? []).indices.map { seed in
      Self.threshold(goal, runs: records.map { $0[seed] })
    }
    hopelessSeeds = thresholds.count { $0.kind == .hopeless }
    nearSeeds = thresholds.count { $0.kind == .near }
    arrivals = records.map { runs in
      zip(runs, thresholds).map { Self.arrival(of: $0, at: $1.loss) }
    }
  }

  private static func arrival(of run: RunRecord, at threshold: Double) -> Arrival? {
    guard let index = run.curve.firstIndex(where: { $0.trainLoss <= threshold }) else { return nil }
    let latest = run.curve[index].epoch
    return Arrival(earliest: index == 0 ? latest : run.curve[index - 1].epoch + 1, latest: latest)
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
  }

  /// `timesBest` asks for 1.05 times the best loss, but never for one nearer to the best than a
  /// thousandth of the way from the start, which only noise or the best run itself would decide:
  /// so it also works where the best loss is near 0. Where the start itself is as near as that, it
  /// asks for nine tenths of the way.
  private static func threshold(_ goal: Goal, runs: [RunRecord]) -> Threshold {
    switch goal {
    case .loss(let loss): return Threshold(loss: loss)
    case .timesBest(let factor):
      let losses = runs.flatMap(\.curve).map(\.trainLoss).filter(\.isFinite)
      guard let best = losses.min(), let start = runs.first?.curve.first?.trainLoss, best < start
      else { return Threshold(loss: -.infinity, kind: .hopeless) }
      let loss = max(best + (factor - 1) * best.magnitude, best + (start - best) / 1000)
      return loss < start
        ? Threshold(loss: loss) : Threshold(loss: best + (start - best) / 10, kind: .near)
    }
  }
}
