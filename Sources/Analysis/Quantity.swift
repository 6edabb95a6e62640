import Experiments
import Models
import Specs
import Training

/// A quantity of a run that is summarized over the seeds: the columns of `runs.csv` by their names.
package enum Quantity: String, CaseIterable {
  case epochs
  case steps
  case gradientEvaluations = "gradient_evaluations"
  case trainLoss = "train_loss"
  case validationLoss = "validation_loss"
  case testLoss = "test_loss"
  case trainMetric = "train_metric"
  case validationMetric = "validation_metric"
  case testMetric = "test_metric"
  case bestValidationLoss = "best_validation_loss"
  case bestEpoch = "best_epoch"

  /// Whether it is the metric of the task on some part of the data.
  package var isMetric: Bool { [.trainMetric, .validationMetric, .testMetric].contains(self) }

  /// Whether runs on `problem` have it: a test function has no metric, and without validation or test
  /// rows there is nothing to compute it from.
  package func exists(on problem: PlannedProblem) -> Bool {
    if isMetric, problem.metric == nil { return false }
    return switch self {
    case .epochs, .steps, .gradientEvaluations, .trainLoss, .trainMetric: true
    case .validationLoss, .validationMetric, .bestValidationLoss, .bestEpoch: problem.isValidated
    case .testLoss, .testMetric: (problem.sizes?.test ?? 0) > 0
    }
  }

  /// What a failed run counts as.
  package func worst(_ metric: Metric?) -> Double {
    isMetric && metric?.isHigherBetter == true ? -.infinity : .infinity
  }

  /// Its value in a run, whatever became of the run; nil where there was nothing to compute it from.
  package func value(in record: RunRecord) -> Double? {
    switch self {
    case .epochs: Double(record.epochs)
    case .steps: Double(record.steps)
    case .gradientEvaluations: Double(record.gradientEvaluations)
    case .trainLoss: record.trainLoss
    case .validationLoss: record.validationLoss
    case .testLoss: record.testLoss
    case .trainMetric: record.trainMetric
    case .validationMetric: record.validationMetric
    case .testMetric: record.testMetric
    case .bestValidationLoss: record.bestValidationLoss
    case .bestEpoch: record.bestEpoch.map(Double.init)
    }
  }

  /// The values over the seeds with nil for runs that diverged; nil altogether when a run that did
  /// not diverge has no such value, as without a validation set.
  package func values(in records: some Sequence<RunRecord>) -> [Double?]? {
    var values: [Double?] = []
    for record in records {
      if record.status == .diverged {
        values.append(nil)
      } else if let value = value(in: record) {
        values.append(value)
      } else {
        return nil
      }
    }
    return values
  }
}
