/// The kinds of update rule that a spec can name.
public enum OptimizerKind: String, Hashable, Sendable, CaseIterable {
  /// Stochastic gradient descent, with momentum and Nesterov's form of it.
  case sgd
  /// Kingma and Ba 2015.
  case adam
  /// Adam with decoupled decay, Loshchilov and Hutter 2019.
  case adamw
  /// Dozat 2016, in the readings of several libraries.
  case nadam
  /// Nadam as AlgoPerf reads it, with decoupled decay.
  case nadamw
  /// Tieleman and Hinton 2012.
  case rmsprop
  /// Duchi, Hazan and Singer 2011.
  case adagrad
  /// Zeiler 2012.
  case adadelta
  /// Kingma and Ba 2015, section 7.1.
  case adamax
  /// Rectified Adam, Liu et al. 2020.
  case radam
  /// Chen et al. 2023.
  case lion

  /// The names that `variant` may have, the default first; empty for a kind without variants.
  public var variants: [String] {
    self == .nadam ? NadamVariant.allCases.map(\.rawValue) : []
  }

  /// The hyperparameters of this kind in the order in which they are listed, `learning_rate` first,
  /// with the defaults of `variant` (nil, or a name that is none: the default variant).
  ///
  /// `variant` itself, `schedule` and `lookahead` are not among them.
  public func hyperparameters(variant: String? = nil) -> [Hyperparameter] {
    switch self {
    case .sgd: StochasticGradientDescent.hyperparameters + Hyperparameter.aroundEveryRule()
    case .adam: Adam.hyperparameters + Hyperparameter.aroundEveryRule()
    case .adamw:
      Adam.hyperparameters + Hyperparameter.aroundEveryRule(weightDecay: 1e-2, decoupled: true)
    case .nadam:
      Nadam.hyperparameters(NadamVariant(named: variant)) + Hyperparameter.aroundEveryRule()
    case .nadamw:
      Nadam.hyperparameters(.algoperf)
        + Hyperparameter.aroundEveryRule(weightDecay: 1e-2, decoupled: true)
    case .rmsprop: RMSProp.hyperparameters + Hyperparameter.aroundEveryRule()
    case .adagrad: Adagrad.hyperparameters + Hyperparameter.aroundEveryRule()
    case .adadelta: Adadelta.hyperparameters + Hyperparameter.aroundEveryRule()
    case .adamax: Adamax.hyperparameters + Hyperparameter.aroundEveryRule()
    case .radam: RectifiedAdam.hyperparameters + Hyperparameter.aroundEveryRule()
    case .lion: Lion.hyperparameters + Hyperparameter.aroundEveryRule(decoupled: true)
    }
  }
}

extension OptimizerConfiguration {
  /// The rule alone, at its start, for `count` parameters.
  func makeRule(count: Int) -> any UpdateRule {
    switch kind {
    case .sgd: StochasticGradientDescent(self, count: count)
    case .adam, .adamw: Adam(self, count: count)
    case .nadam: Nadam(self, variant: NadamVariant(named: variant), count: count)
    case .nadamw: Nadam(self, variant: .algoperf, count: count)
    case .rmsprop: RMSProp(self, count: count)
    case .adagrad: Adagrad(self, count: count)
    case .adadelta: Adadelta(self, count: count)
    case .adamax: Adamax(self, count: count)
    case .radam: RectifiedAdam(self, count: count)
    case .lion: Lion(self, count: count)
    }
  }
}
