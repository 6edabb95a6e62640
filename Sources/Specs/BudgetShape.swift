import SpecLanguage
import Training

extension Budget {
  /// The most epochs of a run.
  package static let mostEpochs = 10_000_000
}

extension BatchSize {
  /// `"full"`, or a number of examples.
  package static let shape: Shape<BatchSize> = .either(
    .choice([("full", .full)]), Shape<Int>.whole(1...1_000_000_000).map { .examples($0) })
}

extension RecordInterval {
  /// `"auto"`, or a number of epochs.
  package static let shape: Shape<RecordInterval> = .either(
    .choice([("auto", .automatic)]), Shape<Int>.whole(1...Budget.mostEpochs).map { .every($0) })
}

extension EarlyStopping {
  /// The rule for a run that has these losses, the default one first.
  package static func shape(watching losses: [WatchedLoss]) -> Shape<EarlyStopping> {
    .object("stop") { keys in
      let patience = keys.required(
        "patience", .whole(1...Budget.mostEpochs), "number of epochs without improvement")
      let minimumDelta = keys.optional(
        "min_delta", .number(NumberDomain(lower: 0)), default: 0, "least improvement that counts")
      let watch = keys.optional(
        "watch", Shape<WatchedLoss>.choice(losses.map { ($0.rawValue, $0) }),
        default: .text(losses.first?.rawValue ?? ""), "loss that must improve")
      guard let patience, let minimumDelta, let watch else { return nil }
      return EarlyStopping(patience: patience, minimumDelta: minimumDelta, watch: watch)
    }
  }
}
