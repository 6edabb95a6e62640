/// How much worse than the best a loss may be and still count as good.
public enum BasinTolerance: Hashable, Sendable {
  /// By a share of the best loss, at least 0: up to (1 + share) · best. It has no meaning where the
  /// best loss is 0 or below, and little where it is a rounding error away from 0, as on test
  /// functions.
  case ofBest(Double)
  /// By a share, at least 0, of the way that the best trial came from the loss at the `start`: up
  /// to best + share · (start − best). For losses that may reach 0 or below. No meaning where the
  /// best is no better than the start.
  case ofProgress(Double, start: Double)
  /// By this much, at least 0, in units of the loss.
  case absolute(Double)

  /// The greatest loss that counts as good; nil where the tolerance has no meaning.
  func limit(best: Double) -> Double? {
    guard let distance = distance(best: best), distance >= 0 else { return nil }
    let limit = best + distance
    return limit.isFinite ? limit : nil
  }

  private func distance(best: Double) -> Double? {
    switch self {
    case .ofBest(let share): best > 0 ? share * best : nil
    case .ofProgress(let share, let start): best < start ? share * (start - best) : nil
    case .absolute(let distance): distance
    }
  }
}
