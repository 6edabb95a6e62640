import Tuning

extension OptimizerSpec {
  /// Why a search of it tells no basin of good learning rates.
  public enum BasinObstacle: Hashable, Sendable {
    /// It is not searched for anything.
    case notTuned
    /// The learning rate is not what alone is searched for; the keys that are.
    case otherKeys([String])
    /// The learning rate is searched for on a linear scale, on which decades are no even steps.
    case linearScale
  }

  /// Why a search of it tells no basin of good learning rates; nil where it does: it is searched for
  /// its learning rate alone, on a logarithmic scale.
  public var basinObstacle: BasinObstacle? {
    guard let keys = tuned?.space.keys else { return .notTuned }
    guard keys.map(\.name) == [Self.rate] else { return .otherKeys(keys.map(\.name)) }
    return keys[0].range.scale == .log ? nil : .linearScale
  }

  /// The key of the learning rate.
  private static let rate = "learning_rate"
}
