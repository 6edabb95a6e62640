import Datasets
import Diagnostics
import Models
import SpecLanguage
import Training

extension ProblemSpec {
  /// What a problem of a spec may be.
  package static let shape = Shape<ProblemSpec>.object("problem") { keys in
    let name = keys.optional(
      "name", .text(.label).defined(as: "name"),
      "name; by default the data set's, its file's without ending, or the test function's")
    let task = keys.branch(
      onKindOf: "model",
      [
        (ModelKind.all.filter(\.needsData).map(\.name), ModelConfiguration.learner),
        (ModelKind.all.filter { !$0.needsData }.map(\.name), ModelConfiguration.testFunction),
      ], any: ModelConfiguration.shape, "model that is trained"
    ) { group, model, keys in
      group == 0 ? LearningTask.asked(of: keys, model) : LearningTask.function(of: keys, model)
    }
    let epochs = keys.required(
      "epochs", .whole(1...Budget.mostEpochs), "number of passes over the training set")
    let record = keys.optional(
      "record", RecordInterval.shape, default: "auto", "interval of the recorded epochs")
    let targets = keys.optional(
      "targets", TargetLosses.shape, default: "auto",
      "training losses whose first reaching is timed")
    let resolvedName = name ?? task.flatMap { $0.defaultName(keys) }
    if let resolvedName, let subject = keys.subject {
      subject.decoding.claim(resolvedName, for: "problem", at: keys.range(of: "name"))
    }
    guard let resolvedName, let task, let epochs, let record, let targets else { return nil }
    return ProblemSpec(
      name: resolvedName, dataset: task.dataset, split: task.split, standardize: task.standardize,
      standardizeTarget: task.standardizeTarget, model: task.model,
      budget: Budget(epochs: epochs, batchSize: task.batchSize, record: record, stop: task.stop),
      targets: targets)
  }
}

extension SplitShares {
  /// Shares for the test and of the rest for validation.
  package static let shape = Shape<SplitShares>.object("split") { keys in
    let share = NumberDomain(lower: 0, upper: 1, upperOpen: true)
    let test = keys.optional("test", .number(share), default: 0.2, "share of all examples")
    let validation = keys.optional(
      "validation", .number(share), default: 0.2, "share of what remains after the test")
    let isStratified = keys.optional(
      "stratify", .flag, default: false, "whether each class is split by itself")
    guard let test, let validation, let isStratified else { return nil }
    return SplitShares(test: test, validation: validation, isStratified: isStratified)
  }
}

extension TargetLosses {
  /// A list of losses, or `"auto"`.
  package static let shape: Shape<TargetLosses> = .either(
    .choice([("auto", .automatic)]),
    Shape<[Double]>.list(of: .number(), "numbers").unique().map { .values($0) })
}
