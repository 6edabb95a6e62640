import Datasets
import Kernels
import Models
import Optimizers

/// All that determines runs but the repetition, in which they differ.
public struct RunSetup: Sendable {
  /// The problem's name, which names its random streams.
  public var problem: String
  /// The examples; nil for a test function.
  public var dataset: Dataset?
  /// How many examples are held out; at least one must remain for training, and one for validation
  /// where early stopping watches that.
  public var split: SplitShares
  /// Whether the features are standardized.
  public var standardize: Standardization
  /// Whether the target is standardized.
  public var standardizeTarget: Standardization
  /// The model.
  public var model: ModelConfiguration
  /// What a run may spend.
  public var budget: Budget
  /// The rule and its hyperparameters.
  public var optimizer: OptimizerConfiguration
  /// The source of randomness.
  public var generator: RandomGenerator
  /// For each run that drew its start from the same stream before it, how many orders of batches that drew then:
  /// where a script seeds once and then runs several times.
  public var draws: [Int]

  /// All that determines runs but the repetition.
  public init(
    problem: String, dataset: Dataset?, split: SplitShares, standardize: Standardization,
    standardizeTarget: Standardization, model: ModelConfiguration, budget: Budget,
    optimizer: OptimizerConfiguration, generator: RandomGenerator, draws: [Int] = []
  ) {
    self.problem = problem
    self.dataset = dataset
    self.split = split
    self.standardize = standardize
    self.standardizeTarget = standardizeTarget
    self.model = model
    self.budget = budget
    self.optimizer = optimizer
    self.generator = generator
    self.draws = draws
  }
}
