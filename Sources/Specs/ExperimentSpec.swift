import Datasets
import Diagnostics
import Kernels
import Models
import Optimizers
import Plotting
import Training

/// What a spec asks for: every default filled in, every field with its place in the file.
public struct ExperimentSpec: Sendable {
  /// Names the report's folder.
  public var name: String
  /// The report's title.
  public var title: String
  /// Markdown that introduces the report.
  public var description: String?
  /// Who wrote it, plain text.
  public var authors: String?
  /// The repetitions, without repeats, in the order asked for.
  public var seeds: [UInt32]
  /// The source of randomness.
  public var generator: RandomGenerator
  /// The problems, names unique, at least one.
  public var problems: [ProblemSpec]
  /// The optimizers, names unique, at least one; after those that the spec has the tuned forms of them.
  public var optimizers: [OptimizerSpec]
  /// How hyperparameters are searched for; nil where they are not.
  public var tuning: TuningSpec?
  /// How the report looks and what it consists of.
  public var report: ReportSpec
  /// The file it was read from, with the places of its fields.
  public var source: SpecSource
}

/// One problem of a spec.
public struct ProblemSpec: Hashable, Sendable {
  /// Its name, unique.
  public var name: String
  /// Where the data come from; nil for a test function.
  public var dataset: DatasetSource?
  /// How many examples are held out.
  public var split: SplitShares
  /// Whether the features are standardized.
  public var standardize: Standardization
  /// Whether the target is standardized, in regression.
  public var standardizeTarget: Standardization
  /// The model.
  public var model: ModelConfiguration
  /// What a run may spend.
  public var budget: Budget
  /// The training losses whose first reaching is timed.
  public var targets: TargetLosses
  /// The loss that automatic targets lie on the way to.
  public var reference: ReferenceLoss
}

/// The training losses for time-to-target.
public enum TargetLosses: Hashable, Sendable {
  /// 90, 99 and 99.9 % of the way from the start to the reference loss.
  case automatic
  /// These, at least one, finite.
  case values([Double])
}

/// One optimizer of a spec.
public struct OptimizerSpec: Hashable, Sendable {
  /// Its name in the report, unique.
  public var name: String
  /// The rule and all its hyperparameters.
  public var configuration: OptimizerConfiguration
  /// The sweep that it is a combination of; nil for one that the spec has as it is.
  public var swept: SweptOptimizer?
  /// What it is a tuned form of, and what is searched for; nil for one that runs as it was given. Of a tuned form
  /// `configuration` is what the search starts from: it does not run so.
  public var tuned: TunedOptimizer?
  /// The ranges that the spec gives for it alone; nil for none, empty for one that is not tuned.
  package var ownSpace: [SpaceEntry]?
  /// How figures show it; no run depends on it.
  public var look = SeriesLook()
}
