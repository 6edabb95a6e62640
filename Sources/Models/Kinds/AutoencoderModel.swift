import Datasets
import SpecLanguage

/// A network that gives its input back: mean squared error over examples and features.
struct AutoencoderModel: Model {
  let configuration: NetworkConfiguration

  var kind: ModelKind { .autoencoder }
  var ignoresTarget: Bool { true }
  var phrase: String { "\(kind.name), \(configuration.layers)" }
  var options: [JSONLiteral.Member] { configuration.options }
  var startsAtRandom: Bool { configuration.initial != .zeros }

  func metric(of task: Task?) -> Metric? { .rootMeanSquareError }

  func widths(featureCount: Int, target: Target) -> [Int] {
    NetworkPlan.autoencoder(configuration).widths(featureCount: featureCount, target: target)
  }

  func makeObjective(data: ProblemData) -> any Objective {
    Network(.autoencoder(configuration), data: data)
  }

  func definition(metric: Metric?) -> String {
    "a network of dense layers that gives its input back; the loss is the mean squared "
      + "error over examples and features\(penalty(configuration.l2, "W")); \(configuration.start)."
  }
}

extension ModelKind {
  /// A network that gives its input back.
  public static let autoencoder = ModelKind(
    "autoencoder", summary: "network of dense layers that gives its input back",
    facts: [
      ("loss", "mean squared error over examples and features"),
      ("gelu", "the exact form, x Φ(x)"),
      ("start", "of the weights: 'initial'; biases start at 0"),
      ("metric", "root mean square error over examples and features"),
    ], revision: 1
  ) { keys in
    NetworkConfiguration.asked(of: keys, hasPenalty: false)
      .map { AutoencoderModel(configuration: $0) }
  }
}

extension ModelConfiguration {
  /// A network that gives its input back: mean squared error over examples and features.
  public static func autoencoder(_ configuration: NetworkConfiguration) -> ModelConfiguration {
    ModelConfiguration(AutoencoderModel(configuration: configuration))
  }
}
