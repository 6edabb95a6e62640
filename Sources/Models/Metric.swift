/// How well predictions meet the target, in a unit that a reader knows.
public enum Metric: String, Hashable, Sendable, CaseIterable {
  /// The root mean square error, in the target's own unit; lower is better.
  case rootMeanSquareError = "rmse"
  /// The share of examples whose class is predicted, from 0 to 1; higher is better.
  case accuracy

  /// Whether a higher value is better.
  public var isHigherBetter: Bool { self == .accuracy }
}
