import Datasets
import SpecLanguage

/// Linear regression with bias and mean squared error; needs numbers as target.
struct LinearModel: Model {
  let configuration: LinearConfiguration

  var kind: ModelKind { .linear }
  var task: Task? { .regression }
  var phrase: String { kind.name }
  var options: [JSONLiteral.Member] { configuration.options }
  var startsAtRandom: Bool { configuration.initial != .zeros }

  func metric(of task: Task?) -> Metric? { .rootMeanSquareError }

  func widths(featureCount: Int, target: Target) -> [Int] {
    NetworkPlan.linear(configuration).widths(featureCount: featureCount, target: target)
  }

  func makeObjective(data: ProblemData) -> any Objective {
    if data.training.features.dense == nil { return Network(.linear(configuration), data: data) }
    return LinearRegression(configuration, data: data)
  }

  func optimum(on data: ProblemData) -> Optimum? {
    ConvexOptimum.optimum(of: makeObjective(data: data), on: data, l2: configuration.l2)
  }

  func definition(metric: Metric?) -> String {
    "linear regression with bias; the loss is the mean squared error"
      + "\(penalty(configuration.l2, "w")); weights and bias start \(configuration.initial.phrase)."
  }
}

extension ModelKind {
  /// Linear regression.
  public static let linear = ModelKind(
    "linear", summary: "linear regression with bias, mean squared error",
    facts: [
      ("loss", "Σ (Xw + b − y)² / n, plus l2/2 ‖w‖²"),
      ("gradient", "2/n Xᵀ(Xw + b − y) + l2 w; 2/n Σ (Xw + b − y) for the bias"),
      ("start", "of weights and bias: 'initial'"),
      ("metric", "root mean square error in the target's unit"),
    ], revision: 1
  ) { keys in
    LinearConfiguration.asked(of: keys, initial: .normal).map { LinearModel(configuration: $0) }
  }
}

extension ModelConfiguration {
  /// Linear regression with bias and mean squared error; needs numbers as target.
  public static func linear(_ configuration: LinearConfiguration) -> ModelConfiguration {
    ModelConfiguration(LinearModel(configuration: configuration))
  }
}
