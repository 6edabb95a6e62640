import Datasets
import Kernels

/// What the layers of a network are and what its output is compared with, before the data are known.
struct NetworkPlan: Sendable {
  /// What the output is compared with.
  enum Comparison: Hashable, Sendable {
    /// One output against a number: squared error.
    case number
    /// One logit, that of the second of two classes: cross-entropy.
    case secondClass
    /// One logit a class: cross-entropy of softmax.
    case classes
    /// As many outputs as features against the input itself: squared error.
    case input
  }

  /// The widths of the hidden layers; none for a model that is linear in its features.
  var hidden: [Int] = []
  /// The function after each hidden layer.
  var activation = Activation.relu
  /// The weight of the penalty on the weights.
  var l2: Double
  /// How the hidden layers' weights start.
  var hiddenInitial = InitialParameters.zeros
  /// How the output layer's weights start.
  var outputInitial: InitialParameters
  /// Whether the output layer's bias is drawn like its weights; if not, it starts at 0.
  var drawsOutputBias = false
  /// What the output is compared with; nil: numbers or classes, whichever the target is.
  var comparison: Comparison?

  /// Linear regression.
  static func linear(_ configuration: LinearConfiguration) -> NetworkPlan {
    NetworkPlan(
      l2: configuration.l2, outputInitial: configuration.initial, drawsOutputBias: true,
      comparison: .number)
  }

  /// Logistic regression.
  static func logistic(_ configuration: LinearConfiguration) -> NetworkPlan {
    NetworkPlan(
      l2: configuration.l2, outputInitial: configuration.initial, comparison: .secondClass)
  }

  /// Softmax regression.
  static func softmax(_ configuration: LinearConfiguration) -> NetworkPlan {
    NetworkPlan(l2: configuration.l2, outputInitial: configuration.initial, comparison: .classes)
  }

  /// A network whose loss comes from the target.
  static func perceptron(_ configuration: NetworkConfiguration) -> NetworkPlan {
    NetworkPlan(configuration, comparison: nil)
  }

  /// A network that gives its input back.
  static func autoencoder(_ configuration: NetworkConfiguration) -> NetworkPlan {
    NetworkPlan(configuration, comparison: .input)
  }

  private init(_ configuration: NetworkConfiguration, comparison: Comparison?) {
    self.init(
      hidden: configuration.hidden, activation: configuration.activation, l2: configuration.l2,
      hiddenInitial: configuration.hiddenInitial, outputInitial: configuration.outputInitial,
      comparison: comparison)
  }

  private init(
    hidden: [Int] = [], activation: Activation = .relu, l2: Double,
    hiddenInitial: InitialParameters = .zeros, outputInitial: InitialParameters,
    drawsOutputBias: Bool = false, comparison: Comparison?
  ) {
    self.hidden = hidden
    self.activation = activation
    self.l2 = l2
    self.hiddenInitial = hiddenInitial
    self.outputInitial = outputInitial
    self.drawsOutputBias = drawsOutputBias
    self.comparison = comparison
  }

  /// What the output is compared with on `target`.
  func comparison(on target: Target) -> Comparison {
    if let comparison { return comparison }
    if case .numbers = target { return .number }
    return .classes
  }

  /// The widths of all layers on such data, from the features to the output.
  func widths(featureCount: Int, target: Target) -> [Int] {
    let output =
      switch (comparison(on: target), target) {
      case (.number, _), (.secondClass, _): 1
      case (.input, _): featureCount
      case (.classes, .classes(_, let names)): names.count
      case (.classes, .numbers): preconditionFailure("classes are needed, not numbers")
      }
    return [featureCount] + hidden + [output]
  }
}
