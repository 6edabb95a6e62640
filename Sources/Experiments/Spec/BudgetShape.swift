import Training

extension Budget {
  /// The most epochs of a run.
  static let mostEpochs = 10_000_000

  /// Asks for the keys that tell what a run may spend.
  static func asked(of keys: Keys) -> Budget? {
    let epochs = keys.required(
      "epochs", .whole(1...mostEpochs), "number of passes over the training set")
    let batchSize = keys.optional(
      "batch_size", BatchSize.shape, default: "full", "examples that an update sees")
    let record = keys.optional(
      "record", RecordInterval.shape, default: "auto", "interval of the recorded epochs")
    let stop = keys.optional("stop", EarlyStopping.shape, "rule that ends a run early")
    guard let epochs, let batchSize, let record else { return nil }
    return Budget(epochs: epochs, batchSize: batchSize, record: record, stop: stop)
  }
}

extension BatchSize {
  /// `"full"`, or a number of examples.
  static let shape: Shape<BatchSize> = .either(
    .choice([("full", .full)]), Shape<Int>.whole(1...1_000_000_000).map { .examples($0) })
}

extension RecordInterval {
  /// `"auto"`, or a number of epochs.
  static let shape: Shape<RecordInterval> = .either(
    .choice([("auto", .automatic)]), Shape<Int>.whole(1...Budget.mostEpochs).map { .every($0) })
}

extension EarlyStopping {
  /// Patience, the least improvement, and what is watched.
  static let shape = Shape<EarlyStopping>.object("stop") { keys in
    let patience = keys.required(
      "patience", .whole(1...Budget.mostEpochs), "number of epochs without improvement")
    let minimumDelta = keys.optional(
      "min_delta", .number(NumberDomain(lower: 0)), default: 0, "least improvement that counts")
    let watch: WatchedLoss? = keys.optional(
      "watch", .choice(), default: "validation_loss", "loss that must improve")
    guard let patience, let minimumDelta, let watch else { return nil }
    return EarlyStopping(patience: patience, minimumDelta: minimumDelta, watch: watch)
  }
}
