/// How many examples an update sees.
public enum BatchSize: Hashable, Sendable {
  /// The whole training set.
  case full
  /// So many, at least 1; the last batch of an epoch may be smaller.
  case examples(Int)
}

extension BatchSize {
  /// Whether one batch holds all of `examples` examples.
  func isFull(examples: Int) -> Bool {
    switch self {
    case .full: true
    case .examples(let size): size >= examples
    }
  }

  /// How many updates one pass over `examples` examples makes, at least 1.
  public func updatesPerEpoch(examples: Int) -> Int {
    switch self {
    case .full: 1
    case .examples(let size): size >= examples ? 1 : (examples - 1) / size + 1
    }
  }
}

/// Which epochs a curve records, besides epoch 0 and the last.
public enum RecordInterval: Hashable, Sendable {
  /// All up to epoch 100, then every ⌈(E − 100)/1000⌉-th of E.
  case automatic
  /// Every k-th epoch, k at least 1.
  case every(Int)
}

/// The loss that early stopping watches.
public enum WatchedLoss: String, Hashable, Sendable, CaseIterable {
  /// The loss over the validation rows, of which there must be some.
  case validation = "validation_loss"
  /// The loss over the training rows.
  case training = "train_loss"
}

/// Ends a run when the watched loss has not improved for a while.
public struct EarlyStopping: Hashable, Sendable {
  /// How many epochs without improvement end the run, at least 1.
  public var patience: Int
  /// How much lower than the best a loss must be to count as an improvement, at least 0.
  public var minimumDelta: Double
  /// The loss that is watched.
  public var watch: WatchedLoss

  /// Ends a run when the watched loss has not improved for `patience` epochs.
  public init(patience: Int, minimumDelta: Double = 0, watch: WatchedLoss = .validation) {
    self.patience = patience
    self.minimumDelta = minimumDelta
    self.watch = watch
  }
}

/// What a run may spend and what it writes down.
public struct Budget: Hashable, Sendable {
  /// Passes over the training set, 1 to 10,000,000.
  public var epochs: Int
  /// How many examples an update sees.
  public var batchSize: BatchSize
  /// Which epochs are recorded.
  public var record: RecordInterval
  /// Early stopping, if wanted.
  public var stop: EarlyStopping?

  /// What a run may spend and what it writes down.
  public init(
    epochs: Int, batchSize: BatchSize = .full, record: RecordInterval = .automatic,
    stop: EarlyStopping? = nil
  ) {
    self.epochs = epochs
    self.batchSize = batchSize
    self.record = record
    self.stop = stop
  }
}
