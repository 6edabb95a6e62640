import Datasets
import SpecLanguage

/// Logistic regression with bias, one output, mean cross-entropy in nats; needs two classes.
struct LogisticModel: Model {
  let configuration: LinearConfiguration

  var kind: ModelKind { .logistic }
  var task: Task? { .classification }
  var classCount: Int? { 2 }
  var phrase: String { kind.name }
  var options: [JSONLiteral.Member] { configuration.options }
  var startsAtRandom: Bool { configuration.initial != .zeros }

  func metric(of task: Task?) -> Metric? { .accuracy }

  func widths(featureCount: Int, target: Target) -> [Int] {
    NetworkPlan.logistic(configuration).widths(featureCount: featureCount, target: target)
  }

  func makeObjective(data: ProblemData) -> any Objective {
    if data.training.features.dense == nil { return Network(.logistic(configuration), data: data) }
    return LogisticRegression(configuration, data: data)
  }

  func optimum(on data: ProblemData) -> Optimum? {
    ConvexOptimum.optimum(of: makeObjective(data: data), on: data, l2: configuration.l2)
  }

  func definition(metric: Metric?) -> String {
    "logistic regression with bias; the loss is the mean cross-entropy in nats"
      + "\(penalty(configuration.l2, "w")); weights start \(configuration.initial.phrase), the bias "
      + "at 0."
  }
}

extension ModelKind {
  /// Logistic regression.
  public static let logistic = ModelKind(
    "logistic", summary: "logistic regression with bias, mean cross-entropy of two classes",
    facts: [
      ("loss", "Σ log(1 + exp(∓(Xw + b))) / n in nats, plus l2/2 ‖w‖²; − for the second class"),
      ("classes", "two, in sorted order"),
      ("start", "of the weights: 'initial'; the bias starts at 0"),
      ("metric", "accuracy"),
    ], revision: 1
  ) { keys in
    LinearConfiguration.asked(of: keys, initial: .zeros).map { LogisticModel(configuration: $0) }
  }
}

extension ModelConfiguration {
  /// Logistic regression with bias, one output, mean cross-entropy in nats; needs two classes.
  public static func logistic(_ configuration: LinearConfiguration) -> ModelConfiguration {
    ModelConfiguration(LogisticModel(configuration: configuration))
  }
}
