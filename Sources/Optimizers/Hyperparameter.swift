/// The value of a hyperparameter.
public enum HyperparameterValue: Hashable, Sendable {
  /// A real number.
  case number(Double)
  /// A switch.
  case flag(Bool)
  /// One of a few names, such as a variant.
  case choice(String)
}

/// What a hyperparameter may be.
public enum HyperparameterDomain: Hashable, Sendable {
  /// Real numbers from `lower` to `upper`; an end that is open is itself not allowed.
  case number(lower: Double, lowerOpen: Bool, upper: Double, upperOpen: Bool)
  /// `true` or `false`.
  case flag
  /// One of these names.
  case choice([String])
}

/// The declaration of a hyperparameter: the one source for the spec's decoder, its JSON Schema, the
/// listing and the report's setup.
public struct Hyperparameter: Hashable, Sendable {
  /// The key in a spec, such as `beta1`.
  public var name: String
  /// The symbol in formulas, in TeX, such as `\beta_1`.
  public var symbol: String
  /// What it may be.
  public var domain: HyperparameterDomain
  /// What it is when the spec says nothing; nil when it is then absent (no clipping, say).
  public var defaultValue: HyperparameterValue?
  /// What it does, in one plain sentence without a full stop.
  public var meaning: String
}
