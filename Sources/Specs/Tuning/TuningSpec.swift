import Optimizers
import Training
import Tuning

/// How hyperparameters are searched for.
public struct TuningSpec: Hashable, Sendable {
  /// What chooses the settings to try.
  public var sampler: SamplerConfiguration
  /// How many settings each search tries, at least 1.
  public var trials: Int
  /// How many searches there are of each optimizer on each problem, at least 1.
  public var studies: Int
  /// Which repetitions settings are tried on.
  public var seeds: TuningSeeds
  /// What a search makes small.
  public var objective: TuningObjective
}

/// The repetitions that settings are tried on.
public enum TuningSeeds: Hashable, Sendable {
  /// These, of which none is one of the experiment.
  case fresh([UInt32])
  /// The one of the experiment, as in a script that seeds once: all trials and then the final run draw
  /// from one stream.
  case shared

  /// The first one of those that are only counted.
  package static let first = 1_000_000
}

/// What a search makes small: the median of it over the tuning seeds. Runs that diverged count as ∞.
///
/// Of a test function, which has no data, it is the function's value.
public enum TuningObjective: String, Hashable, Sendable, CaseIterable {
  /// The validation loss at the last epoch.
  case validationLoss = "validation_loss"
  /// The lowest validation loss over the recorded epochs.
  case bestValidationLoss = "best_validation_loss"

  /// Its value in a run.
  public func value(of outcome: RunOutcome) -> Double {
    guard outcome.status != .diverged else { return .infinity }
    let value =
      self == .validationLoss ? outcome.validationLoss : outcome.bestValidationLoss
    return value ?? outcome.trainLoss
  }
}

/// What makes an optimizer of a spec the tuned form of another one.
public struct TunedOptimizer: Hashable, Sendable {
  /// The position in the spec of the optimizer as it was given.
  public let base: Int
  /// What is searched for; the rest is as given.
  public let space: SearchSpace

  /// The name of the tuned form of an optimizer: "Nadam (tuned)", or "Nadam (Keras, tuned)" where the name ends in
  /// brackets already.
  package static func name(of optimizer: String) -> String {
    guard optimizer.hasSuffix(")"), optimizer.contains(" (") else { return optimizer + " (tuned)" }
    return optimizer.dropLast() + ", tuned)"
  }
}

/// What can be tuned besides hyperparameters of a rule.
public enum BudgetKey: String, Hashable, Sendable, CaseIterable {
  /// How many passes over the training set there are.
  case epochs
  /// How many examples an update sees.
  case batchSize = "batch_size"
}
