import Training

/// One setting that a search tried, and what became of it.
public struct Trial: Hashable, Sendable {
  /// One value for each key of the space, in its order.
  public let point: [Double]
  /// How the runs on the tuning seeds ended, in the order of these.
  public let outcomes: [RunOutcome]
  /// The median of the objective over them; ∞ where at least half of them diverged.
  public let value: Double

  /// How many gradients of single examples it took.
  public var gradientEvaluations: Int { outcomes.map(\.gradientEvaluations).reduce(0, +) }
  /// How many of its runs diverged.
  public var failures: Int { outcomes.count { $0.status == .diverged } }
}
