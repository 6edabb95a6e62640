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
    let asked = keys.branch(
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
    let reference = keys.optional(
      "reference", ReferenceLoss.shape, default: "auto",
      "loss that automatic targets lie on the way to: a number, or an optimizer's name")
    if case .values = targets, let reference, reference != .automatic {
      keys.fault(
        at: "reference", "'reference' says nothing beside a list of targets",
        "leave it out, or let 'targets' be \"auto\"")
    }
    let resolvedName = name ?? defaultName(keys, asked?.dataName)
    keys.subject?.decoding.claim(resolvedName, for: "problem", at: keys.range(of: "name"))
    guard let resolvedName, let task = asked?.task, let epochs, let record, let targets,
      let reference
    else {
      return nil
    }
    return ProblemSpec(
      name: resolvedName, dataset: task.dataset, split: task.split, standardize: task.standardize,
      standardizeTarget: task.standardizeTarget, model: task.model,
      budget: Budget(epochs: epochs, batchSize: task.batchSize, record: record, stop: task.stop),
      targets: targets, reference: reference)
  }

  /// The name of a problem that is given none; nil, with the fault noted, when there is no good one.
  private static func defaultName(_ keys: Keys, _ name: String?) -> String? {
    // A faulty name is reported itself.
    guard let name, keys.subject?.members["name"] == nil else { return nil }
    guard TextRule.label.allows(name) else {
      keys.fault(
        at: "dataset", "the file's name \(name.quoted) cannot name the problem",
        "give the problem a 'name'")
      return nil
    }
    return name
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
