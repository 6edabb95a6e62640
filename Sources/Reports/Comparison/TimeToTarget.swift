import Experiments
import Statistics
import Training

/// When each run first reached a training loss.
struct TimeToTarget {
  /// The loss to reach.
  enum Goal: Equatable {
    /// So many times the lowest training loss that any optimizer recorded for the same seed.
    case timesBest(Double)
    /// A loss that the spec names.
    case loss(Double)
  }

  /// The loss to reach.
  var goal: Goal
  /// By optimizer, then by seed: the first recorded epoch at which the loss was reached; nil when it
  /// never was.
  var epochs: [[Int?]]

  /// The goals that a spec asks for.
  static func goals(_ targets: TargetLosses) -> [Goal] {
    switch targets {
    case .automatic: [.timesBest(1.05)]
    case .values(let losses): losses.map(Goal.loss)
    }
  }

  /// When each run first reached `goal`.
  ///
  /// - Parameter records: by optimizer, then by seed.
  init(_ goal: Goal, records: [ArraySlice<RunRecord>]) {
    self.goal = goal
    let records = records.map(Array.init)
    let thresholds = (records.first ?? []).indices.map { seed in
      Self.threshold(goal, runs: records.map { $0[seed] })
    }
    epochs = records.map { runs in
      zip(runs, thresholds).map { run, threshold in
        run.curve.first { $0.trainLoss <= threshold }?.epoch
      }
    }
  }

  /// The loss to reach for one seed.
  ///
  /// `timesBest` asks for 1.05 times the best loss, but never for one nearer to the best than a
  /// thousandth of the way from the start, which only noise or the best run itself would decide:
  /// so it also works where the best loss is near 0.
  private static func threshold(_ goal: Goal, runs: [RunRecord]) -> Double {
    switch goal {
    case .loss(let loss): return loss
    case .timesBest(let factor):
      let losses = runs.flatMap(\.curve).map(\.trainLoss).filter(\.isFinite)
      guard let best = losses.min(), let start = runs.first?.curve.first?.trainLoss else {
        return -.infinity
      }
      return max(best + (factor - 1) * best.magnitude, best + (start - best) / 1000)
    }
  }
}
