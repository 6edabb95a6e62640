extension RecordInterval {
  /// Whether epoch `epoch` of `epochs` is recorded.
  public func contains(epoch: Int, of epochs: Int) -> Bool {
    if epoch == 0 || epoch == epochs { return true }
    switch self {
    case .every(let interval): return epoch % interval == 0
    case .automatic:
      if epoch <= 100 { return true }
      let interval = (epochs - 100 + 999) / 1000
      return epoch % interval == 0
    }
  }

  /// How many epochs a run of `epochs` epochs records at most.
  public func count(of epochs: Int) -> Int {
    switch self {
    case .every(let interval): return epochs / interval + 1 + (epochs % interval == 0 ? 0 : 1)
    case .automatic:
      guard epochs > 100 else { return epochs + 1 }
      let interval = (epochs - 100 + 999) / 1000
      return 101 + epochs / interval - 100 / interval + (epochs % interval == 0 ? 0 : 1)
    }
  }
}
