import Datasets
import Kernels
import Models
import Optimizers

/// All that determines one run.
public struct RunRequest: Sendable {
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
  /// What the run may spend.
  public var budget: Budget
  /// The rule and its hyperparameters.
  public var optimizer: OptimizerConfiguration
  /// The source of randomness.
  public var generator: RandomGenerator
  /// The repetition.
  public var seed: UInt32
  /// For each run that drew its start from the same stream before it, how many orders of batches that drew then:
  /// where a script seeds once and then runs several times.
  public var draws: [Int]

  /// All that determines one run.
  public init(
    problem: String, dataset: Dataset?, split: SplitShares, standardize: Standardization,
    standardizeTarget: Standardization, model: ModelConfiguration, budget: Budget,
    optimizer: OptimizerConfiguration, generator: RandomGenerator, seed: UInt32,
    draws: [Int] = []
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
    self.seed = seed
    self.draws = draws
  }

  /// Performs the run.
  ///
  /// Split, initial parameters and batch order come from the seed and the problem alone, so that
  /// the runs of different optimizers are paired.
  public func run() -> RunRecord {
    var streams = RunStreams(generator: generator, seed: seed, problem: problem)
    let data = problemData(&streams)
    let objective = model.makeObjective(data: data)
    for orders in draws {
      _ = streams.initialParameters(of: objective)
      guard !budget.batchSize.isFull(examples: objective.trainingCount) else { continue }
      for _ in 0..<orders { _ = streams.orderPermutation(objective.trainingCount) }
    }
    var trainer = Trainer(
      objective: objective, configuration: optimizer, budget: budget,
      streams: streams, keepsTrajectory: model.isPlanar)
    return trainer.train()
  }
}
