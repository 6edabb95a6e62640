import Datasets
import Diagnostics
import Models
import SpecLanguage
import Training

/// The part of a problem that depends on whether its model learns from data.
package struct LearningTask: Sendable {
  package var model: ModelConfiguration
  package var dataset: DatasetSource?
  package var split = SplitShares(test: 0, validation: 0)
  package var standardize = Standardization.none
  package var standardizeTarget = Standardization.none
  package var batchSize = BatchSize.full
  package var stop: EarlyStopping?

  /// Asks for the keys that go with a model that learns from data.
  package static func asked(of keys: Keys, _ model: ModelConfiguration?) -> LearningTask? {
    let dataset = keys.required("dataset", DatasetSource.shape, "data to learn from")
    let split = keys.optional(
      "split", SplitShares.shape, default: [:], "shares of the examples that are held out")
    let standardize: Standardization? = keys.optional(
      "standardize", .choice(), default: "none", "scaling of the features")
    let standardizeTarget: Standardization? = keys.optional(
      "standardize_target", .choice(), default: "none", "scaling of the target, for regression")
    let batchSize = keys.optional(
      "batch_size", BatchSize.shape, default: "full", "examples that an update sees")
    let stop = keys.optional(
      "stop", EarlyStopping.shape(watching: WatchedLoss.allCases), "rule that ends a run early")
    if let model, let dataset, let standardizeTarget, let target = TargetKind(dataset) {
      for misfit in Misfit.all(of: model, standardizeTarget: standardizeTarget, target) {
        keys.fault(at: misfit.key, misfit.message, misfit.help)
      }
    }
    if split?.isStratified == true, let dataset, TargetKind(dataset)?.task == .regression {
      let place =
        keys.subject?.members["split"]?.value["stratify"]?.range ?? keys.range(of: "split")
      keys.subject?.decoding.fault(
        at: place, "a target of numbers has no classes to stratify by",
        "'stratify' is for classification; leave it out")
    }
    guard let model, let dataset, let split, let standardize, let standardizeTarget, let batchSize
    else { return nil }
    return LearningTask(
      model: model, dataset: dataset, split: split, standardize: standardize,
      standardizeTarget: standardizeTarget, batchSize: batchSize, stop: stop)
  }

  /// Asks for the keys that go with a test function.
  package static func function(of keys: Keys, _ model: ModelConfiguration?) -> LearningTask? {
    let stop = keys.optional(
      "stop", EarlyStopping.shape(watching: [.training]), "rule that ends a run early")
    return model.map { LearningTask(model: $0, stop: stop) }
  }

  /// The name of a problem that is given none; nil, with the fault noted, when there is no good one.
  package func defaultName(_ keys: Keys) -> String? {
    // A faulty name is reported itself.
    guard let subject = keys.subject, subject.members["name"] == nil else { return nil }
    guard let name = dataset?.problemName ?? subject.members["model"]?.value.kind else {
      return nil
    }
    guard TextRule.label.allows(name) else {
      keys.fault(
        at: "dataset", "the file's name \(name.quoted) cannot name the problem",
        "give the problem a 'name'")
      return nil
    }
    return name
  }
}
