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
  ///
  /// - Returns: the task, nil when anything of it is at fault, and the name that the data set gives
  ///   to a problem, nil only when the data set itself is at fault.
  package static func asked(
    of keys: Keys, _ model: ModelConfiguration?
  ) -> (task: LearningTask?, dataName: String?) {
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
    if let target = dataset.flatMap({ TargetKind($0) }) {
      // What is at fault itself misfits nothing.
      let scaling = standardizeTarget ?? .none
      for misfit in Misfit.all(of: model, standardizeTarget: scaling, target) {
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
    else { return (nil, dataset?.problemName) }
    let task = LearningTask(
      model: model, dataset: dataset, split: split, standardize: standardize,
      standardizeTarget: standardizeTarget, batchSize: batchSize, stop: stop)
    return (task, dataset.problemName)
  }

  /// Asks for the keys that go with a test function.
  ///
  /// - Returns: the task, nil when the function is at fault, and the name that it gives to a problem.
  package static func function(
    of keys: Keys, _ model: ModelConfiguration?
  ) -> (task: LearningTask?, dataName: String?) {
    let stop = keys.optional(
      "stop", EarlyStopping.shape(watching: [.training]), "rule that ends a run early")
    return (
      model.map { LearningTask(model: $0, stop: stop) },
      keys.subject?.members["model"]?.value.kind
    )
  }
}
