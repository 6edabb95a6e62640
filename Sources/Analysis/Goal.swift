import Specs

/// The training loss that a time to target is taken to.
public enum Goal: Hashable, Sendable {
  /// So large a share of the way from the loss at the start to the reference loss of the same seed.
  case share(Double)
  /// A loss that the spec names.
  case loss(Double)

  /// The goals that a spec asks for: the one that the answer uses before the others, of losses the
  /// lowest first.
  static func all(_ targets: TargetLosses) -> [Goal] {
    switch targets {
    case .automatic: [.share(0.99), .share(0.9), .share(0.999)]
    case .values(let losses): losses.sorted().map(Goal.loss)
    }
  }

  /// Whether it asks for more than another goal of the same problem.
  func isHarder(than other: Goal) -> Bool {
    switch (self, other) {
    case (.share(let one), .share(let other)): one > other
    case (.loss(let one), .loss(let other)): one < other
    case (.share, .loss), (.loss, .share): false
    }
  }
}
