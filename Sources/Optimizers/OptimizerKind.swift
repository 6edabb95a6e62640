import Kernels

/// A kind of update rule that a spec can name.
///
/// Each is declared in the file of its rule and listed in `allCases`; nothing else knows its name.
public struct OptimizerKind: Sendable {
  /// Its name in a spec.
  public let rawValue: String
  /// The names that `variant` may have, the default first; empty for a kind without variants.
  public let variants: [String]
  private let definitions: [RuleDefinition]

  /// A kind with one reading.
  init(_ name: String, _ definition: RuleDefinition) {
    rawValue = name
    variants = []
    definitions = [definition]
  }

  /// A kind of which different sources have different readings, the default one first.
  init(_ name: String, variants: [(name: String, definition: RuleDefinition)]) {
    rawValue = name
    self.variants = variants.map(\.name)
    definitions = variants.map(\.definition)
  }

  /// The reading that a variant names; the default one for nil and for a name that is none.
  func definition(of variant: String?) -> RuleDefinition {
    definitions[variant.flatMap(variants.firstIndex) ?? 0]
  }

  /// The hyperparameters of this kind in the order in which they are listed, `learning_rate` first,
  /// with the defaults of `variant` (nil, or a name that is none: the default variant).
  ///
  /// `variant` itself, `schedule` and `lookahead` are not among them.
  public func hyperparameters(variant: String? = nil) -> [Hyperparameter] {
    definition(of: variant).hyperparameters
  }

  /// What the rule is.
  ///
  /// - Parameter variant: one of `variants`; nil is the default one.
  public func description(variant: String? = nil) -> OptimizerDescription {
    definition(of: variant).description
  }
}

extension OptimizerKind: CaseIterable {
  /// All kinds, in the order in which they are listed.
  public static let allCases: [OptimizerKind] = [
    .sgd, .adam, .adamw, .nadam, .nadamw, .rmsprop, .adagrad, .adadelta, .adamax, .radam, .lion,
  ]
}

extension OptimizerKind: RawRepresentable, Hashable {
  /// The kind of that name, if there is one.
  public init?(rawValue: String) {
    guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = kind
  }

  /// Kinds are the same when their names are.
  public static func == (one: OptimizerKind, other: OptimizerKind) -> Bool {
    one.rawValue == other.rawValue
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
