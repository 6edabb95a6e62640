/// What became of a share of a plan's work.
public struct ShareResult: Hashable, Sendable {
  /// How many runs were there before.
  public private(set) var keptCount = 0
  /// How many were made and kept.
  public private(set) var madeCount = 0
  /// How many were made in vain, since nothing more could be kept.
  public private(set) var lostCount = 0

  /// Takes what became of a run.
  mutating func note(wasKept: Bool, isKept: Bool) {
    if wasKept {
      keptCount += 1
    } else if isKept {
      madeCount += 1
    } else {
      lostCount += 1
    }
  }
}
