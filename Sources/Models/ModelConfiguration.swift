import Datasets
import Kernels

/// The model that a problem trains, with every option resolved.
public enum ModelConfiguration: Hashable, Sendable {
  /// Linear regression with bias and mean squared error; needs numbers as target.
  case linear(LinearConfiguration)
  /// Logistic regression with bias, one output, mean cross-entropy in nats; needs two classes.
  case logistic(LinearConfiguration)
  /// Softmax regression with biases, one output a class, mean cross-entropy in nats; needs classes.
  case softmax(LinearConfiguration)
  /// A network of dense layers: mean squared error for numbers, mean cross-entropy for classes.
  case mlp(NetworkConfiguration)
  /// A network that gives its input back: mean squared error over examples and features.
  case autoencoder(NetworkConfiguration)
  /// A test function, which needs no data.
  case testFunction(TestFunctionConfiguration)

  /// What the target must be used for; nil where it may be anything.
  public var task: Task? {
    switch self {
    case .linear: .regression
    case .logistic, .softmax: .classification
    case .mlp, .autoencoder, .testFunction: nil
    }
  }

  /// The metric of this model on a target for `task`; nil for a test function.
  public func metric(of task: Task?) -> Metric? {
    switch self {
    case .linear, .autoencoder: .rootMeanSquareError
    case .logistic, .softmax: .accuracy
    case .mlp: task == .classification ? .accuracy : .rootMeanSquareError
    case .testFunction: nil
    }
  }

  /// How many parameters the model has on such data, as a number that cannot overflow.
  ///
  /// The target must suit the model; see ``task``.
  public func parameterCount(featureCount: Int, target: Target) -> Double {
    let plan: NetworkPlan
    switch self {
    case .linear(let configuration): plan = .linear(configuration)
    case .logistic(let configuration): plan = .logistic(configuration)
    case .softmax(let configuration): plan = .softmax(configuration)
    case .mlp(let configuration): plan = .perceptron(configuration)
    case .autoencoder(let configuration): plan = .autoencoder(configuration)
    case .testFunction(let configuration): return Double(configuration.start.count)
    }
    let widths = plan.widths(featureCount: featureCount, target: target).map { Double($0) }
    return zip(widths, widths.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
  }

  /// Whether the model learns from data but leaves its target alone.
  public var ignoresTarget: Bool {
    if case .autoencoder = self { true } else { false }
  }

  /// Whether the model learns from a data set.
  public var needsData: Bool {
    if case .testFunction = self { false } else { true }
  }

  /// Whether this is a test function in two dimensions, whose runs can be drawn as paths.
  public var isPlanar: Bool {
    if case .testFunction(let configuration) = self {
      configuration.start.count == 2
    } else {
      false
    }
  }
}

/// The options of a model without hidden layers.
public struct LinearConfiguration: Hashable, Sendable {
  /// The weight λ of the penalty λ/2 ‖w‖², which leaves the bias alone; at least 0.
  public var l2: Double
  /// How the weights start, and the bias of linear regression; other biases start at 0.
  public var initial: InitialParameters

  /// A model without hidden layers. The default start is that of linear regression; `logistic` and
  /// `softmax` start at `zeros` unless told otherwise.
  public init(l2: Double = 0, initial: InitialParameters = .normal) {
    self.l2 = l2
    self.initial = initial
  }
}

/// The options of a network of dense layers.
public struct NetworkConfiguration: Hashable, Sendable {
  /// The widths of the hidden layers, each at least 1; at least one layer.
  public var hidden: [Int]
  /// The function after each hidden layer; the output has none.
  public var activation: Activation
  /// The weight λ of the penalty λ/2 ‖w‖² over all layers' weights, which leaves biases alone; at
  /// least 0.
  public var l2: Double
  /// How all layers' weights start; nil for the usual start of each layer.
  public var initial: InitialParameters?

  /// A network of dense layers.
  public init(
    hidden: [Int], activation: Activation = .relu, l2: Double = 0,
    initial: InitialParameters? = nil
  ) {
    self.hidden = hidden
    self.activation = activation
    self.l2 = l2
    self.initial = initial
  }

  /// How the weights of hidden layers start: as told, or `he_normal` under relu and gelu and
  /// `glorot_uniform` under tanh and sigmoid.
  public var hiddenInitial: InitialParameters {
    if let initial { return initial }
    return switch activation {
    case .relu, .gelu: .heNormal
    case .tanh, .sigmoid: .glorotUniform
    }
  }

  /// How the weights of the output layer start: as told, or `glorot_uniform`.
  public var outputInitial: InitialParameters { initial ?? .glorotUniform }
}

extension ModelConfiguration {
  /// The function that this model minimizes on `data`, which a test function passes over.
  ///
  /// The target of `data` must suit the model; see ``task``.
  public func makeObjective(data: ProblemData) -> any Objective {
    let isDense = data.training.features.dense != nil
    switch self {
    case .linear(let configuration):
      if isDense { return LinearRegression(configuration, data: data) }
      return Network(.linear(configuration), data: data)
    case .logistic(let configuration):
      if isDense { return LogisticRegression(configuration, data: data) }
      return Network(.logistic(configuration), data: data)
    case .softmax(let configuration): return Network(.softmax(configuration), data: data)
    case .mlp(let configuration): return Network(.perceptron(configuration), data: data)
    case .autoencoder(let configuration): return Network(.autoencoder(configuration), data: data)
    case .testFunction(let configuration): return TestFunction(configuration)
    }
  }
}
