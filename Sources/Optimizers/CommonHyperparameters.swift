/// The hyperparameters that several rules share, and those that every rule has.
extension Hyperparameter {
  /// μ, for rules with a momentum buffer.
  static func momentum(meaning: String) -> Hyperparameter {
    Hyperparameter(
      name: "momentum", symbol: #"\mu"#, domain: .memory, defaultValue: .number(0),
      meaning: meaning)
  }

  /// η, the step size before any schedule.
  static func learningRate(_ value: Double) -> Hyperparameter {
    Hyperparameter(
      name: "learning_rate", symbol: #"\eta"#, domain: .positive, defaultValue: .number(value),
      meaning: "scales every update, before the schedule")
  }

  /// β1, for rules that average the gradient.
  static func beta1(
    _ value: Double = 0.9,
    meaning: String = "how much of its past the average of the gradient keeps at each update"
  ) -> Hyperparameter {
    Hyperparameter(
      name: "beta1", symbol: #"\beta_1"#, domain: .memory, defaultValue: .number(value),
      meaning: meaning)
  }

  /// β2, for rules that average the squared gradient.
  static func beta2(
    _ value: Double = 0.999,
    meaning: String =
      "how much of its past the average of the squared gradient keeps at each update"
  ) -> Hyperparameter {
    Hyperparameter(
      name: "beta2", symbol: #"\beta_2"#, domain: .memory, defaultValue: .number(value),
      meaning: meaning)
  }

  /// ε, where 0 is allowed because a denominator of 0 moves nothing.
  static func epsilon(_ value: Double = 1e-8) -> Hyperparameter {
    Hyperparameter(
      name: "epsilon", symbol: #"\varepsilon"#, domain: .nonnegative, defaultValue: .number(value),
      meaning:
        "is added to the denominator; with 0, a parameter whose denominator is 0 does not move")
  }

  /// λ, the weight of decay.
  static func weightDecay(_ value: Double = 0) -> Hyperparameter {
    Hyperparameter(
      name: "weight_decay", symbol: #"\lambda"#, domain: .nonnegative,
      defaultValue: .number(value), meaning: "pulls the parameters that decay towards 0")
  }

  /// Whether decay stays out of the gradient.
  static func decoupled(_ value: Bool = false) -> Hyperparameter {
    Hyperparameter(
      name: "decoupled", symbol: #"\mathrm{decoupled}"#, domain: .flag,
      defaultValue: .flag(value),
      meaning:
        "whether decay shrinks the parameters by the rate times the decay before the update, "
        + "instead of entering the gradient as an L2 penalty")
  }

  /// Which parameters decay.
  static let decay = Hyperparameter(
    name: "decay", symbol: #"\mathrm{decay}"#, domain: .choice([everything, onlyWeights]),
    defaultValue: .choice(everything),
    meaning: "which parameters decay: all of them, or the weights without the biases")

  /// The value of `decay` for all parameters.
  static let everything = "all"
  /// The value of `decay` that leaves biases alone.
  static let onlyWeights = "weights"

  /// c∞, the limit on each component of the gradient.
  static let clipValue = Hyperparameter(
    name: "clip_value", symbol: #"c_\infty"#, domain: .positive, defaultValue: nil,
    meaning: "limits each component of the gradient to this absolute value")

  /// c₂, the limit on the gradient's length.
  static let clipNorm = Hyperparameter(
    name: "clip_norm", symbol: "c_2", domain: .positive, defaultValue: nil,
    meaning: "scales the gradient down to this Euclidean norm when it is longer")

  /// What every kind takes after its own: decay and clipping.
  static func aroundEveryRule(
    weightDecay: Double = 0, decoupled: Bool = false
  ) -> [Hyperparameter] {
    [.weightDecay(weightDecay), .decoupled(decoupled), .decay, .clipValue, .clipNorm]
  }
}
