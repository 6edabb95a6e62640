extension RecordInterval {
  /// Whether epoch `epoch` of `epochs` is recorded.
  public func contains(epoch: Int, of epochs: Int) -> Bool {
    epoch <= denseEpochs || epoch == epochs || epoch % interval(of: epochs) == 0
  }

  /// How many epochs a run of `epochs` epochs records at most, epoch 0 among them.
  public func count(of epochs: Int) -> Int {
    let dense = min(denseEpochs, epochs)
    let interval = interval(of: epochs)
    let isLastExtra = epochs > dense && epochs % interval != 0
    return 1 + dense + epochs / interval - dense / interval + (isLastExtra ? 1 : 0)
  }

  /// Up to which epoch every one is recorded.
  private var denseEpochs: Int {
    switch self {
    case .every: 0
    case .automatic: 100
    }
  }

  /// The interval after that.
  private func interval(of epochs: Int) -> Int {
    switch self {
    case .every(let interval): interval
    case .automatic: max(1, (epochs - 100 + 999) / 1000)
    }
  }
}
