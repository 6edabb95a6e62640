import Models

extension ModelConfiguration {
  /// The model in a table cell.
  var phrase: String {
    switch self {
    case .linear: "linear"
    case .logistic: "logistic"
    case .softmax: "softmax"
    case .mlp(let network): "mlp, \(network.widths) \(network.activation.rawValue)"
    case .autoencoder(let network): "autoencoder, \(network.widths) \(network.activation.rawValue)"
    case .testFunction(let function): function.kind.rawValue
    }
  }

  /// What is minimized, from where.
  ///
  /// - Parameter metric: the model's on its data.
  func definition(metric: Metric?) -> String {
    switch self {
    case .linear(let linear):
      return "linear regression with bias; the loss is the mean squared error"
        + "\(penalty(linear.l2, "w")); weights and bias start \(linear.initial.phrase)."
    case .logistic(let linear):
      return "logistic regression with bias; the loss is the mean cross-entropy in nats"
        + "\(penalty(linear.l2, "w")); weights start \(linear.initial.phrase), the bias at 0."
    case .softmax(let linear):
      return "softmax regression, one output a class with bias; the loss is the mean cross-entropy "
        + "in nats\(penalty(linear.l2, "W")); weights start \(linear.initial.phrase), biases at 0."
    case .mlp(let network):
      let loss = metric == .accuracy ? "cross-entropy in nats" : "squared error"
      return "a network of dense layers; the loss is the mean \(loss)"
        + "\(penalty(network.l2, "W")); \(network.start)."
    case .autoencoder(let network):
      return "a network of dense layers that gives its input back; the loss is the mean squared "
        + "error over examples and features\(penalty(network.l2, "W")); \(network.start)."
    case .testFunction(let function):
      let start = function.start.map { NumberText.significant($0, 6) }.joined(separator: ", ")
      return "the function’s value is the loss and an epoch is one update; it starts at (\(start))."
    }
  }

  private func penalty(_ l2: Double, _ weights: String) -> String {
    guard l2 != 0 else { return "" }
    return " plus \(NumberText.significant(l2, 6))/2 ‖\(weights)‖² (training loss only)"
  }
}

extension NetworkConfiguration {
  /// The hidden layers, as in "512-512".
  fileprivate var widths: String { hidden.map(String.init).joined(separator: "-") }

  /// Where training starts.
  fileprivate var start: String {
    if hiddenInitial == outputInitial {
      return "weights start \(hiddenInitial.phrase), biases at 0"
    }
    return "weights start \(hiddenInitial.phrase), in the output layer \(outputInitial.phrase), "
      + "biases at 0"
  }
}

extension InitialParameters {
  /// How the start reads after "weights start".
  fileprivate var phrase: String {
    switch self {
    case .normal: "standard normal"
    case .zeros: "zero"
    case .glorotUniform: "uniform by Glorot and Bengio (glorot_uniform)"
    case .heNormal: "normal by He et al. (he_normal)"
    }
  }
}
