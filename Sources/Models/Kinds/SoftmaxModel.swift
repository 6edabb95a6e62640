import Datasets
import SpecLanguage

/// Softmax regression with biases, one output a class, mean cross-entropy in nats; needs classes.
struct SoftmaxModel: Model {
  let configuration: LinearConfiguration

  var kind: ModelKind { .softmax }
  var task: Task? { .classification }
  var phrase: String { kind.name }
  var options: [JSONLiteral.Member] { configuration.options }
  var startsAtRandom: Bool { configuration.initial != .zeros }

  func metric(of task: Task?) -> Metric? { .accuracy }

  func widths(featureCount: Int, target: Target) -> [Int] {
    NetworkPlan.softmax(configuration).widths(featureCount: featureCount, target: target)
  }

  func makeObjective(data: ProblemData) -> any Objective {
    Network(.softmax(configuration), data: data)
  }

  func optimum(on data: ProblemData) -> Optimum? {
    ConvexOptimum.optimum(of: makeObjective(data: data), on: data, l2: configuration.l2)
  }

  func definition(metric: Metric?) -> String {
    "softmax regression, one output a class with bias; the loss is the mean cross-entropy "
      + "in nats\(penalty(configuration.l2, "W")); weights start \(configuration.initial.phrase), "
      + "biases at 0."
  }
}

extension ModelKind {
  /// Softmax regression.
  public static let softmax = ModelKind(
    "softmax", summary: "softmax regression with biases, mean cross-entropy of classes",
    facts: [
      ("loss", "mean of −log softmax(XW + b) at the class, in nats, plus l2/2 ‖W‖²"),
      ("classes", "any number, in sorted order, one output with bias for each"),
      ("start", "of the weights: 'initial'; biases start at 0"),
      ("metric", "accuracy"),
    ], revision: 1
  ) { keys in
    LinearConfiguration.asked(of: keys, initial: .zeros).map { SoftmaxModel(configuration: $0) }
  }
}

extension ModelConfiguration {
  /// Softmax regression with biases, one output a class, mean cross-entropy in nats; needs classes.
  public static func softmax(_ configuration: LinearConfiguration) -> ModelConfiguration {
    ModelConfiguration(SoftmaxModel(configuration: configuration))
  }
}
