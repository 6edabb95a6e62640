/// The value of a hyperparameter.
public enum HyperparameterValue: Hashable, Sendable {
  /// A real number; whole where the domain is `integer`.
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
  /// Whole numbers from `lower` to `upper`, both allowed; the value is a `number`.
  case integer(lower: Int, upper: Int)
  /// `true` or `false`.
  case flag
  /// One of these names.
  case choice([String])

  /// Finite numbers above 0.
  static let positive = HyperparameterDomain.number(
    lower: 0, lowerOpen: true, upper: .infinity, upperOpen: true)
  /// Finite numbers, 0 or above.
  static let nonnegative = HyperparameterDomain.number(
    lower: 0, lowerOpen: false, upper: .infinity, upperOpen: true)
  /// Numbers from 0 to below 1: the weight that an average keeps of its past.
  static let memory = HyperparameterDomain.number(
    lower: 0, lowerOpen: false, upper: 1, upperOpen: true)

  /// Whether `value` is of the right type and within the ends. NaN never is.
  public func contains(_ value: HyperparameterValue) -> Bool {
    switch (self, value) {
    case (.number(let lower, let lowerOpen, let upper, let upperOpen), .number(let x)):
      (lowerOpen ? x > lower : x >= lower) && (upperOpen ? x < upper : x <= upper)
    case (.integer(let lower, let upper), .number(let x)):
      x >= Double(lower) && x <= Double(upper) && x == x.rounded()
    case (.flag, .flag): true
    case (.choice(let names), .choice(let name)): names.contains(name)
    default: false
    }
  }
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

  /// Whether it only says which parameters decay.
  public var isAboutDecay: Bool { name == Self.decay.name }
}
