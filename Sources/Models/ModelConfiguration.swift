/// The model that a problem trains, with every option resolved.
public enum ModelConfiguration: Hashable, Sendable {
  /// Linear regression with bias and mean squared error.
  case linear(LinearConfiguration)
  /// A test function, which needs no data.
  case testFunction(TestFunctionConfiguration)

  /// The metric of its task; nil for a test function.
  public var metric: Metric? {
    switch self {
    case .linear: .rootMeanSquareError
    case .testFunction: nil
    }
  }

  /// Whether the model learns from a data set.
  public var needsData: Bool {
    switch self {
    case .linear: true
    case .testFunction: false
    }
  }

  /// Whether this is a test function in two dimensions, whose runs can be drawn as paths.
  public var isPlanar: Bool {
    switch self {
    case .linear: false
    case .testFunction(let configuration): configuration.start.count == 2
    }
  }
}

/// How the initial parameters are drawn.
public enum InitialParameters: String, Hashable, Sendable, CaseIterable {
  /// Standard normal.
  case normal
  /// All zero.
  case zeros
}

/// The options of linear regression.
public struct LinearConfiguration: Hashable, Sendable {
  /// The weight λ of the penalty λ/2 ‖w‖², which leaves the bias alone; at least 0.
  public var l2: Double
  /// How weights and bias start.
  public var initial: InitialParameters

  /// Linear regression.
  public init(l2: Double = 0, initial: InitialParameters = .normal) {
    self.l2 = l2
    self.initial = initial
  }
}

extension ModelConfiguration {
  /// The function that this model minimizes on `data`, which a test function passes over.
  public func makeObjective(data: ProblemData) -> any Objective {
    switch self {
    case .linear(let configuration): LinearRegression(configuration, data: data)
    case .testFunction(let configuration): TestFunction(configuration)
    }
  }
}
