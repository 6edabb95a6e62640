/// The kinds of update rule that a spec can name.
public enum OptimizerKind: String, Hashable, Sendable, CaseIterable {
  /// Stochastic gradient descent.
  case sgd
  /// Kingma and Ba 2015.
  case adam
  /// Dozat 2016, in the readings of several libraries.
  case nadam

  /// The names that `variant` may have, the default first; empty for a kind without variants.
  public var variants: [String] {
    switch self {
    case .sgd, .adam: []
    case .nadam: ["pytorch", "article"]
    }
  }

  /// The hyperparameters of this kind in the order in which they are listed, `learning_rate` first,
  /// with the defaults of `variant` (nil: the default variant).
  ///
  /// `variant` itself, `schedule` and `lookahead` are not among them.
  public func hyperparameters(variant: String? = nil) -> [Hyperparameter] { [] }
}
