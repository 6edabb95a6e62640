import Datasets
import Diagnostics
import Models
import Training

extension ProblemSpec {
  /// What a problem of a spec may be.
  static let shape = Shape<ProblemSpec>.object("problem") { keys in
    let name = keys.optional(
      "name", .text(.label), "name; by default the data set's, or its file's without ending")
    let dataset = keys.required("dataset", DatasetSource.shape, "data to learn from")
    let split = keys.optional(
      "split", SplitShares.shape, default: [:], "shares of the examples that are held out")
    let standardize: Standardization? = keys.optional(
      "standardize", .choice(), default: "none", "scaling of the features")
    let standardizeTarget: Standardization? = keys.optional(
      "standardize_target", .choice(), default: "none", "scaling of the target, for regression")
    let model = keys.required("model", ModelConfiguration.shape, "model that is trained")
    let budget = Budget.asked(of: keys)
    let targets = keys.optional(
      "targets", TargetLosses.shape, default: "auto",
      "training losses whose first reaching is timed")
    let resolvedName = name ?? dataset.flatMap { defaultName(of: $0, keys) }
    if let resolvedName, let subject = keys.subject {
      subject.decoding.claim(resolvedName, for: "problem", at: keys.range(of: "name"))
    }
    if let dataset, let model { checkTask(of: dataset, for: model, keys) }
    guard let resolvedName, let dataset, let split, let standardize, let standardizeTarget,
      let model, let budget, let targets
    else { return nil }
    return ProblemSpec(
      name: resolvedName, dataset: dataset, split: split, standardize: standardize,
      standardizeTarget: standardizeTarget, model: model, budget: budget, targets: targets)
  }

  /// The name of a problem that is given none.
  private static func defaultName(of dataset: DatasetSource, _ keys: Keys) -> String? {
    // A faulty name is reported itself.
    guard let subject = keys.subject, subject.members["name"] == nil else { return nil }
    let name: String
    switch dataset {
    case .bundled(let bundled): name = bundled
    case .csv(let source): name = source.file.name
    case .libsvm(let source): name = source.file.name
    case .idx(let source): name = source.images.name
    case .regression: name = "regression"
    case .classification: name = "classification"
    case .sparseClassification: name = "sparse_classification"
    }
    guard TextRule.label.allows(name) else {
      keys.fault(
        at: "dataset", "the file's name \(name.quoted) cannot name the problem",
        "give the problem a 'name'")
      return nil
    }
    return name
  }

  /// Notes a model that cannot learn what the data set has as target.
  private static func checkTask(
    of dataset: DatasetSource, for model: ModelConfiguration, _ keys: Keys
  ) {
    guard case .csv(let source) = dataset, case .linear = model, source.task == .classification
    else { return }
    keys.fault(
      at: "model", "model 'linear' cannot learn classes", "it needs data for regression")
  }
}

extension SplitShares {
  /// Shares for the test and of the rest for validation.
  static let shape = Shape<SplitShares>.object("split") { keys in
    let share = NumberDomain(lower: 0, upper: 1, upperOpen: true)
    let test = keys.optional("test", .number(share), default: 0.2, "share of all examples")
    let validation = keys.optional(
      "validation", .number(share), default: 0.2, "share of what remains after the test")
    guard let test, let validation else { return nil }
    return SplitShares(test: test, validation: validation)
  }
}

extension TargetLosses {
  /// A list of losses, or `"auto"`.
  static let shape: Shape<TargetLosses> = .either(
    .choice([("auto", .automatic)]),
    Shape<[Double]>.list(of: .number(), "numbers").unique().map { .values($0) })
}
