import Datasets
import SpecLanguage

/// A network of dense layers: mean squared error for numbers, mean cross-entropy for classes.
struct PerceptronModel: Model {
  let configuration: NetworkConfiguration

  var kind: ModelKind { .mlp }
  var phrase: String { "\(kind.name), \(configuration.layers)" }
  var options: [JSONLiteral.Member] { configuration.options }
  var startsAtRandom: Bool { configuration.initial != .zeros }

  func metric(of task: Task?) -> Metric? {
    task == .classification ? .accuracy : .rootMeanSquareError
  }

  func widths(featureCount: Int, target: Target) -> [Int] {
    NetworkPlan.perceptron(configuration).widths(featureCount: featureCount, target: target)
  }

  func makeObjective(data: ProblemData) -> any Objective {
    Network(.perceptron(configuration), data: data)
  }

  func definition(metric: Metric?) -> String {
    let loss = metric == .accuracy ? "cross-entropy in nats" : "squared error"
    return "a network of dense layers; the loss is the mean \(loss)"
      + "\(penalty(configuration.l2, "W")); \(configuration.start)."
  }
}

extension ModelKind {
  /// A network of dense layers.
  public static let mlp = ModelKind(
    "mlp", summary: "network of dense layers, loss from the task",
    facts: [
      (
        "loss",
        "mean squared error for numbers, mean cross-entropy in nats for classes, plus l2/2 ‖W‖²"
      ),
      ("gelu", "the exact form, x Φ(x)"),
      ("start", "of the weights: 'initial'; biases start at 0"),
      ("metric", "root mean square error in the target's unit, or accuracy"),
    ], revision: 1
  ) { keys in
    NetworkConfiguration.asked(of: keys, hasPenalty: true)
      .map { PerceptronModel(configuration: $0) }
  }
}

extension ModelConfiguration {
  /// A network of dense layers: mean squared error for numbers, mean cross-entropy for classes.
  public static func mlp(_ configuration: NetworkConfiguration) -> ModelConfiguration {
    ModelConfiguration(PerceptronModel(configuration: configuration))
  }
}
