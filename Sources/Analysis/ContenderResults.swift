import Experiments
import Models
import Statistics

/// What became of one contender on one problem.
public struct ContenderResults: Sendable {
  /// The contender.
  public let contender: Contender
  /// Its runs that are known, in the plan's order of seeds.
  public let runs: [SeededRun]
  /// How many of them diverged.
  public let failures: Int
  /// How many of them ended early.
  public let stopped: Int
  /// What was observed of each quantity; none where there is nothing to compute it from.
  public let observations: ObservedQuantities
  /// The basins of good learning rates that its search found; nil where it was not for these alone.
  public let basins: LearningRateBasins?
  /// The summaries of these.
  public let summaries: [Quantity: Summary]

  /// The final training losses, where they fall into two groups.
  public var twoOutcomes: TwoGroups? {
    TwoGroups(runs.filter { $0.outcome.status != .diverged }.map(\.outcome.trainLoss))
  }

  /// Its name in the report.
  public var name: String { contender.name }

  /// - Parameters:
  ///   - times: the epochs to each target of the problem.
  ///   - basins: the basins that its search found.
  init(
    _ contender: Contender, runs: [SeededRun], times: [Observations],
    basins: LearningRateBasins? = nil, on problem: PlannedProblem
  ) {
    self.basins = basins
    self.contender = contender
    self.runs = runs
    failures = runs.count { $0.outcome.status == .diverged }
    stopped = runs.count { $0.outcome.status == .stopped }
    let observations = ObservedQuantities(
      in: runs, times: times, basinWidth: basins?.widths, on: problem)
    self.observations = observations
    summaries = observations.quantities.reduce(into: [:]) { known, quantity in
      known[quantity] = observations[quantity]?.summary(worst: quantity.worst(problem.metric))
    }
  }
}

extension ContenderResults {
  /// The median of a quantity, with the most that it can be where values are lower bounds; nil without
  /// values.
  func medianRange(_ quantity: Quantity, _ metric: Metric?) -> Interval? {
    summaries[quantity].map { summary in
      let most = observations[quantity].flatMap {
        Summary(of: $0.greatest, worst: quantity.worst(metric))
      }
      return Interval(low: summary.median, high: most?.median ?? summary.median)
    }
  }
}
