/// What early stopping remembers.
struct Patience: Hashable, Sendable {
  private let stop: EarlyStopping
  private var best = Double.infinity
  private var bestEpoch = 0

  init(_ stop: EarlyStopping) { self.stop = stop }

  /// The loss that is watched.
  var watch: WatchedLoss { stop.watch }

  /// Takes note of the watched loss at `epoch`; true when `patience` epochs have passed since it
  /// was last lower than the best before it by more than `minimumDelta`.
  mutating func isOver(at epoch: Int, loss: Double) -> Bool {
    if loss < best - stop.minimumDelta {
      best = loss
      bestEpoch = epoch
    }
    return epoch - bestEpoch >= stop.patience
  }
}
