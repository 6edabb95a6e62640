import Experiments
import Specs
import Statistics
import Training

/// The basins of good learning rates that the search of one contender on one problem found, one a
/// tuning seed.
public struct LearningRateBasins: Sendable {
  /// The tuning seeds, in the search's order.
  public let seeds: [UInt32]
  /// The basin around the best rate of each seed; nil where every trial diverged, or none was better
  /// than the start where that is what the basin is measured by.
  public let basins: [BasinWidth?]
  /// What counts as nearly as good.
  public let measure: Measure
  /// The trials that tell it.
  let trials: [Trial]

  /// What "nearly as good" means on a problem, the same for all that compete there.
  public enum Measure: Hashable, Sendable {
    /// A loss at most 5 % above the best.
    case ofBest
    /// A loss at most 5 % of the way from the best back to the start: where the best may be 0.
    case ofProgress
  }

  /// The share of the best loss, or of the way to it, by which a loss may be worse.
  public static let share = 0.05

  /// The share of the loss at the start below which 5 % of the best loss mean nothing.
  static let leastLoss = 1e-4

  /// The differences of widths that count as none, in decades: a tenth, which is a factor of 1.26 in
  /// the rate, is less than what the steps of a search tell.
  public static let margin = Interval(low: -0.1, high: 0.1)

  /// The widths in decades. Where a basin reaches the edge of what was searched its width is the least
  /// that it can be.
  public var widths: Observations {
    Observations(
      seeds: seeds, values: basins.map { $0?.decades },
      greatest: basins.map { basin in basin.map { $0.isLowerBound ? .infinity : $0.decades } })
  }

  /// Measures what a search found.
  ///
  /// - Parameters:
  ///   - losses: of each trial one loss a seed; ∞ for one that diverged.
  ///   - starts: the loss at the start, one a seed; nil where it is not finite.
  init(
    _ trials: [Trial], losses: [[Double]], seeds: [UInt32], starts: [Double?], measure: Measure
  ) {
    self.trials = trials
    self.seeds = seeds
    self.measure = measure
    let rates = trials.map { $0.point[0] }
    basins = seeds.indices.map { place in
      let tolerance: BasinTolerance =
        switch measure {
        case .ofBest: .ofBest(Self.share)
        case .ofProgress: .ofProgress(Self.share, start: starts[place] ?? -.infinity)
        }
      return BasinWidth(rates: rates, losses: losses.map { $0[place] }, tolerance: tolerance)
    }
  }
}

extension LearningRateBasins {
  /// The basins that the searches of one problem found, by the contender's position: of several
  /// studies those of the chosen one.
  static func all(of results: ResultSet, problem: Int) -> [Int: LearningRateBasins] {
    let plan = results.plan
    let seeds = plan.tuningSeeds(of: problem)
    let searches = results.searches.filter {
      $0.search.problem == problem && $0.isChosen
        && plan.optimizer(of: $0.search).basinObstacle == nil
        && $0.trials.allSatisfy { $0.outcomes.count == seeds.count }
    }
    guard let first = searches.first, let objective = plan.spec.tuning?.objective else {
      return [:]
    }
    let starts = seeds.map { plan.startingLoss(of: first.search, seed: $0) }
    let losses = searches.map { $0.trials.map { $0.outcomes.map(objective.value) } }
    let measure = measure(
      losses.joined(), starts: starts, isFunction: plan.problems[problem].dataset == nil)
    return Dictionary(
      uniqueKeysWithValues: zip(searches, losses).map { result, losses in
        (
          result.search.contender,
          LearningRateBasins(
            result.trials, losses: losses, seeds: seeds, starts: starts, measure: measure)
        )
      })
  }

  /// What "nearly as good" can mean: test functions may reach 0 or less, and so may losses on data
  /// that can be learned to the last bit.
  static func measure(
    _ losses: some Sequence<[Double]>, starts: [Double?], isFunction: Bool
  ) -> Measure {
    let isTiny = losses.contains { losses in
      zip(losses, starts).contains { loss, start in
        loss <= leastLoss * max(0, start ?? 0)
      }
    }
    return isFunction || isTiny ? .ofProgress : .ofBest
  }
}

extension Plan {
  /// What a search makes small, before the first step; nil where it is not finite.
  fileprivate func startingLoss(of search: PlannedSearch, seed: UInt32) -> Double? {
    var request = request(
      for: PlannedRun(problem: search.problem, contender: search.contender, seed: seed))
    request.budget.epochs = 1
    request.budget.stop = nil
    guard let start = request.run().curve.first, start.epoch == 0 else { return nil }
    let loss = start.validationLoss ?? start.trainLoss
    return loss.isFinite ? loss : nil
  }
}
