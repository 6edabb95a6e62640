import Experiments
import Models
import Training

/// A quantity of a run or of a search that is summarized over the seeds, named as in the columns of
/// `runs.csv` and the rows of `summary.csv`.
public enum Quantity: Hashable, Sendable {
  /// The last epoch.
  case epochs
  /// How many updates there were.
  case steps
  /// How many gradients of single examples the updates used.
  case gradientEvaluations
  /// The training loss at the last epoch.
  case trainLoss
  /// The validation loss at the last epoch.
  case validationLoss
  /// The test loss at the last epoch.
  case testLoss
  /// The metric over the training rows at the last epoch.
  case trainMetric
  /// The metric over the validation rows at the last epoch.
  case validationMetric
  /// The metric over the test rows at the last epoch.
  case testMetric
  /// The lowest validation loss.
  case bestValidationLoss
  /// The first epoch with that loss.
  case bestEpoch
  /// The epochs until a target of the problem was reached, by the target's number from 0.
  case timeToTarget(Int)
  /// How many decades of learning rates are nearly as good as the best one: of a search over these
  /// alone, one value a tuning seed. The wider the better.
  case basinWidth

  /// The epochs until the first target was reached.
  public static let epochsToTarget = Quantity.timeToTarget(0)

  /// Whether it is the metric of the task on some part of the data.
  public var isMetric: Bool { [.trainMetric, .validationMetric, .testMetric].contains(self) }

  /// Whether it is compared by ratios: times, losses and counts. Metrics are by differences, and so
  /// are decades, which are logarithms already.
  public var isRatioScaled: Bool { !isMetric && self != .basinWidth }

  /// Whether it is of searches on the tuning seeds, not of runs on the experiment's.
  public var isOfSearch: Bool { self == .basinWidth }

  /// The held-out rows that it comes from; nil for one that does not.
  public var heldOutPart: DataPart? {
    switch self {
    case .validationLoss, .validationMetric, .bestValidationLoss, .basinWidth: .validation
    case .testLoss, .testMetric: .test
    case .epochs, .steps, .gradientEvaluations, .trainLoss, .trainMetric, .bestEpoch, .timeToTarget:
      nil
    }
  }

  /// Whether it counts epochs, updates or gradients.
  public var isCount: Bool {
    switch self {
    case .epochs, .steps, .gradientEvaluations, .bestEpoch, .timeToTarget: true
    case .trainLoss, .validationLoss, .testLoss, .trainMetric, .validationMetric, .testMetric,
      .bestValidationLoss, .basinWidth:
      false
    }
  }

  /// Whether runs on `problem` have it: a test function has no metric, and without validation or test
  /// rows there is nothing to compute it from. No run has what only a search tells.
  public func exists(on problem: PlannedProblem) -> Bool {
    if isMetric, problem.metric == nil { return false }
    return switch self {
    case .epochs, .steps, .gradientEvaluations, .trainLoss, .trainMetric: true
    case .validationLoss, .validationMetric, .bestValidationLoss, .bestEpoch: problem.isValidated
    case .testLoss, .testMetric: (problem.sizes?.test ?? 0) > 0
    case .timeToTarget(let number): number < Goal.all(problem.spec.targets).count
    case .basinWidth: false
    }
  }

  /// What a failed run counts as, and where a search found no basin: its sign is the direction.
  ///
  /// - Parameter metric: the metric of the problem.
  public func worst(_ metric: Metric?) -> Double {
    let isHigherBetter = self == .basinWidth || isMetric && metric?.isHigherBetter == true
    return isHigherBetter ? -.infinity : .infinity
  }

  /// Its value in a run, whatever became of the run; nil where there was nothing to compute it from,
  /// for a time to a target, which other runs decide about too, and for what only a search tells.
  func value(in outcome: RunOutcome) -> Double? {
    switch self {
    case .epochs: Double(outcome.epochs)
    case .steps: Double(outcome.steps)
    case .gradientEvaluations: Double(outcome.gradientEvaluations)
    case .trainLoss: outcome.trainLoss
    case .validationLoss: outcome.validationLoss
    case .testLoss: outcome.testLoss
    case .trainMetric: outcome.trainMetric
    case .validationMetric: outcome.validationMetric
    case .testMetric: outcome.testMetric
    case .bestValidationLoss: outcome.bestValidationLoss
    case .bestEpoch: outcome.bestEpoch.map(Double.init)
    case .timeToTarget, .basinWidth: nil
    }
  }
}

extension Quantity: CaseIterable {
  /// All quantities, of the times to targets the first one.
  public static let allCases: [Quantity] = [
    .epochs, .steps, .gradientEvaluations, .trainLoss, .validationLoss, .testLoss, .trainMetric,
    .validationMetric, .testMetric, .bestValidationLoss, .bestEpoch, .epochsToTarget,
    .basinWidth,
  ]
}

extension Quantity: RawRepresentable {
  /// Its name in tables and specs; further targets are numbered from 2.
  public var rawValue: String {
    switch self {
    case .epochs: "epochs"
    case .steps: "steps"
    case .gradientEvaluations: "gradient_evaluations"
    case .trainLoss: "train_loss"
    case .validationLoss: "validation_loss"
    case .testLoss: "test_loss"
    case .trainMetric: "train_metric"
    case .validationMetric: "validation_metric"
    case .testMetric: "test_metric"
    case .bestValidationLoss: "best_validation_loss"
    case .bestEpoch: "best_epoch"
    case .timeToTarget(let number):
      "epochs_to_target" + (number == 0 ? "" : "_\(number + 1)")
    case .basinWidth: "basin_width"
    }
  }

  /// The quantity of that name; nil for none, and for the times to further targets.
  public init?(rawValue: String) {
    guard let quantity = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = quantity
  }
}
