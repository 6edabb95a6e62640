import Experiments
import Training

/// When the runs of a problem first reached a training loss, and whether they stayed there.
public struct TargetArrivals: Sendable {
  /// The loss to reach.
  public let goal: Goal
  /// The epochs of each contender, by its position on the problem, at the seeds that have such a target; a
  /// run that diverged has not arrived, whatever it touched before, and whether there is one or not.
  public let epochs: [Observations]
  /// How many of each contender's runs that arrived are at the target at the end, too.
  public let staying: [Int]
  /// How many of each contender's runs early stopping ended before they arrived.
  public let stoppedBefore: [Int]
  /// The losses to reach, one for each seed that has one, in rising order.
  public let losses: [Double]
  /// How many seeds have runs.
  public let seedCount: Int
  /// With how many seeds there is no such loss: the reference is missing, or not below the start.
  public let missingSeeds: Int
  /// With how many seeds the start itself is at the target.
  public let startedThere: Int

  /// When each run first reached `goal`.
  ///
  /// - Parameter runs: by contender.
  init(_ goal: Goal, runs: [[SeededRun]], reference: ReferenceLosses) {
    self.goal = goal
    var starts: [UInt32: Double] = [:]
    for run in runs.joined() where starts[run.seed] == nil {
      starts[run.seed] = run.record.curve.first?.trainLoss
    }
    let thresholds = starts.compactMapValues { $0 }.reduce(into: [UInt32: Double]()) {
      $0[$1.key] = goal.threshold(from: $1.value, reference: reference.losses[$1.key])
    }
    losses = thresholds.values.sorted()
    seedCount = starts.count
    missingSeeds = starts.keys.count { thresholds[$0] == nil }
    startedThere = starts.count { seed, start in thresholds[seed].map { start <= $0 } ?? false }
    // Where there is no target nobody missed it, but who diverged has failed in any case.
    let runs = runs.map { runs in
      runs.filter { thresholds[$0.seed] != nil || $0.outcome.status == .diverged }
    }
    let arrivals = runs.map { runs in
      runs.map { run in thresholds[run.seed].flatMap { Arrival(of: run.record, at: $0) } }
    }
    epochs = zip(runs, arrivals).map { runs, arrivals in
      Observations(
        seeds: runs.map(\.seed), values: arrivals.map { $0.map { Double($0.latest) } },
        earliest: arrivals.map { $0.map { Double($0.earliest) } })
    }
    staying = arrivals.map { $0.count { $0?.isThereAtTheEnd == true } }
    stoppedBefore = zip(runs, arrivals).map { runs, arrivals in
      zip(runs, arrivals).count { $1 == nil && $0.outcome.status == .stopped }
    }
  }

  /// Whether every run is at the target before its first step.
  public var isMetAtStart: Bool {
    seedCount > missingSeeds && startedThere == seedCount - missingSeeds
  }

  /// Whether there is no such loss with any seed.
  public var isMissing: Bool { missingSeeds == seedCount }

  /// How many runs of a contender have such a target.
  public func runCount(_ contender: Int) -> Int { epochs[contender].values.count }

  /// How many runs of a contender arrived.
  public func arrived(_ contender: Int) -> Int { epochs[contender].values.count { $0 != nil } }

  /// Whether any run arrived.
  public var isReached: Bool { epochs.contains { $0.values.contains { $0 != nil } } }
}

extension Goal {
  /// The loss to reach; nil where there is none.
  fileprivate func threshold(from start: Double, reference: Double?) -> Double? {
    switch self {
    case .loss(let loss): return loss
    case .share(let share):
      guard let reference, reference < start, start.isFinite else { return nil }
      return reference + (1 - share) * (start - reference)
    }
  }
}

/// What is known of the epoch at which a run reached a loss.
private struct Arrival {
  /// The epoch after the last recorded one before: it cannot have been earlier.
  var earliest: Int
  /// The first recorded epoch at which the loss was reached.
  var latest: Int
  /// Whether the run was there at its end.
  var isThereAtTheEnd: Bool

  init?(of run: RunRecord, at threshold: Double) {
    guard run.status != .diverged,
      let index = run.curve.firstIndex(where: { $0.trainLoss <= threshold })
    else { return nil }
    latest = run.curve[index].epoch
    earliest = index == 0 ? latest : run.curve[index - 1].epoch + 1
    isThereAtTheEnd = run.trainLoss <= threshold
  }
}
