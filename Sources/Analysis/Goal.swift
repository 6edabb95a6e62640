import Specs

/// The training loss that a time to target is taken to.
public enum Goal: Hashable, Sendable {
  /// So many times the lowest training loss that any contender recorded for the same seed.
  case timesBest(Double)
  /// A loss that the spec names.
  case loss(Double)

  /// The goals that a spec asks for.
  static func all(_ targets: TargetLosses) -> [Goal] {
    switch targets {
    case .automatic: [.timesBest(1.05)]
    case .values(let losses): losses.map(Goal.loss)
    }
  }
}
