import Models

extension Listing {
  /// The models.
  public static var models: Listing {
    Listing(noun: "model", entries: linearModels + networks + TestFunctionKind.allCases.map(entry))
  }

  private static let linearModels = [
    Entry(
      name: "linear", summary: "linear regression with bias, mean squared error",
      details: """
        linear: linear regression with bias

        loss      Σ (Xw + b − y)² / n, plus l2/2 ‖w‖²
        gradient  2/n Xᵀ(Xw + b − y) + l2 w; 2/n Σ (Xw + b − y) for the bias
        l2        weight of the penalty, at least 0; default 0
        initial   normal (default), zeros, glorot_uniform or he_normal, for weights and bias
        metric    root mean square error in the target's unit
        """),
    Entry(
      name: "logistic", summary: "logistic regression with bias, mean cross-entropy of two classes",
      details: """
        logistic: logistic regression with bias, for two classes in sorted order

        loss      Σ log(1 + exp(∓(Xw + b))) / n in nats, plus l2/2 ‖w‖²; − for the second class
        l2        weight of the penalty, at least 0; default 0
        initial   zeros (default), normal, glorot_uniform or he_normal, for weights; the bias starts at 0
        metric    accuracy
        """),
    Entry(
      name: "softmax", summary: "softmax regression with biases, mean cross-entropy of classes",
      details: """
        softmax: softmax regression, one output with bias for each class in sorted order

        loss      mean of −log softmax(XW + b) at the class, in nats, plus l2/2 ‖W‖²
        l2        weight of the penalty, at least 0; default 0
        initial   zeros (default), normal, glorot_uniform or he_normal, for weights; biases start at 0
        metric    accuracy
        """),
  ]

  private static let networks = [
    Entry(
      name: "mlp", summary: "network of dense layers, loss from the task",
      details: """
        mlp: a network of dense layers

        hidden      widths of the hidden layers, such as [64, 32]; required
        activation  relu (default), tanh, sigmoid or gelu (exact, x Φ(x)), after each hidden layer
        loss        mean squared error for numbers, mean cross-entropy in nats for classes,
                    plus l2/2 ‖W‖²
        l2          weight of the penalty on weights, at least 0; default 0
        initial     normal, zeros, glorot_uniform or he_normal; by default he_normal under relu and
                    gelu, glorot_uniform under tanh and sigmoid and for the output; biases start at 0
        metric      root mean square error in the target's unit, or accuracy
        """),
    Entry(
      name: "autoencoder", summary: "network of dense layers that gives its input back",
      details: """
        autoencoder: a network of dense layers that gives its input back

        hidden      widths of the hidden layers, such as [32, 8, 32]; required
        activation  relu (default), tanh, sigmoid or gelu (exact, x Φ(x)), after each hidden layer
        loss        mean squared error over examples and features
        initial     as for mlp
        metric      root mean square error over examples and features
        """),
  ]

  private static func entry(_ kind: TestFunctionKind) -> Entry {
    let dimension = kind.hasAnyDimension ? "any dimension" : "two dimensions"
    let start = kind.start(dimension: 2).map { NumberText.significant($0, 3) }
      .joined(separator: ", ")
    return Entry(
      name: kind.rawValue, summary: "test function, \(dimension): \(kind.formula)",
      details: """
        \(kind.rawValue): \(kind.formula)

        dimension  \(dimension)
        start      (\(start)) in two dimensions
        data       none; an epoch is one update and the loss is the function's value
        """)
  }
}

extension TestFunctionKind {
  /// Its formula in plain text.
  fileprivate var formula: String {
    switch self {
    case .rosenbrock: "Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)²"
    case .beale: "(1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²"
    case .himmelblau: "(x² + y − 11)² + (x + y² − 7)²"
    case .rastrigin: "10 d + Σ x_i² − 10 cos 2πx_i"
    case .quadratic: "½ Σ λ_i x_i², λ log-spaced from 1 to `condition`"
    }
  }
}
