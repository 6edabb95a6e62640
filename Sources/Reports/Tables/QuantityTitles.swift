import Analysis
import Kernels
import Models

extension Quantity {
  /// Its name in a table's head.
  func title(_ metric: Metric?) -> String {
    switch self {
    case .trainLoss: "training loss"
    case .trainMetric: "training \(metric?.phrase ?? "metric")"
    case .validationMetric: "validation \(metric?.phrase ?? "metric")"
    case .testMetric: "test \(metric?.phrase ?? "metric")"
    case .timeToTarget: "epochs to target"
    case .basinWidth: "basin width in decades"
    default: rawValue.replacing("_", with: " ")
    }
  }
}

extension Metric {
  /// Its name in running text.
  var phrase: String {
    switch self {
    case .rootMeanSquareError: "RMSE"
    case .accuracy: "accuracy"
    }
  }
}
