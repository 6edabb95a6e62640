/// Slow weights behind any rule (Zhang, Lucas, Hinton and Ba 2019, "Lookahead Optimizer: k steps
/// forward, 1 step back", algorithm 1).
///
/// Every k updates slow += α (fast − slow), then fast = slow. Slow weights start at the initial
/// point; the inner rule keeps its state. One more vector of n.
public struct Lookahead: Hashable, Sendable {
  /// k, updates between two synchronizations, at least 1.
  public var interval: Int
  /// α, the share of the way that the slow weights go, above 0 and at most 1.
  public var alpha: Double

  /// Slow weights that go `alpha` of the way every `interval` updates.
  public init(interval: Int = 5, alpha: Double = 0.5) {
    self.interval = interval
    self.alpha = alpha
  }

  /// What `lookahead` takes in a spec, in the order in which it is listed.
  public static let parameters = [
    Hyperparameter(
      name: "k", symbol: "k", domain: .integer(lower: 1, upper: 1_000_000_000),
      defaultValue: .number(5), meaning: "updates between two synchronizations"),
    Hyperparameter(
      name: "alpha", symbol: #"\alpha"#,
      domain: .number(lower: 0, lowerOpen: true, upper: 1, upperOpen: false),
      defaultValue: .number(0.5),
      meaning: "the share of the way to the fast parameters that the slow ones go"),
  ]

  /// Slow weights with the given parameters.
  ///
  /// Every name in `given` is declared by `parameters` and every value lies in its domain.
  public init(given: [String: HyperparameterValue]) {
    self.init()
    if case .number(let value)? = given["k"] { interval = Int(value) }
    if case .number(let value)? = given["alpha"] { alpha = value }
  }
}
